using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Progress;

/// <summary>What came of giving the last digits.</summary>
public enum UnlockOutcome
{
    Opened,
    Wrong,

    /// <summary>No more tries on this ticket today.</summary>
    TooMany,
}

/// <summary>Opens a ticket's private photos to who knows the last four digits of its owner's or reporter's phone.</summary>
public sealed class UnlockPhotos(DeskWork work, DeskCalendar calendar)
{
    /// <summary>Wrong tries on one ticket on one local day.</summary>
    public const int TriesPerDay = 3;

    /// <summary>A try is counted and committed before it is judged, so that guesses sent at once do not slip through together.</summary>
    public async Task<UnlockOutcome> RunAsync(string number, string digits, CancellationToken ct)
    {
        if (!await CountAsync(number, ct))
            return UnlockOutcome.TooMany;
        return await work.RunAsync(services => JudgeAsync(services.GetRequiredService<DeskDb>(), number, digits, ct), ct);
    }

    private Task<bool> CountAsync(string number, CancellationToken ct) => work.RunAsync(
        async services =>
        {
            var db = services.GetRequiredService<DeskDb>();
            var ticketId = await db.Set<Ticket>().Where(t => t.Number == number).Select(t => t.Id).SingleAsync(ct);
            var tries = await db.Set<PhotoTries>().SingleOrDefaultAsync(t => t.TicketId == ticketId && t.Day == Today, ct);
            if (tries?.Count >= TriesPerDay)
                return false;
            if (tries is null)
                db.Add(tries = new PhotoTries { TicketId = ticketId, Day = Today });
            tries.Count++;
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    private async Task<UnlockOutcome> JudgeAsync(DeskDb db, string number, string digits, CancellationToken ct)
    {
        var ticket = await db.Set<Ticket>().AsNoTracking().SingleAsync(t => t.Number == number, ct);
        if (!(await TailsAsync(db, ticket, ct)).Any(tail => IsSame(tail, digits)))
            return UnlockOutcome.Wrong;
        var tries = await db.Set<PhotoTries>().SingleAsync(t => t.TicketId == ticket.Id && t.Day == Today, ct);
        tries.Count = 0;
        await db.SaveChangesAsync(ct);
        return UnlockOutcome.Opened;
    }

    /// <summary>Of the owner whom the ticket names, and of the one whose chat reported it.</summary>
    private static async Task<List<string>> TailsAsync(DeskDb db, Ticket ticket, CancellationToken ct)
    {
        var reporter = await db.Set<Conversation>().Where(c => c.Id == ticket.ConversationId).Select(c => c.OwnerId).SingleOrDefaultAsync(ct);
        var owners = await db.Set<Owner>().AsNoTracking().Where(owner => owner.Id == ticket.OwnerId || owner.Id == reporter).ToListAsync(ct);
        return owners.ConvertAll(owner => owner.PhoneTail());
    }

    private static bool IsSame(string tail, string digits) =>
        tail.Length == 4 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(tail), Encoding.UTF8.GetBytes(digits));

    private string Today => calendar.LocalNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
