using System.Text.RegularExpressions;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;

namespace ChatDesk.BotHost.Masters;

/// <summary>Writes down who changed what of the register: the subjects' names and the rows.</summary>
public static partial class MasterAudit
{
    public static string Owner(int id) => $"owner:{id}";

    public static string Estate(int id) => $"estate:{id}";

    public static string Building(int id) => $"building:{id}";

    public static string Room(int id) => $"room:{id}";

    public static string Device(int id) => $"device:{id}";

    public static string Fee(long id) => $"fee:{id}";

    public static string Import(Guid id) => $"import:{id:N}";

    /// <param name="by">Who did it.</param>
    /// <param name="at">When, by the desk's clock.</param>
    /// <param name="action">What was done.</param>
    /// <param name="subject">To what.</param>
    /// <param name="estateId">Whose staff may read of it.</param>
    /// <param name="summary">What differs, as people read it; cut where it is too long, mobile numbers masked.</param>
    public static DeskAudit Of(StaffMember by, DateTimeOffset at, DeskAuditAction action, string subject, int? estateId, string summary)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(summary);
        var masked = Mobile().Replace(summary, "$1****$2");
        return new()
        {
            At = at,
            By = by.WeComUserId,
            Action = action,
            Subject = subject,
            EstateId = estateId,
            Summary = masked.Length <= DeskAudit.MaxSummary ? masked : masked[..(DeskAudit.MaxSummary - 1)] + "…",
        };
    }

    [GeneratedRegex(@"(?<!\d)(1\d{2})\d{4}(\d{4})(?!\d)")]
    private static partial Regex Mobile();
}
