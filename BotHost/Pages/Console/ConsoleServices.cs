namespace ChatDesk.BotHost.Pages.Console;

/// <summary>Registers what the console's pages read.</summary>
public static class ConsoleServices
{
    public static IServiceCollection AddConsole(this IServiceCollection services) => services
        .AddScoped<TicketList>()
        .AddScoped<TicketReader>()
        .AddScoped<StaffPicker>()
        .AddScoped<PlacePicker>()
        .AddScoped<OwnerSearch>()
        .AddScoped<ChatReader>()
        .AddScoped<OwnerList>()
        .AddScoped<TypedHome>()
        .AddScoped<History>()
        .AddSingleton<EnterRequest>();
}
