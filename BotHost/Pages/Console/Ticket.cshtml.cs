using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using Microsoft.AspNetCore.Mvc;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>One ticket: its time line, and what the desk can do to it.</summary>
public sealed class TicketModel(TicketReader tickets, StaffPicker picker, DeskDb db, DeskWork work, DeskCalendar calendar, Policies policies, Links links) : ConsolePage
{
    private const int MaxTextLength = 2000;

    private static readonly TicketAction[] DeskActions =
        [TicketAction.Assign, TicketAction.Classify, TicketAction.Comment, TicketAction.Close, TicketAction.Reopen, TicketAction.Cancel, TicketAction.Pause, TicketAction.Resume];

    public TicketView View { get; private set; } = null!;

    public Why? Why { get; private set; }

    public IReadOnlyList<StaffChoice> Choices { get; private set; } = [];

    public string ProgressLink { get; private set; } = "";

    public string ProgressToken { get; private set; } = "";

    private StaffMember By { get; set; } = null!;

    /// <summary>Whether the member and the ticket's state allow it.</summary>
    public bool Offers(TicketAction action) =>
        policies.MayAct(By, action, View.Ticket)
        && TicketRules.Refuse(View.Ticket, new TicketOrder(action) { Text = "?" }) == TicketRefusal.None;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken ct)
    {
        By = await StaffAsync();
        if (await tickets.FindAsync(number, By, ct) is not { } view)
            return NotFound();
        View = view;
        Why = await Why.FindAsync(db, view.Ticket, ct);
        Choices = Offers(TicketAction.Assign) ? await picker.ReadAsync(view.Ticket, ct) : [];
        ProgressLink = links.Progress(number);
        ProgressToken = links.ProgressToken(number);
        return Page();
    }

    /// <summary>The live part again: 204 while the ticket has no event after <paramref name="seen"/> and the owner was told nothing since <paramref name="told"/>.</summary>
    public async Task<IActionResult> OnGetLiveAsync(string number, int seen, int told, CancellationToken ct)
    {
        var view = await tickets.FindAsync(number, await StaffAsync(), ct);
        if (view is null)
            return NotFound();
        return view.Ticket.LastSequence == seen && view.Told.Stamp == told ? new NoContentResult() : Partial("_TicketLive", view);
    }

    public async Task<IActionResult> OnPostAsync(
        string number, TicketAction action, string? text, string? assignee, string? category, TicketUrgency? urgency, PauseReason? pause, int? hours, CancellationToken ct)
    {
        if (!DeskActions.Contains(action) || text?.Length > MaxTextLength)
            return BadRequest();
        var by = await StaffAsync();
        TicketOrder order = new(action)
        {
            Text = string.IsNullOrWhiteSpace(text) ? null : PlainWords.Clean(text),
            Assignee = assignee,
            Category = ConsoleTexts.Categories.Contains(category) ? category : null,
            Urgency = urgency,
            Pause = action == TicketAction.Pause ? pause : null,
            PausedUntil = action == TicketAction.Pause && hours is > 0 and <= 24 * 366 ? calendar.Now.AddHours(hours.Value) : null,
        };
        var outcome = await work.RunAsync(services => ActAsync(services, number, order, by, ct), ct);
        if (outcome.Refusal == TicketRefusal.NotFound)
            return NotFound();
        if (outcome.IsDone)
            Say(ConsoleTexts.Action(action) + "：" + ConsoleTexts.ActionDone);
        else
            Complain(ConsoleTexts.Refusal(outcome.Refusal));
        return Redirect($"/console/tickets/{outcome.Ticket!.Number}");
    }

    private static async Task<TicketOutcome> ActAsync(IServiceProvider services, string number, TicketOrder order, StaffMember by, CancellationToken ct)
    {
        var outcome = await services.GetRequiredService<ActOnTicket>().RunAsync(number, order, by, ChannelNames.Desk, ct);
        if (outcome.IsDone)
            await services.GetRequiredService<DeskDb>().SaveChangesAsync(ct);
        return outcome;
    }
}
