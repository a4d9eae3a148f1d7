namespace ChatDesk.Channels.Sandbox.Platform;

/// <summary>Callbacks that a fault holds back until another one was sent.</summary>
internal sealed class CallbackHold
{
    private readonly Lock _gate = new();
    private readonly List<(string Platform, TaskCompletionSource Sent)> _waiting = [];
    private readonly List<(string Platform, Func<Task<CallbackOutcome>> Send)> _repeats = [];

    public async Task WaitForNextAsync(string platform, CancellationToken ct)
    {
        TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
            _waiting.Add((platform, sent));
        await sent.Task.WaitAsync(ct);
    }

    public void AfterNext(string platform, Func<Task<CallbackOutcome>> send)
    {
        lock (_gate)
            _repeats.Add((platform, send));
    }

    /// <summary>Called after a callback was sent: lets the held ones go, sends the repeats and waits for them.</summary>
    public async Task ReleaseAsync(string platform)
    {
        List<Func<Task<CallbackOutcome>>> repeats;
        lock (_gate)
        {
            _waiting.FindAll(w => w.Platform == platform).ForEach(w => w.Sent.SetResult());
            _waiting.RemoveAll(w => w.Platform == platform);
            repeats = [.. _repeats.Where(r => r.Platform == platform).Select(r => r.Send)];
            _repeats.RemoveAll(r => r.Platform == platform);
        }

        foreach (var send in repeats)
            await send();
    }
}
