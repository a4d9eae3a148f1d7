using System.Text.Json;
using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>Why a ticket was opened as it was: the message and what its turn made of it.</summary>
/// <param name="Words">What the person wrote; null for a picture or a voice message.</param>
/// <param name="Trace">What the turn decided.</param>
public sealed record Why(string? Words, JsonElement Trace)
{
    private const int MessagesBack = 20;

    /// <returns>Null for a ticket that no message opened.</returns>
    public static async Task<Why?> FindAsync(DeskDb db, Ticket ticket, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(ticket);
        var conversation = await db.Set<Conversation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == ticket.ConversationId, ct);
        if (conversation is null)
            return null;
        var messages = await db.Set<InboxMessage>().AsNoTracking()
            .Where(m => m.SenderId == conversation.PeerId && m.Channel == conversation.Channel && m.ReceivedAt <= ticket.OpenedAt && m.TraceJson != null)
            .OrderByDescending(m => m.Id).Take(MessagesBack).ToListAsync(ct);
        var first = messages.LastOrDefault(m => m.TraceJson!.Contains(ticket.Number, StringComparison.Ordinal));
        return first is null ? null : new(ActivityJson.Read(first.ActivityJson).Text, JsonElement.Parse(first.TraceJson!));
    }

    /// <summary>A field of the trace as text; null where the turn left it open.</summary>
    public string? Field(string name) =>
        Trace.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>What the turn did, in the evaluation's action names.</summary>
    public IEnumerable<string> Actions =>
        Trace.TryGetProperty("actions", out var actions) && actions.ValueKind == JsonValueKind.Array
            ? actions.EnumerateArray().Select(action => action.GetString() ?? "")
            : [];
}
