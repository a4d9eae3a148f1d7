using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Staff;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Estates.Setup;

/// <summary>Who may be named as housekeeper, clerk, lead or manager: the file's staff and those who were registered before.</summary>
internal sealed class StaffKeys
{
    private readonly HashSet<string> _ids;

    private StaffKeys(HashSet<string> ids) => _ids = ids;

    public static async Task<StaffKeys> ReadAsync(DeskDb db, SetupFile file, CancellationToken ct)
    {
        var registered = await db.Set<StaffMember>().Select(member => member.WeComUserId).ToListAsync(ct);
        return new([.. registered, .. file.Staff.Select(member => member.WeComUserId)]);
    }

    /// <returns>The id, null for none.</returns>
    /// <exception cref="FormatException">Nobody has it.</exception>
    public string? Check(string? weComUserId, string path) => weComUserId is null || _ids.Contains(weComUserId)
        ? weComUserId
        : throw SetupFields.Error(path, $"nobody on the staff is \"{weComUserId}\"");
}
