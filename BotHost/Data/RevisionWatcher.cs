using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Data;

/// <summary>Something held in memory that is read again when its revision changed.</summary>
public interface IRefreshed
{
    /// <summary>The revision's name.</summary>
    string Revision { get; }

    /// <summary>Reads all of it again and puts it into use at once.</summary>
    Task RefreshAsync(DeskDb db, CancellationToken ct);
}

/// <summary>Reads what instances hold in memory: before the desk serves, and again within a second of a change on any instance.</summary>
public sealed partial class RevisionWatcher(
    IServiceScopeFactory scopes, IEnumerable<IRefreshed> held, DatabaseMigrator migrator, ILogger<RevisionWatcher> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, long> _seen = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Reads now what changed since the last time; everything at the first time.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
            var numbers = await db.Set<Revision>().ToDictionaryAsync(revision => revision.Name, revision => revision.Number, ct);
            foreach (var group in held.GroupBy(part => part.Revision))
                await RefreshAsync(db, group, numbers.GetValueOrDefault(group.Key), ct);
        }
        finally
        {
            _one.Release();
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (migrator.IsDone)
            await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (migrator.IsDone)
                await TryRefreshAsync(stoppingToken);
        }
    }

    private async Task RefreshAsync(DeskDb db, IGrouping<string, IRefreshed> group, long number, CancellationToken ct)
    {
        if (_seen.TryGetValue(group.Key, out var seen) && seen == number)
            return;
        foreach (var part in group)
            await part.RefreshAsync(db, ct);
        _seen[group.Key] = number;
    }

    private async Task TryRefreshAsync(CancellationToken ct)
    {
        try
        {
            await RefreshAsync(ct);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            LogFailed(exception);
        }
    }

    [LoggerMessage(201, LogLevel.Warning, "The register in memory could not be read again; the next try follows in a second.")]
    private partial void LogFailed(Exception exception);
}
