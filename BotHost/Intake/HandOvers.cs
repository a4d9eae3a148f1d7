using System.Threading.Channels;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Intake;

/// <summary>
/// Notes which replies were written to their callbacks, so that only those that never were go out another way: at once in the
/// journal, which a killed process leaves behind, and a moment later in the database. See docs/decisions/0004-replies-and-repeats.md.
/// </summary>
internal sealed class HandOvers(HandOverJournal journal, IServiceScopeFactory scopes, ILogger<HandOvers> logger) : BackgroundService
{
    private readonly Channel<long> _handedOver = Channel.CreateUnbounded<long>(new() { SingleReader = true });

    public void Add(long messageId)
    {
        journal.Add(messageId);
        _handedOver.Writer.TryWrite(messageId);
    }

    /// <summary>Notes what the process before handed over and could not note any more; nothing is sent before that.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (journal.Read() is { Count: > 0 } left)
            await NoteAsync(db => NoteLeftAsync(db, left, cancellationToken), left.Count);
        journal.Clear();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<long> ids = [];
        while (await _handedOver.Reader.WaitToReadAsync(stoppingToken))
        {
            while (_handedOver.Reader.TryRead(out var id))
                ids.Add(id);
            await NoteAsync(db => TurnRows.SettleRepliesAsync(db, ids, CancellationToken.None), ids.Count);
            ids.Clear();
        }
    }

    private static async Task<int> NoteLeftAsync(DeskDb db, IReadOnlySet<long> left, CancellationToken ct)
    {
        var due = await db.Set<InboxMessage>().Where(message => message.ReplyDueAt != null).Select(message => message.Id).ToListAsync(ct);
        return await TurnRows.SettleRepliesAsync(db, due.FindAll(left.Contains), ct);
    }

    private async Task NoteAsync(Func<DeskDb, Task<int>> note, int count)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await note(scope.ServiceProvider.GetRequiredService<DeskDb>());
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            Log.HandOversNotNoted(logger, count, exception);
        }
    }
}
