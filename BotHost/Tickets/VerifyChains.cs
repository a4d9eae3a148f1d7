using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Tickets;

/// <summary>A place where a ticket's history was changed afterwards.</summary>
/// <param name="Number">The ticket's number.</param>
/// <param name="Sequence">The first event that does not fit, or the first one that is missing.</param>
public sealed record BrokenChain(string Number, int Sequence);

/// <summary>What a walk over all tickets found.</summary>
/// <param name="Tickets">How many tickets were looked at.</param>
/// <param name="Broken">The broken ones, by age.</param>
public sealed record ChainReport(long Tickets, IReadOnlyList<BrokenChain> Broken);

/// <summary>Walks every ticket's events and checks that none was changed, removed or added behind the desk's back.</summary>
public sealed class VerifyChains(DeskDb db)
{
    private const int BatchSize = 500;

    public async Task<ChainReport> RunAsync(CancellationToken ct)
    {
        List<BrokenChain> broken = [];
        long count = 0;
        for (long last = 0; ;)
        {
            var batch = await BatchAfterAsync(last, ct);
            if (batch.Count == 0)
                return new(count, broken);
            broken.AddRange(batch.Select(Check).OfType<BrokenChain>());
            count += batch.Count;
            last = batch[^1].Id;
        }
    }

    private Task<List<Ticket>> BatchAfterAsync(long last, CancellationToken ct) =>
        db.Set<Ticket>().AsNoTracking().AsSplitQuery()
            .Include(ticket => ticket.Events).ThenInclude(happened => happened.Text)
            .Include(ticket => ticket.Events).ThenInclude(happened => happened.Files)
            .Where(ticket => ticket.Id > last).OrderBy(ticket => ticket.Id).Take(BatchSize)
            .ToListAsync(ct);

    private static BrokenChain? Check(Ticket ticket)
    {
        if (TicketChain.FirstBroken(ticket.Events) is { } wrong)
            return new(ticket.Number, wrong.Sequence);
        var end = ticket.Events.MaxBy(happened => happened.Sequence);
        return end is not null && end.Sequence == ticket.LastSequence && end.Hash == ticket.LastHash
            ? null
            : new(ticket.Number, (end?.Sequence ?? 0) + 1);
    }
}
