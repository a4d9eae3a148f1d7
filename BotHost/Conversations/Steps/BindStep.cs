using System.Text.RegularExpressions;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Texts;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Conversations.Steps;

/// <summary>Binds the chat to a home: estate and room as people write them, then the last four digits of the registered phone (decision 16).</summary>
internal sealed partial class BindStep(DeskDb db, BindHome bind, OwnerDirectory owners, OwnerPlaces places, OwnerTasks tasks) : IOwnerStep
{
    private const int MaxQuestions = 2;

    public async Task<TurnResult?> TryAsync(OwnerMessage message, CancellationToken ct)
    {
        if (message.Dialog is { Kind: DialogKind.Bind } dialog)
            return await GoOnAsync(message, dialog, ct);
        if (message.Conversation.OwnerId is not null || message.Dialog is not null)
            return null;
        var asksToBind = message.Text.Contains("绑定", StringComparison.Ordinal);
        var isOnlyAPlace = HomeWords.AreAll(message.Meaning);
        return asksToBind || isOnlyAPlace ? await StartAsync(message, ct) : null;
    }

    private async Task<TurnResult> StartAsync(OwnerMessage message, CancellationToken ct)
    {
        var rooms = await places.RoomsOfAsync(message, message.Meaning.Location, ct);
        if (rooms.Count == 0)
            return Ask(message, new Dialog { Kind = DialogKind.Bind, At = message.Now }, OwnerTexts.AskHome);
        return TailOf(message) is { } tail
            ? await CompareAsync(message, rooms, tail, ct)
            : Ask(message, new Dialog { Kind = DialogKind.Bind, At = message.Now, Rooms = rooms }, OwnerTexts.AskPhoneTail);
    }

    /// <summary>Takes the room or the digits; anything else closes the dialog and goes to the later steps.</summary>
    private async Task<TurnResult?> GoOnAsync(OwnerMessage message, Dialog dialog, CancellationToken ct)
    {
        var at = IsOnlyTheTail(message, dialog) ? Location.None : message.Meaning.Location;
        if (message.Meaning.Intent is Intent.Chitchat or Intent.OutOfScope or Intent.AskFaq)
        {
            var said = await places.RoomsOfAsync(message, at, ct);
            var rooms = said.Count > 0 ? said : dialog.Rooms;
            if (TailOf(message) is { } tail && (rooms.Count > 0 || at.Room is not null))
                return await CompareAsync(message, rooms, tail, ct);
            if (said.Count > 0)
                return Ask(message, dialog with { Rooms = said, At = message.Now }, OwnerTexts.AskPhoneTail);
            if (!at.IsEmpty && dialog.Asked is > 0 and < MaxQuestions)
                return Ask(message, dialog, at.Room is null ? OwnerTexts.AskHome : OwnerTexts.UnknownPlace);
        }

        message.Conversation.DialogJson = null;
        return null;
    }

    /// <summary>Four digits are the answer to the question for them, also where a room has that number.</summary>
    private static bool IsOnlyTheTail(OwnerMessage message, Dialog dialog) =>
        dialog.Rooms.Count > 0 && message.Meaning.Plain.Trim() is { Length: 4 } plain && plain.All(char.IsAsciiDigit);

    private async Task<TurnResult> CompareAsync(OwnerMessage message, IReadOnlyList<int> rooms, string tail, CancellationToken ct)
    {
        message.Conversation.DialogJson = null;
        switch (await bind.RunAsync(message.Conversation, rooms, tail, ct))
        {
            case BindingOutcome.Bound bound:
                var homes = await owners.HomesOfAsync(bound.Owner.Id, ct);
                return message.Say(OwnerTexts.Bound(bound.Owner.Name, homes.Select(home => home.Place.Text)), "ask_bind");
            case BindingOutcome.Wrong { TriesLeft: > 0 } wrong:
                return Ask(message, new Dialog { Kind = DialogKind.Bind, At = message.Now, Rooms = rooms }, OwnerTexts.BindingWrong(wrong.TriesLeft), "bind_failed");
            default:
                return await GiveUpAsync(message, ct);
        }
    }

    private async Task<TurnResult> GiveUpAsync(OwnerMessage message, CancellationToken ct)
    {
        var key = $"binding:{message.Conversation.Channel}:{message.Conversation.Account}:{message.Conversation.PeerId}:{message.Now.UtcDateTime:yyyyMMdd}";
        if (!db.Set<DeskTask>().Any(task => task.Key == key))
            await tasks.RaiseAsync(message, DeskTaskKind.Binding, key, OwnerTexts.BindingTask, ticket: null, ct);

        return message.Say(OwnerTexts.BindingBlocked, "bind_failed", "handoff_human");
    }

    private static TurnResult Ask(OwnerMessage message, Dialog dialog, string question, string action = "ask_bind")
    {
        message.Conversation.DialogJson = (dialog with { Asked = dialog.Asked + 1 }).Write();
        return message.Say(question, action);
    }

    /// <summary>Four digits that stand alone and are no room, or the end of a whole phone number.</summary>
    private static string? TailOf(OwnerMessage message) => FourDigits().Matches(message.Meaning.Plain)
        .Select(match => match.Groups["tail"].Value)
        .LastOrDefault(digits => digits != message.Meaning.Location.Room || message.Dialog is { Rooms.Count: > 0 });

    [GeneratedRegex(@"(?<!\d)(?:1\d{6})?(?<tail>\d{4})(?!\d)")]
    private static partial Regex FourDigits();
}
