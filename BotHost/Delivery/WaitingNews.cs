using System.Text.Json;
using System.Text.Json.Serialization;
using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Delivery;

/// <summary>
/// What waits for an owner's next message (decision 14): the newest line of each ticket, kept on the conversation, so that a turn
/// without news reads and writes nothing for it.
/// </summary>
public sealed class WaitingNews(DeskDb db, TimeProvider clock)
{
    private const int MostTickets = 3;

    /// <summary>Lets a message wait in place of what waited about the same ticket.</summary>
    /// <returns>False where there is no chat to wait in, or nothing to say in a line.</returns>
    public async Task<bool> TryHoldAsync(OutboxMessage message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        var conversation = await db.Set<Conversation>()
            .SingleOrDefaultAsync(c => c.Channel == message.Channel && c.Account == message.Account && c.PeerId == message.RecipientId, ct);
        return conversation is not null && await HoldAsync(message, conversation, ct);
    }

    /// <summary>The same where the chat is at hand.</summary>
    public async Task<bool> HoldAsync(OutboxMessage message, Conversation conversation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message is not { Brief: { } line, TicketNumber: { } ticket })
            return false;
        await ForgetAsync(conversation, ticket, ct);
        conversation.NewsJson = Write([.. Read(conversation), new(ticket, line)]);
        message.State = OutboxState.Held;
        message.Rung = DeliveryRung.NextReply;
        message.LeasedUntil = null;
        message.ChargedAt = null;
        return true;
    }

    /// <summary>Something newer about the ticket is told: what waited is not told any more.</summary>
    public async Task ForgetAsync(Conversation conversation, string ticketNumber, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var news = Read(conversation);
        if (!news.Exists(line => line.Ticket == ticketNumber))
            return;
        news.RemoveAll(line => line.Ticket == ticketNumber);
        conversation.NewsJson = Write(news);
        foreach (var held in await HeldAsync([ticketNumber], ct))
            held.State = OutboxState.Superseded;
    }

    /// <summary>Adds what waits to a reply, unless the reply is about danger, and records that it was told.</summary>
    public async Task<OutgoingMessage> AddToAsync(OutgoingMessage reply, Conversation conversation, bool isEmergency, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(conversation);
        if (conversation.NewsJson is null || isEmergency || string.IsNullOrEmpty(reply.Text))
            return reply;
        var news = Read(conversation).TakeLast(MostTickets).ToList();
        conversation.NewsJson = null;
        foreach (var held in await HeldAsync([.. news.Select(line => line.Ticket)], ct))
        {
            held.State = OutboxState.Sent;
            held.SentAt = clock.GetUtcNow();
        }

        var untold = news.FindAll(line => !reply.Text.Contains(line.Ticket, StringComparison.Ordinal));
        return untold.Count == 0 ? reply : reply with { Text = reply.Text + DeliveryTexts.AlsoTold(untold.Select(line => $"{line.Ticket} {line.Line}")) };
    }

    private static List<NewsLine> Read(Conversation conversation) =>
        conversation.NewsJson is null ? [] : JsonSerializer.Deserialize(conversation.NewsJson, NewsJson.Default.ListNewsLine)!;

    private static string? Write(List<NewsLine> news) => news.Count == 0 ? null : JsonSerializer.Serialize(news, NewsJson.Default.ListNewsLine);

    private async Task<List<OutboxMessage>> HeldAsync(List<string> tickets, CancellationToken ct)
    {
        var known = await db.Set<OutboxMessage>()
            .Where(row => row.State == OutboxState.Held && row.TicketNumber != null && tickets.Contains(row.TicketNumber)).ToListAsync(ct);
        var added = db.Set<OutboxMessage>().Local.Where(row => row.State == OutboxState.Held && row.TicketNumber is not null && tickets.Contains(row.TicketNumber));
        return [.. known.Concat(added).Distinct().Where(row => row.State == OutboxState.Held)];
    }
}

/// <summary>One line that waits: the ticket and what happened.</summary>
internal sealed record NewsLine(string Ticket, string Line);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(List<NewsLine>))]
internal sealed partial class NewsJson : JsonSerializerContext;
