using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Intake;

/// <summary>What makes a message the same message, whatever the platform repeats.</summary>
public sealed record MessageKey(string Channel, string Account, string ExternalId)
{
    /// <summary>The activity's key; an activity without an id has one of its own, so that nothing is dropped for missing fields.</summary>
    public static MessageKey Of(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return new(activity.ChannelId, activity.Account, string.IsNullOrEmpty(activity.Id) ? $"none-{Guid.CreateVersion7():N}" : activity.Id);
    }
}
