using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Texts;
using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Conversations;

/// <summary>Follows, scans and menu taps.</summary>
internal sealed class OwnerEvents(EstateRegister register)
{
    public TurnResult Run(Activity activity, Conversation conversation, DateTimeOffset now)
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
            default:
                return TurnResult.Silent("no_reply");
        }
    }

    private TurnResult Greet() => register.Company is { } company
        ? new TurnResult(OwnerTexts.Welcome(company), new TurnTrace { Actions = ["smalltalk"] })
        : TurnResult.Silent("no_reply");
}
