using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Conversations;

/// <summary>Raises what a person of the desk has to do about a message; it is saved with the turn.</summary>
internal sealed class OwnerTasks(DeskDb db, OwnerPlaces places)
{
    /// <param name="message">What it is about.</param>
    /// <param name="kind">What has to be done.</param>
    /// <param name="key">Makes the same cause raise one task.</param>
    /// <param name="title">One line in Chinese without personal data.</param>
    /// <param name="ticket">The ticket that the message opened, whose estate is known.</param>
    /// <param name="ct">Cancels the look for the estate.</param>
    public async Task RaiseAsync(OwnerMessage message, DeskTaskKind kind, string key, string title, Ticket? ticket, CancellationToken ct) => db.Add(new DeskTask
    {
        Key = key,
        Kind = kind,
        Title = title,
        EstateId = ticket?.EstateId ?? (await places.EstateOfAsync(message, ct))?.Id,
        TicketNumber = ticket?.Number,
        Conversation = message.Conversation,
        CreatedAt = message.Now,
    });
}
