using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Conversations;

/// <summary>Sends each message to the turn of its writer: staff in WeCom, owners everywhere else.</summary>
internal sealed class DeskTurn(OwnerTurn owners, StaffTurn staff) : ITurn
{
    public Task<TurnResult> RunAsync(Activity activity, Conversation conversation, IReadOnlyList<StoredFile> files, CancellationToken ct) =>
        activity.ChannelId == ChannelNames.WeCom
            ? staff.RunAsync(activity, ct)
            : owners.RunAsync(activity, conversation, files, ct);
}
