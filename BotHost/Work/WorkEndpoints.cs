using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Live;
using ChatDesk.BotHost.Scheduling;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Work;

/// <summary>The work pages' use cases and live events.</summary>
public static class WorkEndpoints
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddWork(this IServiceCollection services) => services
        .AddSingleton<WorkApp>()
        .AddSingleton<PostWork>()
        .AddSingleton<WatchWorkList>()
        .AddSingleton<EndPauses>()
        .AddSingleton<EditMaterials>()
        .AddScoped<ReadMaterials>()
        .AddScoped<ReadWorkList>()
        .AddDeskJob<EndPausesJob>(Glance);

    public static void MapWork(this IEndpointRouteBuilder routes)
    {
        routes.MapWorkApp();
        routes.MapGet("/w/events", ListEventsAsync).ForStaff(StaffRule.AnyStaff).ExcludeFromDescription();
        routes.MapGet("/w/{number}/events", EventsAsync).ForStaff(StaffRule.AnyStaff).ExcludeFromDescription();
    }

    private static async Task<IResult> ListEventsAsync(string seen, HttpContext context, CurrentStaff staff, WatchWorkList watch, CancellationToken ct)
    {
        var member = await staff.GetAsync(ct);
        PrivatePage.Protect(context.Response.Headers);
        return TypedResults.ServerSentEvents(LiveEvents.Of(watch.RunAsync(member, seen, ct)));
    }

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
