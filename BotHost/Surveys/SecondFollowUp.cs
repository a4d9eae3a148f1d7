using System.Globalization;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Surveys;

/// <summary>An owner who is not content, or says that it is not fixed, gets a second follow-up by a person, raised in the same change (R-141, T12).</summary>
internal sealed class SecondFollowUp(DeskDb db) : ITicketReaction
{
    public Task OnAsync(TicketChange change, CancellationToken ct)
    {
        var (ticket, happened) = change;
        if (happened is { Type: TicketEventType.Reopened, ActorKind: ActorKind.Owner })
            db.Add(Task(ticket, happened));
        return System.Threading.Tasks.Task.CompletedTask;
    }

    private static DeskTask Task(Ticket ticket, TicketEvent reopened) => new()
    {
        Key = string.Create(CultureInfo.InvariantCulture, $"second-follow-up:{ticket.Number}:{ticket.Resolution}"),
        Kind = DeskTaskKind.SecondFollowUp,
        Title = reopened.Data.Score is null ? SurveyTexts.NotFixed(ticket.Number) : SurveyTexts.SecondFollowUp(ticket.Number),
        EstateId = ticket.EstateId,
        TicketNumber = ticket.Number,
        ConversationId = ticket.ConversationId,
        CreatedAt = reopened.At,
    };
}
