using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace ChatDesk.BotHost.Work;

/// <summary>Ends the pauses whose time is over and tells who has the ticket. Safe to run twice and on two machines: the ticket's version decides.</summary>
public sealed partial class EndPauses(DeskWork work, TimeProvider clock, ILogger<EndPauses> logger)
{
    private const int BatchSize = 100;
    private static readonly Actor Clockwork = Actor.System("pause");

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var number in await work.RunAsync(services => DueAsync(services, ct), ct))
            await TryEndAsync(number, ct);
    }

    /// <summary>One ticket that cannot go on must not hold up the others; it is tried again with the next run.</summary>
    private async Task TryEndAsync(string number, CancellationToken ct)
    {
        try
        {
            await work.RunAsync(services => EndAsync(services, number, ct), ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.NotEnded(logger, number, exception);
        }
    }

    private Task<List<string>> DueAsync(IServiceProvider services, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return services.GetRequiredService<DeskDb>().Set<Ticket>().Where(ticket => ticket.PausedUntil <= now)
            .OrderBy(ticket => ticket.PausedUntil).Select(ticket => ticket.Number).Take(BatchSize).ToListAsync(ct);
    }

    private async Task EndAsync(IServiceProvider services, string number, CancellationToken ct)
    {
        var db = services.GetRequiredService<DeskDb>();
        var ticket = await db.Set<Ticket>().SingleAsync(t => t.Number == number, ct);
        if (ticket.PausedUntil is not { } until || until > clock.GetUtcNow())
            return;
        await services.GetRequiredService<TicketJournal>().AppendAsync(ticket, TicketEventType.Resumed, Clockwork, ct: ct);
        if (ticket.Assignee is { } assignee)
        {
            var time = DispatchTexts.ClockTime(services.GetRequiredService<DeskCalendar>().ToLocal(until));
            services.GetRequiredService<Outbox>().ToStaff(
                $"resume:{number}:{ticket.LastSequence}", services.GetRequiredService<StaffChannel>().Account, [assignee], DispatchTexts.PauseOver(ticket, time), number);
        }

        await db.SaveChangesAsync(ct);
    }

    private static partial class Log
    {
        [LoggerMessage(521, LogLevel.Error, "The pause of ticket {Number} could not be ended")]
        public static partial void NotEnded(ILogger logger, string number, Exception exception);
    }
}

/// <summary>Looks for pauses that are over.</summary>
[DisallowConcurrentExecution]
internal sealed class EndPausesJob(EndPauses work) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct) => await work.RunAsync(ct);
}
