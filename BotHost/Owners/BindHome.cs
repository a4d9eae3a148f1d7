using System.Security.Cryptography;
using System.Text;
using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Owners;

/// <summary>What came of a try to bind a chat to a home. What is told to the person must not say which part was wrong.</summary>
public abstract record BindingOutcome
{
    /// <summary>The chat now belongs to the owner.</summary>
    public sealed record Bound(Owner Owner) : BindingOutcome;

    /// <summary>Nothing fits.</summary>
    /// <param name="TriesLeft">How many more this chat has today; 0: a person has to help.</param>
    public sealed record Wrong(int TriesLeft) : BindingOutcome;

    /// <summary>This chat or this room had its wrong tries for today; nothing was compared.</summary>
    public sealed record Blocked : BindingOutcome;
}

/// <summary>Binds a chat to a registered person by room and the last four digits of the phone (decision 16 of the requirements).</summary>
public sealed class BindHome(DeskDb db, OwnerDirectory owners, DeskCalendar calendar)
{
    /// <summary>Wrong tries a local day, for a chat and for a room.</summary>
    public const int TriesADay = 3;

    /// <summary>Compares and, on success, binds; adds to this scope's change, the caller saves.</summary>
    /// <param name="conversation">A private chat; its identity comes from the channel.</param>
    /// <param name="roomIds">The rooms that fit what the person wrote; none for a place that does not exist.</param>
    /// <param name="phoneTail">The four digits.</param>
    /// <param name="ct">Cancels the work.</param>
    public async Task<BindingOutcome> RunAsync(Conversation conversation, IReadOnlyList<int> roomIds, string phoneTail, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(roomIds);
        var midnight = calendar.ToInstant(calendar.LocalNow.Date);
        var tries = await TriesAsync(conversation, midnight, ct);
        if (tries >= TriesADay || await AreBlockedAsync(roomIds, midnight, ct))
            return new BindingOutcome.Blocked();
        if (OnlyMatch(await owners.OfRoomsAsync(roomIds, ct), phoneTail) is { } owner)
        {
            conversation.OwnerId = owner.Id;
            return new BindingOutcome.Bound(owner);
        }

        Count(conversation, roomIds);
        return new BindingOutcome.Wrong(TriesADay - tries - 1);
    }

    private Task<int> TriesAsync(Conversation conversation, DateTimeOffset midnight, CancellationToken ct) =>
        db.Set<BindingTry>()
            .Where(attempt => attempt.ConversationId == conversation.Id && attempt.At >= midnight)
            .Select(attempt => attempt.TryId)
            .Distinct()
            .CountAsync(ct);

    private Task<bool> AreBlockedAsync(IReadOnlyList<int> roomIds, DateTimeOffset midnight, CancellationToken ct) =>
        db.Set<BindingTry>()
            .Where(attempt => attempt.RoomId != null && roomIds.Contains(attempt.RoomId.Value) && attempt.At >= midnight)
            .GroupBy(attempt => attempt.RoomId)
            .AnyAsync(room => room.Count() >= TriesADay, ct);

    /// <summary>One person, or several of one room with one phone: then the owner, or who was registered first.</summary>
    private static Owner? OnlyMatch(List<Owner> residents, string phoneTail)
    {
        var matching = residents.Where(owner => IsTail(owner, phoneTail)).ToList();
        return matching.Select(owner => owner.Phone).Distinct().Count() == 1
            ? matching.OrderBy(owner => owner.Homes.Min(home => home.Relation)).First()
            : null;
    }

    private static bool IsTail(Owner owner, string phoneTail) =>
        phoneTail.Length == 4 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(owner.PhoneTail()), Encoding.UTF8.GetBytes(phoneTail));

    private void Count(Conversation conversation, IReadOnlyList<int> roomIds)
    {
        var tryId = Guid.NewGuid();
        var rooms = roomIds.Count == 0 ? [null] : roomIds.Select(id => (int?)id);
        db.AddRange(rooms.Select(roomId => new BindingTry
        {
            TryId = tryId, RoomId = roomId, Conversation = conversation, At = calendar.Now,
        }));
    }
}
