using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Conversations.Steps;

/// <summary>A repair, a complaint or a suggestion: opens a ticket when its place is known, else asks, twice at most.</summary>
internal sealed class ReportStep(OwnerTickets tickets, OwnerTasks tasks, OwnerPlaces places, EstateRegister register) : IOwnerStep
{
    private const int MaxQuestions = 2;

    /// <summary>How long later words about the same matter join its ticket.</summary>
    private static readonly TimeSpan SameMatter = TimeSpan.FromMinutes(10);

    public async Task<TurnResult?> TryAsync(OwnerMessage message, CancellationToken ct)
    {
        var isReport = message.Meaning.Intent is Intent.ReportRepair or Intent.Complaint or Intent.Suggestion;
        if (message.Dialog is { Kind: DialogKind.Report or DialogKind.Describe } dialog && (isReport || IsAnswer(message, dialog)))
            return await DecideAsync(message, Merge(dialog.Draft!, message, isReport), dialog.Asked, ct);
        if (!isReport || register.Estates.Count == 0)
            return null;
        if (await tickets.RecentAsync(message, SameMatter, ct) is { } recent && IsSameMatter(recent, message))
            return await JoinAsync(message, recent, ct);
        return await DecideAsync(message, OwnerTickets.DraftOf(message), asked: 0, ct);
    }

    /// <summary>A place answers the question for a place; any words answer what a photo is about.</summary>
    private static bool IsAnswer(OwnerMessage message, Dialog dialog) => dialog.Kind == DialogKind.Describe
        ? message.Text.Length > 0
        : !message.Meaning.Location.IsEmpty || message.Meaning.Intent is Intent.Chitchat or Intent.OutOfScope;

    private static ReportDraft Merge(ReportDraft draft, OwnerMessage message, bool isReport)
    {
        var said = OwnerTickets.DraftOf(message);
        var isNew = draft.Words.Length == 0;
        return draft with
        {
            Words = isNew ? said.Words : $"{draft.Words}\n{said.Words}",
            Subject = isNew ? said.Subject : draft.Subject,
            Intent = isNew && !isReport ? Intent.ReportRepair : isNew ? said.Intent : draft.Intent,
            Category = draft.Category ?? said.Category,
            Urgency = (Urgency)Math.Max((int)draft.Urgency, (int)said.Urgency),
            Location = draft.Location.With(said.Location),
        };
    }

    private async Task<TurnResult> DecideAsync(OwnerMessage message, ReportDraft draft, int asked, CancellationToken ct)
    {
        var found = await places.FindAsync(message, draft, ct);
        if (found.Place is { } place)
            return await OpenAsync(message, draft, place, isVerified: true, ct);
        if (asked >= MaxQuestions)
            return await OpenAsync(message, draft, await places.BestOfAsync(message, draft.Location, ct), isVerified: false, ct);
        Dialog dialog = new() { Kind = DialogKind.Report, At = message.Now, Asked = asked + 1, Draft = draft };
        message.Conversation.DialogJson = dialog.Write();
        OutgoingMessage question = new() { Text = found.Question, Choices = [.. found.Choices.Select(choice => new SuggestedAction(choice, $"place:{choice}"))] };
        return new TurnResult(question, Traced(message, draft, "ask_location"));
    }

    private async Task<TurnResult> OpenAsync(OwnerMessage message, ReportDraft draft, Place place, bool isVerified, CancellationToken ct)
    {
        message.Conversation.DialogJson = null;
        var ticket = await tickets.OpenAsync(message, draft, place, ct);
        if (!isVerified)
            await tasks.RaiseAsync(message, DeskTaskKind.HandOver, $"place:{ticket.Number}", OwnerTexts.PlaceTask(ticket.Number), ticket, ct);

        var actions = draft.Intent == Intent.Complaint ? new[] { "create_ticket", "record_complaint" } : ["create_ticket"];
        return new TurnResult(tickets.Receipt(ticket) + Invite(message, place), Traced(message, draft, actions) with { Ticket = ticket.Number });
    }

    /// <summary>A stranger who named a room can bind it with the next message.</summary>
    private static string Invite(OwnerMessage message, Place place)
    {
        if (message.Conversation.OwnerId is not null || place.RoomId is not { } room)
            return "";
        message.Conversation.DialogJson = new Dialog { Kind = DialogKind.Bind, At = message.Now, Rooms = [room] }.Write();
        return OwnerTexts.InviteToBind;
    }

    private async Task<TurnResult> JoinAsync(OwnerMessage message, Ticket recent, CancellationToken ct)
    {
        await tickets.AddAsync(message, recent, ct);
        return new TurnResult(OwnerTexts.Added(recent.Number), message.Trace("update_ticket") with { Ticket = recent.Number });
    }

    private static bool IsSameMatter(Ticket recent, OwnerMessage message) =>
        recent.IsBeingWorkedOn
        && (message.Meaning.Category is null || message.Meaning.Category?.Label() == recent.Category)
        && message.Meaning.Location is { Building: null, Room: null };

    private static TurnTrace Traced(OwnerMessage message, ReportDraft draft, params IReadOnlyList<string> actions) => message.Trace(actions) with
    {
        Intent = draft.Intent.Label(),
        Category = draft.Category?.Label(),
        Urgency = draft.Urgency.Label(),
        Location = OwnerMessage.Traced(draft.Location),
    };
}
