using ChatDesk.Channels.Activities;
using ChatDesk.Channels.WeCom;

namespace ChatDesk.BotHost.Delivery;

/// <summary>Sends a text to the group of a robot (群机器人): the activity's account is the robot's name in <c>Channels:WeCom:Robots</c>.</summary>
internal sealed class RobotClient(WeComClient weCom) : IChannelClient
{
    /// <summary>The outbox's name for robots; nothing comes in through them.</summary>
    public const string Key = "robot";

    public Task<SendResult> SendAsync(Activity activity, CancellationToken ct) => activity is { Text.Length: > 0, Attachments: [] }
        ? weCom.SendToGroupAsync(activity.Account, GroupMessage.OfText(activity.Text), ct)
        : throw new NotSupportedException("A robot's message is a text.");

    public Task<MediaFile?> GetMediaAsync(string account, string mediaId, CancellationToken ct) => Task.FromResult<MediaFile?>(null);

    public Task<string?> UploadMediaAsync(string account, string type, MediaFile file, CancellationToken ct) => Task.FromResult<string?>(null);
}
