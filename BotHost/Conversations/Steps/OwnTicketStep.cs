using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Conversations.Steps;

/// <summary>Words about a ticket that exists: how far it is, hurry, not needed any more, not fixed.</summary>
internal sealed class OwnTicketStep(OwnerTasks tasks, OwnerTickets tickets, TicketJournal journal) : IOwnerStep
{
    private const int ShownAtOnce = 3;

    public async Task<TurnResult?> TryAsync(OwnerMessage message, CancellationToken ct)
    {
        if (message.Dialog is { Kind: DialogKind.Cancel } dialog)
            return await ConfirmAsync(message, dialog, ct);
        var (intent, asks) = (message.Meaning.Intent, message.Meaning.Asks);
        if (asks.HasFlag(Asks.Reopen) && await tickets.FinishedLatelyAsync(message, ct) is { } finished)
            return await ReopenAsync(message, finished, ct);
        var isAbout = intent is Intent.Urge or Intent.TicketStatus;
        if (!isAbout && !MayBeAbout(intent, asks))
            return null;
        var open = await tickets.OpenOfAsync(message, ct);
        if (message.Meaning.TicketNumber is { } named && open.All(ticket => ticket.Number != named))
            return await NamedAsync(message, named, ct);
        if (open.Count == 0 && !isAbout)
            return null;
        if (open.Count == 0)
            return intent == Intent.Urge ? await LostAsync(message, ct) : await LatestAsync(message, ct);
        if (asks.HasFlag(Asks.Cancel))
            return AskCancel(message, open[0]);
        if (intent == Intent.Urge || asks.HasFlag(Asks.Urge))
            return await UrgeAsync(message, open[0], ct);
        return asks.HasFlag(Asks.AddDetail) || asks.HasFlag(Asks.Reschedule)
            ? await AddAsync(message, open[0], ct)
            : new TurnResult(string.Join("\n\n", open.Take(ShownAtOnce).Select(tickets.Status)), message.Trace("give_status") with { Ticket = open[0].Number });
    }

    /// <summary>Short words ("不用来了", "师傅几点来") are about a ticket only where the writer has one.</summary>
    private static bool MayBeAbout(Intent intent, Asks asks) =>
        intent is (Intent.Chitchat or Intent.AskFaq or Intent.OutOfScope) && (asks & (Asks.Cancel | Asks.Status | Asks.Urge | Asks.Reschedule)) != 0;

    private async Task<TurnResult> UrgeAsync(OwnerMessage message, Ticket ticket, CancellationToken ct)
    {
        await journal.AppendAsync(ticket, TicketEventType.Urged, message.Actor, text: message.Text, ct: ct);
        return new TurnResult(tickets.Urged(ticket), message.Trace("urge_ticket", "give_status", "escalate") with { Ticket = ticket.Number });
    }

    private async Task<TurnResult> AddAsync(OwnerMessage message, Ticket ticket, CancellationToken ct)
    {
        await tickets.AddAsync(message, ticket, ct);
        return new TurnResult(OwnerTexts.Added(ticket.Number), message.Trace("update_ticket") with { Ticket = ticket.Number });
    }

    private static TurnResult AskCancel(OwnerMessage message, Ticket ticket)
    {
        message.Conversation.DialogJson = new Dialog { Kind = DialogKind.Cancel, At = message.Now, Ticket = ticket.Number, Asked = 1 }.Write();
        OutgoingMessage question = new()
        {
            Text = OwnerTexts.ConfirmCancel(ticket),
            Choices = [new SuggestedAction(OwnerTexts.CancelYes, "cancel:yes"), new SuggestedAction(OwnerTexts.CancelNo, "cancel:no")],
        };
        return new TurnResult(question, message.Trace("ask_reason") with { Ticket = ticket.Number });
    }

    private async Task<TurnResult?> ConfirmAsync(OwnerMessage message, Dialog dialog, CancellationToken ct)
    {
        message.Conversation.DialogJson = null;
        var isYes = message.Tapped == "cancel:yes" || message.Text == OwnerTexts.CancelYes || message.Meaning.Asks.HasFlag(Asks.Yes) || message.Meaning.Asks.HasFlag(Asks.Cancel);
        var isNo = message.Tapped == "cancel:no" || message.Text == OwnerTexts.CancelNo || message.Meaning.Asks.HasFlag(Asks.No);
        if (isNo)
            return message.Say(OwnerTexts.Kept, "smalltalk");
        if (!isYes || await tickets.FindOwnAsync(message, dialog.Ticket!, ct) is not { } ticket)
            return null;
        if (ticket.IsBeingWorkedOn)
            await journal.AppendAsync(ticket, TicketEventType.Cancelled, message.Actor, ct: ct);
        return new TurnResult(
            ticket.State == TicketState.Cancelled ? OwnerTexts.Cancelled(ticket.Number) : tickets.Status(ticket), message.Trace("cancel_ticket") with { Ticket = ticket.Number });
    }

    private async Task<TurnResult> ReopenAsync(OwnerMessage message, Ticket ticket, CancellationToken ct)
    {
        await journal.AppendAsync(ticket, TicketEventType.Reopened, message.Actor, text: message.Text, files: message.Files, ct: ct);
        return new TurnResult(tickets.Reopened(ticket), message.Trace("reopen_ticket") with { Ticket = ticket.Number });
    }

    /// <summary>A number that is not one of the writer's open tickets: his own old one, else as if it did not exist.</summary>
    private async Task<TurnResult> NamedAsync(OwnerMessage message, string number, CancellationToken ct) => await tickets.FindOwnAsync(message, number, ct) is { } own
        ? new TurnResult(tickets.Status(own), message.Trace("give_status") with { Ticket = own.Number })
        : message.Say(OwnerTexts.NotYours(number), "give_status");

    private async Task<TurnResult> LatestAsync(OwnerMessage message, CancellationToken ct) => await tickets.LatestAsync(message, ct) is { } latest
        ? new TurnResult(tickets.Status(latest), message.Trace("give_status") with { Ticket = latest.Number })
        : message.Say(OwnerTexts.NothingOpen, "give_status");

    /// <summary>Somebody presses for something that the desk does not know: a person has to look, and the owner is asked what it is.</summary>
    private async Task<TurnResult> LostAsync(OwnerMessage message, CancellationToken ct)
    {
        var title = OwnerTexts.HandOverTask(OwnerTickets.Line(message.Meaning.Masked, 100));
        await tasks.RaiseAsync(message, DeskTaskKind.HandOver, $"lost:{message.Activity.Id}", title, ticket: null, ct);
        return message.Say(OwnerTexts.Sorry, "clarify", "escalate");
    }
}
