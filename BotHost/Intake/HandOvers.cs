using System.Threading.Channels;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Intake;

/// <summary>Notes which replies were written to their callbacks, so that only those that never were go out another way.</summary>
internal sealed class HandOvers(IServiceScopeFactory scopes, ILogger<HandOvers> logger) : BackgroundService
{
    private readonly Channel<long> _handedOver = Channel.CreateUnbounded<long>(new() { SingleReader = true });

    public void Add(long messageId) => _handedOver.Writer.TryWrite(messageId);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<long> ids = [];
        while (await _handedOver.Reader.WaitToReadAsync(stoppingToken))
        {
            while (_handedOver.Reader.TryRead(out var id))
                ids.Add(id);
            await NoteAsync(ids);
            ids.Clear();
        }
    }

    private async Task NoteAsync(List<long> ids)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
            await db.WriteAsync(
                () => db.Set<InboxMessage>().Where(message => ids.Contains(message.Id))
                    .ExecuteUpdateAsync(set => set.SetProperty(message => message.ReplyDueAt, (DateTimeOffset?)null), CancellationToken.None),
                CancellationToken.None);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            Log.HandOversNotNoted(logger, ids.Count, exception);
        }
    }
}
