using ChatDesk.BotHost.Security;

namespace ChatDesk.BotHost.Health;

/// <summary><c>/health/live</c> and <c>/health/ready</c>: database, scheduler and outbox decide; the state of a channel never fails them.</summary>
public static class HealthEndpoints
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<OutboxHealth>("outbox");
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false }).ForEverybody("a health probe");
        routes.MapHealthChecks("/health/ready").ForEverybody("a health probe");
    }
}
