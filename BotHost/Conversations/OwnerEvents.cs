using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Texts;
using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Conversations;

/// <summary>Follows, scans, menu taps, and consents to 订阅通知.</summary>
internal sealed class OwnerEvents(EstateRegister register, NoticeConsents consents)
{
    public async Task<TurnResult> RunAsync(Activity activity, Conversation conversation, DateTimeOffset now, CancellationToken ct)
    {
        switch (activity.Name)
        {
            case EventName.Follow:
                SendWindow.OpenByEvent(conversation, now);
                return Greet();
            case EventName.Unfollow:
                conversation.IsReachable = false;
                return TurnResult.Silent("no_reply");
            case EventName.Scan or EventName.Click:
                SendWindow.OpenByEvent(conversation, now);
                return Greet();
            case NoticeConsents.Answered or NoticeConsents.Changed:
                await consents.RecordAsync(activity, ct);
                return TurnResult.Silent("no_reply");
            default:
                return TurnResult.Silent("no_reply");
        }
    }

    private TurnResult Greet() => register.Company is { } company
        ? new TurnResult(OwnerTexts.Welcome(company), new TurnTrace { Actions = ["smalltalk"] })
        : TurnResult.Silent("no_reply");
}
