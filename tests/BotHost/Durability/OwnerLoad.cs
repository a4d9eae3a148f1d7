using System.Collections.Concurrent;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Durability;

/// <summary>
/// Delivers the scripts of many owners as the platform does: no answer or a broken connection means the same message again,
/// up to three attempts in all.
/// </summary>
internal sealed class OwnerLoad(DeskProcess desk, WeChatSide wechat, IReadOnlyList<OwnerScript> scripts) : IAsyncDisposable
{
    private const int Attempts = 3;
    private const int AtOnce = 4;

    private readonly ConcurrentDictionary<long, string> _replies = new();
    private readonly ConcurrentBag<long> _givenUp = [];
    private readonly CancellationTokenSource _stop = new();
    private int _begun;

    /// <summary>How many of all texts were delivered for the first time, at least partly.</summary>
    public int Begun => Volatile.Read(ref _begun);

    /// <summary>The reply that the platform showed, by message number: of several attempts it shows one.</summary>
    public IReadOnlyDictionary<long, string> Replies => _replies;

    /// <summary>Messages that were not answered in any attempt.</summary>
    public IReadOnlyCollection<long> GivenUp => _givenUp;

    /// <summary>Delivers everything; a failure ends all waiting.</summary>
    public async Task RunAsync()
    {
        try
        {
            await Parallel.ForEachAsync(scripts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = _stop.Token }, (script, _) => DeliverAsync(script));
        }
        catch
        {
            await _stop.CancelAsync();
            throw;
        }
    }

    /// <summary>Waits until so many texts were delivered for the first time.</summary>
    public async Task ReachAsync(int texts)
    {
        while (Begun < texts)
            await Task.Delay(1, _stop.Token);
    }

    /// <summary>Lets nobody go on after a failure.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
    }

    private async ValueTask DeliverAsync(OwnerScript script)
    {
        HashSet<int> begun = [];
        foreach (var group in script.Deliveries)
        {
            if (begun.Add(group[0]))
                Interlocked.Increment(ref _begun);
            await Task.WhenAll(group.Select(index => DeliverAsync(script.Texts[index].Message)));
        }
    }

    private async Task DeliverAsync(OwnerText message)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            await desk.WaitUntilUpAsync();
            try
            {
                if (await wechat.SendAsync(message) is { } reply)
                    Assert.Equal(reply, _replies.GetOrAdd(message.MsgId, reply));
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException)
            {
                // No answer: the platform asks again.
            }
        }

        _givenUp.Add(message.MsgId);
    }
}
