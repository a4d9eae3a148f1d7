using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Staff;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>Staff members' names by WeCom user id.</summary>
public sealed class StaffNames(IReadOnlyDictionary<string, string> names)
{
    /// <returns>The id itself where the person was never registered; null for nobody.</returns>
    public string? Of(string? weComUserId) => weComUserId is null ? null : names.GetValueOrDefault(weComUserId, weComUserId);

    internal static async Task<StaffNames> ReadAsync(DeskDb db, IEnumerable<string?> weComUserIds, CancellationToken ct)
    {
        var wanted = weComUserIds.OfType<string>().Distinct().ToList();
        return new(await db.Set<StaffMember>().Where(member => wanted.Contains(member.WeComUserId))
            .ToDictionaryAsync(member => member.WeComUserId, member => member.Name, ct));
    }
}
