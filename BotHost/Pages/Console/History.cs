using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>One change of a record, as people read it.</summary>
public sealed record HistoryLine(string Action, string Summary, string By, string When);

/// <summary>Reads who changed a record.</summary>
public sealed class History(DeskDb db, DeskCalendar calendar)
{
    private const int MaxLines = 20;

    /// <param name="subject">As <see cref="Masters.MasterAudit"/> names it.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<HistoryLine>> OfAsync(string subject, CancellationToken ct)
    {
        var rows = await db.Set<DeskAudit>().AsNoTracking().Where(audit => audit.Subject == subject).OrderByDescending(audit => audit.Id).Take(MaxLines).ToListAsync(ct);
        var names = await StaffNames.ReadAsync(db, rows.Select(row => row.By), ct);
        return rows.ConvertAll(row => new HistoryLine(
            MasterTexts.Action(row.Action), row.Summary ?? ConsoleTexts.SomebodyErased, names.Of(row.By)!, ConsoleTexts.When(calendar.ToLocal(row.At), calendar.LocalNow)));
    }
}
