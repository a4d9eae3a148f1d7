using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>What waits for a person.</summary>
/// <param name="Rows">The oldest first.</param>
/// <param name="Kind">Only this kind; null for all.</param>
/// <param name="Counts">Open tasks of each kind.</param>
/// <param name="Now">The desk's clock.</param>
public sealed record TaskPage(IReadOnlyList<DeskTask> Rows, DeskTaskKind? Kind, IReadOnlyDictionary<DeskTaskKind, int> Counts, DateTimeOffset Now)
{
    /// <summary>Differs when a task came or went.</summary>
    public string Stamp => $"{Rows.Count}.{(Rows.Count == 0 ? 0 : Rows.Max(task => task.Id))}.{Counts.Values.Sum()}";
}

/// <summary>The desk's list of things that no program can finish.</summary>
public sealed class TasksModel(DeskDb db, DeskWork work, Policies policies, DeskCalendar calendar) : ConsolePage
{
    private const int MaxRows = 200;

    public TaskPage Tasks { get; private set; } = null!;

    public async Task OnGetAsync(DeskTaskKind? kind, CancellationToken ct) => Tasks = await ReadAsync(kind, ct);

    /// <summary>The list again: 204 while it is as it was.</summary>
    public async Task<IActionResult> OnGetRowsAsync(DeskTaskKind? kind, string? seen, CancellationToken ct)
    {
        var page = await ReadAsync(kind, ct);
        return page.Stamp == seen ? new NoContentResult() : Partial("_Tasks", page);
    }

    public async Task<IActionResult> OnPostAsync(long id, DeskTaskKind? kind, CancellationToken ct)
    {
        var by = await StaffAsync();
        var isFound = await work.RunAsync(services => FinishAsync(services, id, by, ct), ct);
        if (!isFound)
            return NotFound();
        Say(ConsoleTexts.TaskDone);
        return Redirect(kind is null ? "/console/tasks" : $"/console/tasks?kind={kind}");
    }

    private async Task<bool> FinishAsync(IServiceProvider services, long id, StaffMember by, CancellationToken ct)
    {
        var tasks = services.GetRequiredService<DeskDb>();
        var task = await tasks.Set<DeskTask>().SingleOrDefaultAsync(t => t.Id == id, ct);
        if (task is null || !policies.MaySee(by, task))
            return false;
        task.DoneAt ??= calendar.Now;
        task.DoneBy ??= by.WeComUserId;
        await tasks.SaveChangesAsync(ct);
        return true;
    }

    private async Task<TaskPage> ReadAsync(DeskTaskKind? kind, CancellationToken ct)
    {
        var visible = policies.VisibleTo(await StaffAsync(), db.Set<DeskTask>().AsNoTracking()).Where(task => task.DoneAt == null);
        var counts = await visible.GroupBy(task => task.Kind).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        var rows = await visible.Where(task => kind == null || task.Kind == kind).OrderBy(task => task.Id).Take(MaxRows).ToListAsync(ct);
        return new(rows, kind, counts, calendar.Now);
    }
}
