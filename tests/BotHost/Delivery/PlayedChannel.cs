using System.Collections.Concurrent;
using ChatDesk.Channels.Activities;
using ChatDesk.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Delivery;

/// <summary>A channel whose platform the test plays: it records what is sent and answers as it is told.</summary>
internal sealed class PlayedChannel : IChannelClient
{
    private readonly ConcurrentQueue<Activity> _sent = new();

    /// <summary>What the platform says to each send; accepted by default.</summary>
    public Func<Activity, SendResult> Answer { get; set; } = _ => SendResult.Sent;

    public IReadOnlyList<Activity> Sent => [.. _sent];

    public IReadOnlyList<string> Texts => [.. _sent.Select(activity => activity.Text!)];

    /// <summary>A desk without the sandbox whose owners and staff are reached through this channel.</summary>
    public DeskSettings Settings => DeskSettings.Empty with
    {
        Services = services => services
            .AddKeyedSingleton<IChannelClient>(ChannelNames.OfficialAccount, this)
            .AddKeyedSingleton<IChannelClient>(ChannelNames.WeCom, this),
    };

    public async Task<SendResult> SendAsync(Activity activity, CancellationToken ct)
    {
        _sent.Enqueue(activity);
        await Task.Yield();
        return Answer(activity);
    }

    public Task<MediaFile?> GetMediaAsync(string account, string mediaId, CancellationToken ct) => Task.FromResult<MediaFile?>(null);

    public Task<string?> UploadMediaAsync(string account, string type, MediaFile file, CancellationToken ct) => Task.FromResult<string?>(null);
}
