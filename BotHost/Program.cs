using ChatDesk.BotHost;
using ChatDesk.BotHost.Commands;

return await DeskCommands.RunAsync(args, DeskHost.ServeAsync);

/// <summary>The desk's entry point; tests start it through this type.</summary>
public partial class Program;
