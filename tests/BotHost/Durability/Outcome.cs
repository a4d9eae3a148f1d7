using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.Tests.BotHost.Durability;

/// <summary>What the desk's database says, read past the desk.</summary>
internal sealed record Outcome(IReadOnlyList<InboxMessage> Inbox, IReadOnlyList<OutboxMessage> Outbox, IReadOnlyList<Ticket> Tickets)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Waits until nothing is left to take up, to send or to note: no lease, no reply that is still due.</summary>
    public static async Task<Outcome> SettledAsync(TestDatabase database)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            await using var db = Open(database);
            var open = await db.Set<InboxMessage>().CountAsync(m => m.State == InboxState.Received || m.ReplyDueAt != null)
                + await db.Set<OutboxMessage>().CountAsync(m => m.State == OutboxState.Queued || m.State == OutboxState.Sending);
            if (open == 0)
                return await ReadAsync(db);
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, $"{open} rows are not settled.");
            await Task.Delay(200);
        }
    }

    /// <summary>The row that carried a message's reply past its callback; null where there was none.</summary>
    public OutboxMessage? ReplyRow(InboxMessage message) => Outbox.SingleOrDefault(row => row.Key == $"reply:{message.Id}");

    private static async Task<Outcome> ReadAsync(DeskDb db) => new(
        await db.Set<InboxMessage>().AsNoTracking().ToListAsync(),
        await db.Set<OutboxMessage>().AsNoTracking().ToListAsync(),
        await db.Set<Ticket>().AsNoTracking().Include(ticket => ticket.Conversation).Include(ticket => ticket.Events).ToListAsync());

    private static DeskDb Open(TestDatabase database) => database.Provider == DatabaseProvider.Sqlite
        ? new SqliteDeskDb(new DbContextOptionsBuilder<SqliteDeskDb>().UseSqlite(database.ConnectionString).Options)
        : new PostgresDeskDb(new DbContextOptionsBuilder<PostgresDeskDb>().UseNpgsql(database.ConnectionString).Options);
}
