using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Intake;

/// <summary><c>GET /api/v1/turns/{channel}/{externalId}</c>: what a turn decided, for tests and for the desk's "why".</summary>
public static class TurnEndpoints
{
    public static void MapTurns(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var endpoint = routes.MapGet("/api/v1/turns/{channel}/{externalId}", GetAsync).WithTags("Turns");
        if (routes.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
            endpoint.ForEverybody("Development only: tests ask what a turn decided.");
        else
            endpoint.ForStaff(StaffRule.Admin);
    }

    /// <returns>404 for an unknown message and for one whose turn is not finished.</returns>
    private static async Task<Results<ContentHttpResult, NotFound>> GetAsync(string channel, string externalId, DeskDb db, CancellationToken ct)
    {
        var trace = await db.Set<InboxMessage>().AsNoTracking().Where(message => message.Channel == channel && message.ExternalId == externalId)
            .OrderByDescending(message => message.Id).Select(message => message.TraceJson).FirstOrDefaultAsync(ct);
        return trace is null ? TypedResults.NotFound() : TypedResults.Content(trace, "application/json; charset=utf-8");
    }
}
