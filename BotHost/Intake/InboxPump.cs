using ChatDesk.BotHost.Data;

namespace ChatDesk.BotHost.Intake;

/// <summary>Looks each second for messages and replies that were left behind.</summary>
internal sealed class InboxPump(RecoverMessages recover, DatabaseMigrator migrator, ILogger<InboxPump> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (migrator.IsDone)
                await TryAsync(stoppingToken);
        }
    }

    private async Task TryAsync(CancellationToken ct)
    {
        try
        {
            await recover.RunAsync(ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.RecoveryFailed(logger, exception);
        }
    }
}
