using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Fees;

/// <summary>What homes owe and have paid, for the owner's phone and for care .</summary>
public sealed class FeeBook(DeskDb db)
{
    /// <summary>Whether the company imported any fees at all: without them nobody can be called a good payer (N-20).</summary>
    public Task<bool> HasFeedAsync(CancellationToken ct) => db.Set<FeeRecord>().AnyAsync(ct);

    /// <summary>What some homes still owe: the earliest due first.</summary>
    public async Task<IReadOnlyList<FeeRecord>> OwedByAsync(IReadOnlyCollection<int> roomIds, CancellationToken ct)
    {
        var owed = await db.Set<FeeRecord>().AsNoTracking().Where(fee => roomIds.Contains(fee.RoomId) && fee.PaidOn == null).ToListAsync(ct);
        return [.. owed.OrderBy(fee => fee.DueOn ?? DateOnly.MaxValue).ThenBy(fee => fee.Id)];
    }

    /// <summary>Everything about one home, the newest first.</summary>
    public async Task<IReadOnlyList<FeeRecord>> OfRoomAsync(int roomId, CancellationToken ct) =>
        await db.Set<FeeRecord>().AsNoTracking().Where(fee => fee.RoomId == roomId).OrderByDescending(fee => fee.Period).ThenBy(fee => fee.Item).ToListAsync(ct);
}
