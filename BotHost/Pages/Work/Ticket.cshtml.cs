using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Pages.Console;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.BotHost.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Work;

/// <summary>The engineer's page of one ticket: what the owner said, where, whom to call, and the buttons of the next step.</summary>
public sealed class TicketModel(TicketReader reader, StaffPicker picker, ReadMaterials materials, DeskDb db, Policies policies, PostWork post) : WorkPage
{
    public TicketView View { get; private set; } = null!;

    public IReadOnlyList<StaffChoice> Colleagues { get; private set; } = [];

    /// <summary>The estate's price list; empty where this person adds no steps.</summary>
    public IReadOnlyList<Material> Materials { get; private set; } = [];

    /// <summary>The way there in the phone's map; null where the estate has no address.</summary>
    public string? Map { get; private set; }

    /// <summary>What was typed, to be shown again where it was refused.</summary>
    public WorkForm Form { get; private set; } = new();

    public string? Error { get; private set; }

    public string? Done { get; private set; }

    public Ticket Ticket => View.Ticket;

    public bool IsMine => Ticket.IsBeingWorkedOn && Ticket.Assignee == Member.WeComUserId;

    public bool MayAccept => Ticket is { IsBeingWorkedOn: true, Assignee: null } && policies.MayAct(Member, TicketAction.Accept, Ticket);

    public bool MayPassOn => Ticket is { IsBeingWorkedOn: true, Assignee: not null } && policies.MayAct(Member, TicketAction.Transfer, Ticket);

    /// <summary>Whether this person may pause the work, and let it go on.</summary>
    public bool MayPause => Ticket is { IsBeingWorkedOn: true, Assignee: not null, Urgency: not TicketUrgency.Emergency } && policies.MayAct(Member, TicketAction.Pause, Ticket);

    public bool Directs => policies.Directs(Member, Ticket);

    /// <summary>The owner's phone is for whoever does or directs the work.</summary>
    public string? Phone => Ticket.IsOpen && policies.MayAct(Member, TicketAction.Finish, Ticket) ? View.Contact?.Phone : null;

    public IEnumerable<TicketEvent> Said => Ticket.Events.Where(e => e.Type is TicketEventType.Opened or TicketEventType.OwnerAdded);

    /// <summary>The owner's words stand above; ratings come as a monthly sum (decision 17 of the requirements).</summary>
    public IEnumerable<TicketEvent> Timeline => Ticket.Events.Where(e =>
        e.Type is not (TicketEventType.OwnerAdded or TicketEventType.Rated or TicketEventType.OwnerNotified or TicketEventType.FollowUpOpened));

    public async Task<IActionResult> OnGetAsync(string number, TicketAction? done, CancellationToken ct)
    {
        Done = done is null ? null : WorkPageTexts.Done(done);
        return await ShowAsync(number, ct) ? Page() : Missing();
    }

    public async Task<IActionResult> OnPostAsync(string number, [FromForm] WorkForm form, [FromForm] List<IFormFile> photos, IFormFile? signature, CancellationToken ct)
    {
        if (!await ShowAsync(number, ct))
            return Missing();
        if (!form.IsOffered)
            return BadRequest();
        var result = await post.RunAsync(Ticket, form, new(photos, signature), Member.WeComUserId, key: null, ct);
        if (result.IsDone)
            return Redirect($"/w/{number}?done={form.Action}");
        return await ShowAsync(number, ct) ? Refuse(form, result) : Missing();
    }

    private IActionResult Refuse(WorkForm form, WorkResult result)
    {
        Form = form;
        Error = WorkPageTexts.Refused(result, View.Names.Of(Ticket.Assignee));
        Response.StatusCode = result.Refusal == WorkRefusal.Ticket ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> ShowAsync(string number, CancellationToken ct)
    {
        if (await reader.FindAsync(number, Member, ct) is not { } view)
            return false;
        View = view;
        if (MayPassOn)
            Colleagues = [.. (await picker.ReadAsync(Ticket, ct)).Where(choice => choice.WeComUserId != Ticket.Assignee)];
        if (IsMine)
            Materials = await materials.OfferedAsync(Ticket.EstateId, Ticket.Category, ct);
        Map = MapLink.To(await db.Set<Estate>().AsNoTracking().SingleAsync(estate => estate.Id == Ticket.EstateId, ct));
        return true;
    }
}
