namespace ChatDesk.BotHost.Intake;

/// <summary>
/// Lets one message of a conversation run at a time on this instance, before any transaction is open.
/// Across instances the conversation's version decides: the second writer's turn runs again.
/// </summary>
public sealed class ConversationLocks : IDisposable
{
    private const int Stripes = 1024;

    private readonly SemaphoreSlim[] _stripes = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits for the turn before; dispose to let the next one in.</summary>
    public async Task<IDisposable> EnterAsync(string channel, string account, string peer, CancellationToken ct)
    {
        var stripe = _stripes[(uint)HashCode.Combine(channel, account, peer) % Stripes];
        await stripe.WaitAsync(ct);
        return new Exit(stripe);
    }

    public void Dispose()
    {
        foreach (var stripe in _stripes)
            stripe.Dispose();
    }

    private sealed class Exit(SemaphoreSlim stripe) : IDisposable
    {
        public void Dispose() => stripe.Release();
    }
}
