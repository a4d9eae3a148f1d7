using System.Collections.Concurrent;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Tests.Channels.Protocol;

/// <summary>A desk that remembers what it was told and says what a test wants.</summary>
internal sealed class FakeDesk : IActivityReceiver
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _handedOver = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<Activity> Heard { get; } = new();

    public Func<Activity, Activity?> Answer { get; set; } = _ => null;

    /// <summary>Done once the first activity came.</summary>
    public Task Reached => _reached.Task;

    /// <summary>What the desk waits for before it answers.</summary>
    public Task Work { get; set; } = Task.CompletedTask;

    /// <summary>Done once a reply was handed over; it follows the response's last byte, which the caller may see first.</summary>
    public Task HandedOver => _handedOver.Task;

    public async Task<Received> ReceiveAsync(Activity activity, DateTimeOffset arrivedAt, CancellationToken ct)
    {
        Heard.Enqueue(activity);
        _reached.TrySetResult();
        await Work;
        return new Received(Answer(activity), () => _handedOver.TrySetResult());
    }

    /// <summary>A text back to whoever wrote.</summary>
    public static Activity Reply(Activity to, string? text) => new()
    {
        Type = ActivityType.Message,
        ChannelId = to.ChannelId,
        Account = to.Account,
        From = to.Recipient,
        Recipient = to.From,
        Text = text,
    };
}
