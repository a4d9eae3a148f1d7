using System.Text.RegularExpressions;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Texts;

namespace ChatDesk.BotHost.Conversations.Steps;

/// <summary>Binds the chat to a home: estate and room as people write them, then the last four digits of the registered phone (decision 16).</summary>
internal sealed partial class BindStep(DeskDb db, BindHome bind, OwnerDirectory owners, OwnerPlaces places) : IOwnerStep
{
    public async Task<TurnResult?> TryAsync(OwnerMessage message, CancellationToken ct)
    {
        if (message.Dialog is { Kind: DialogKind.Bind } dialog)
            return await GoOnAsync(message, dialog, ct);
        if (message.Conversation.OwnerId is not null || message.Dialog is not null)
            return null;
        var asksToBind = message.Text.Contains("绑定", StringComparison.Ordinal);
        var isOnlyAPlace = message.Meaning.Location is { Building: not null, Room: not null } && OnlyAnAddress().IsMatch(message.Meaning.Plain);
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
        var said = message.Meaning.Location.Room is null ? [] : await places.RoomsOfAsync(message, message.Meaning.Location, ct);
        var rooms = said.Count > 0 ? said : dialog.Rooms;
        if (TailOf(message) is { } tail && (rooms.Count > 0 || message.Meaning.Location.Room is not null))
            return await CompareAsync(message, rooms, tail, ct);
        if (said.Count > 0)
            return Ask(message, dialog with { Rooms = said, At = message.Now }, OwnerTexts.AskPhoneTail);
        if (message.Meaning.Location is { IsEmpty: false } && dialog.Asked < 2)
            return Ask(message, dialog, OwnerTexts.UnknownPlace);
        message.Conversation.DialogJson = null;
        return null;
    }

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
        {
            db.Add(new DeskTask
            {
                Key = key,
                Kind = DeskTaskKind.Binding,
                Title = OwnerTexts.BindingTask,
                EstateId = (await places.EstateOfAsync(message, ct))?.Id,
                Conversation = message.Conversation,
                CreatedAt = message.Now,
            });
        }

        return message.Say(OwnerTexts.BindingBlocked, "bind_failed", "handoff_human");
    }

    private static TurnResult Ask(OwnerMessage message, Dialog dialog, string question, string action = "ask_bind")
    {
        message.Conversation.DialogJson = (dialog with { Asked = dialog.Asked + 1 }).Write();
        return message.Say(question, action);
    }

    /// <summary>Four digits that stand alone and are no room.</summary>
    private static string? TailOf(OwnerMessage message) => FourDigits().Matches(message.Meaning.Plain)
        .Select(match => match.Value)
        .LastOrDefault(digits => digits != message.Meaning.Location.Room || message.Dialog is { Rooms.Count: > 0 });

    /// <summary>Numbers and the words of an address, and nothing that anybody could mend.</summary>
    [GeneratedRegex(@"^(我|家|住|在|是|的|业主|[\s\d,，。.#-]|[零一二三四五六七八九十百幺]|栋|幢|号|楼|单元|室|座|期|区|户|房|[A-Za-z])+$")]
    private static partial Regex OnlyAnAddress();

    [GeneratedRegex(@"(?<!\d)\d{4}(?!\d)")]
    private static partial Regex FourDigits();
}
