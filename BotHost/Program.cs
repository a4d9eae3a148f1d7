var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.Run();

/// <summary>The desk's entry point; tests start it through this type.</summary>
public partial class Program;
