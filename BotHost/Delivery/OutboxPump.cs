using ChatDesk.BotHost.Data;

namespace ChatDesk.BotHost.Delivery;

/// <summary>Sends at once what this instance just committed, and looks each half second for what else is due.</summary>
internal sealed class OutboxPump(SendDue send, CommitSignals signals, DeskClock clock, ILogger<OutboxPump> logger) : BackgroundService
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _wake = new(0, 1);

    public override void Dispose()
    {
        signals.Committed -= OnCommitted;
        clock.Moved -= Wake;
        _wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        signals.Committed += OnCommitted;
        clock.Moved += Wake;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await send.RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.PumpFailed(logger, exception);
            }

            await _wake.WaitAsync(Glance, stoppingToken);
        }
    }

    private void OnCommitted(IReadOnlyList<object> entities)
    {
        if (entities.Any(entity => entity is OutboxMessage { State: OutboxState.Queued } row && row.DueAt <= clock.Now))
            Wake();
    }

    private void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }
}

internal static partial class Log
{
    [LoggerMessage(1201, LogLevel.Error, "Sending what is due failed; it is tried again.")]
    public static partial void PumpFailed(ILogger logger, Exception exception);
}
