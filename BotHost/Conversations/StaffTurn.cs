using ChatDesk.BotHost.Dispatch;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Texts;
using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Conversations;

/// <summary>What staff do in WeCom: they press cards; words get a hint.</summary>
internal sealed class StaffTurn(PressCard press)
{
    public Task<TurnResult> RunAsync(Activity activity, CancellationToken ct) => activity switch
    {
        { Type: ActivityType.Event, Name: EventName.CardAction } => press.RunAsync(activity, ct),
        { Type: ActivityType.Event } => Task.FromResult(TurnResult.Silent("no_reply")),
        _ => Task.FromResult(new TurnResult(DispatchTexts.StaffHelp, new TurnTrace { Actions = ["clarify"] })),
    };
}
