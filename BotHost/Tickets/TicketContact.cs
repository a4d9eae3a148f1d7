using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Owners;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Tickets;

/// <summary>Whom staff reach about a ticket: for staff's eyes only.</summary>
/// <param name="Name">As the register or the clerk has it.</param>
/// <param name="Phone">Null where nobody left one.</param>
/// <param name="IsRegistered">Whether the person is in the register.</param>
public sealed record TicketContact(string? Name, string? Phone, bool IsRegistered)
{
    /// <returns>The registered owner, else the caller whom the clerk wrote down; null for a stranger in a chat.</returns>
    public static async Task<TicketContact?> FindAsync(DeskDb db, Ticket ticket, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(ticket);
        var ownerId = ticket.OwnerId ?? await BoundOwnerAsync(db, ticket.ConversationId, ct);
        var owner = ownerId is null ? null : await db.Set<Owner>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == ownerId, ct);
        if (owner is not null)
            return new(owner.Name, owner.Phone, IsRegistered: true);
        var entry = await db.Set<DeskEntry>().AsNoTracking().SingleOrDefaultAsync(e => e.TicketId == ticket.Id, ct);
        return entry is { CallerName: not null } or { CallerPhone: not null } ? new(entry.CallerName, entry.CallerPhone, IsRegistered: false) : null;
    }

    private static async Task<int?> BoundOwnerAsync(DeskDb db, long? conversationId, CancellationToken ct) =>
        conversationId is null ? null : await db.Set<Conversation>().Where(c => c.Id == conversationId).Select(c => c.OwnerId).SingleOrDefaultAsync(ct);
}
