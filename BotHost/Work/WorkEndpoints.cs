using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Live;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Work;

/// <summary>The work page's use case and its live events.</summary>
public static class WorkEndpoints
{
    public static IServiceCollection AddWork(this IServiceCollection services) => services.AddSingleton<PostWork>().AddScoped<ReadMaterials>();

    public static void MapWork(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/w/{number}/events", EventsAsync).ForStaff(StaffRule.AnyStaff).ExcludeFromDescription();

    private static async Task<IResult> EventsAsync(
        string number, int seen, HttpContext context, DeskDb db, CurrentStaff staff, Policies policies, TicketFeed feed, CancellationToken ct)
    {
        var ticket = await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Number == number, ct);
        if (ticket is null || !policies.MaySee(await staff.GetAsync(ct), ticket))
            return TypedResults.NotFound();
        PrivatePage.Protect(context.Response.Headers);
        return TypedResults.ServerSentEvents(LiveEvents.Of(feed.WatchAsync(number, seen, ct)));
    }
}
