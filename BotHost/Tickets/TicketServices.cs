namespace ChatDesk.BotHost.Tickets;

/// <summary>Registers the tickets' use cases.</summary>
public static class TicketServices
{
    public static IServiceCollection AddTickets(this IServiceCollection services) => services
        .AddSingleton<TicketNumbers>()
        .AddScoped<TicketJournal>()
        .AddScoped<OpenTicket>()
        .AddScoped<ActOnTicket>()
        .AddScoped<VerifyChains>();
}
