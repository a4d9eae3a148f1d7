using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Live;

/// <summary>That a ticket has new events, up to and with the sequence.</summary>
public sealed record TicketPulse(long TicketId, string Number, int LastSequence);

/// <summary>
/// Tells pages that a ticket changed: at once for this instance's commits, and within a second or two for those of others,
/// which it looks for in the database while somebody watches. A watcher may hear of the same change twice.
/// </summary>
public sealed partial class TicketFeed(
    IServiceScopeFactory scopes, CommitSignals signals, IHostApplicationLifetime lifetime, ILogger<TicketFeed> logger) : BackgroundService
{
    private const int MaxWaiting = 256;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>How far back each look reaches: instances' clocks differ, and a commit comes after its event's time.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<Watcher, ChannelWriter<TicketPulse>> _watchers = new();
    private readonly CancellationToken _stopping = lifetime.ApplicationStopping;
    private readonly Dictionary<long, int> _seen = [];
    private DateTimeOffset? _newest;

    /// <summary>Every change from now on, until the caller or the desk stops. A watcher too slow to follow loses the oldest.</summary>
    public async IAsyncEnumerable<TicketPulse> WatchAsync([EnumeratorCancellation] CancellationToken ct)
    {
        using Watcher watcher = new(this);
        await foreach (var pulse in watcher.Reader.ReadAllAsync(ct))
            yield return pulse;
    }

    /// <summary>One ticket's newest sequence, each time it passes <paramref name="seen"/>; at once when it already has.</summary>
    public async IAsyncEnumerable<int> WatchAsync(string number, int seen, [EnumeratorCancellation] CancellationToken ct)
    {
        using Watcher watcher = new(this);
        var current = await LastSequenceAsync(number, ct);
        if (current > seen)
            yield return seen = current;
        await foreach (var pulse in watcher.Reader.ReadAllAsync(ct))
        {
            if (pulse.Number == number && pulse.LastSequence > seen)
                yield return seen = pulse.LastSequence;
        }
    }

    /// <summary>How many changes there were, whatever they were: none at once, then after each moment in which there were any.</summary>
    /// <param name="moment">The least time between two counts.</param>
    /// <param name="ct">Ends it.</param>
    public async IAsyncEnumerable<int> CountAsync(TimeSpan moment, [EnumeratorCancellation] CancellationToken ct)
    {
        using Watcher watcher = new(this);
        yield return 0;
        while (await watcher.Reader.WaitToReadAsync(ct))
        {
            await Task.Delay(moment, ct);
            var count = 0;
            while (watcher.Reader.TryRead(out _))
                count++;
            yield return count;
        }
    }

    public override void Dispose()
    {
        signals.Committed -= TellCommitted;
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        signals.Committed += TellCommitted;
        using PeriodicTimer timer = new(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (_watchers.IsEmpty)
                _newest = null;
            else
                await TryLookAsync(stoppingToken);
        }
    }

    private async Task TryLookAsync(CancellationToken ct)
    {
        try
        {
            await LookAsync(ct);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            LogLookFailed(logger, exception);
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var tickets = scope.ServiceProvider.GetRequiredService<DeskDb>().Set<Ticket>();
        _newest ??= await tickets.MaxAsync(ticket => (DateTimeOffset?)ticket.ChangedAt, ct) ?? DateTimeOffset.UnixEpoch;
        var since = _newest.Value - Overlap;
        var changed = await tickets.AsNoTracking().Where(ticket => ticket.ChangedAt >= since).OrderBy(ticket => ticket.ChangedAt)
            .Select(ticket => new { ticket.Id, ticket.Number, ticket.LastSequence, ticket.ChangedAt }).ToListAsync(ct);
        foreach (var ticket in changed)
        {
            if (_seen.TryGetValue(ticket.Id, out var known) && known >= ticket.LastSequence)
                continue;
            _seen[ticket.Id] = ticket.LastSequence;
            Tell(new TicketPulse(ticket.Id, ticket.Number, ticket.LastSequence));
        }

        Forget([.. changed.Select(ticket => ticket.Id)]);
        _newest = changed.Count > 0 ? changed[^1].ChangedAt : _newest;
    }

    /// <summary>What lies before the next look's reach need not be remembered.</summary>
    private void Forget(HashSet<long> recent)
    {
        foreach (var id in _seen.Keys.Where(id => !recent.Contains(id)).ToList())
            _seen.Remove(id);
    }

    private void TellCommitted(IReadOnlyList<object> entities)
    {
        if (_watchers.IsEmpty)
            return;
        foreach (var ticket in entities.OfType<Ticket>())
            Tell(new TicketPulse(ticket.Id, ticket.Number, ticket.LastSequence));
    }

    private void Tell(TicketPulse pulse)
    {
        foreach (var watcher in _watchers.Values)
            watcher.TryWrite(pulse);
    }

    private async Task<int> LastSequenceAsync(string number, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeskDb>().Set<Ticket>()
            .Where(ticket => ticket.Number == number).Select(ticket => ticket.LastSequence).SingleOrDefaultAsync(ct);
    }

    private sealed class Watcher : IDisposable
    {
        private readonly TicketFeed _feed;
        private readonly CancellationTokenRegistration _stop;

        public Watcher(TicketFeed feed)
        {
            var channel = Channel.CreateBounded<TicketPulse>(new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
            _feed = feed;
            Reader = channel.Reader;
            feed._watchers[this] = channel.Writer;
            _stop = feed._stopping.Register(() => channel.Writer.TryComplete());
        }

        public ChannelReader<TicketPulse> Reader { get; }

        public void Dispose()
        {
            _feed._watchers.TryRemove(this, out _);
            _stop.Dispose();
        }
    }

    [LoggerMessage(EventId = 7001, Level = LogLevel.Warning, Message = "The look for changed tickets failed; the next one follows in a second.")]
    private static partial void LogLookFailed(ILogger logger, Exception exception);
}

/// <summary>Registers the live feed.</summary>
public static class LiveServices
{
    public static IServiceCollection AddLive(this IServiceCollection services) => services
        .AddSingleton<TicketFeed>()
        .AddHostedService(provider => provider.GetRequiredService<TicketFeed>());
}
