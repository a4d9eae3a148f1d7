using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.WeCom;

namespace ChatDesk.BotHost.Dispatch;

/// <summary>A ticket's card as one member of staff should see it now.</summary>
public sealed class CardView(Links links, DeskCalendar calendar)
{
    private const int WordsShown = 60;

    /// <summary>What the card says instead of buttons, null while there is something to press.</summary>
    /// <param name="ticket">The ticket as it is now.</param>
    /// <param name="weComUserId">Who looks at the card.</param>
    /// <param name="assigneeName">The assignee's name, null while nobody took it.</param>
    public static string? EndText(Ticket ticket, string weComUserId, string? assigneeName)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return ticket.State switch
        {
            TicketState.Cancelled or TicketState.Merged => DispatchTexts.Cancelled,
            TicketState.Closed => DispatchTexts.Closed,
            TicketState.Finished or TicketState.FollowUp => DispatchTexts.Finished,
            _ when ticket.Assignee is not null && ticket.Assignee != weComUserId => DispatchTexts.TakenBy(assigneeName ?? ticket.Assignee),
            _ => null,
        };
    }

    /// <summary>The card with the buttons that fit: 接单 转派 退单 while it is free, then 出发 到场 完工.</summary>
    /// <param name="ticket">The ticket as it is now.</param>
    /// <param name="weComUserId">Who gets the card; the link signs them in.</param>
    /// <param name="taskId">The card's own id.</param>
    /// <param name="words">The owner's words.</param>
    /// <param name="assigneeName">The assignee's name.</param>
    public TemplateCard For(Ticket ticket, string weComUserId, string taskId, string? words, string? assigneeName)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var link = links.Work(ticket.Number, weComUserId);
        var end = EndText(ticket, weComUserId, assigneeName);
        return new TemplateCard
        {
            CardType = TemplateCard.ButtonInteraction,
            TaskId = taskId,
            Source = new CardSource(DispatchTexts.Source, ticket.Urgency == TicketUrgency.Emergency ? 2 : 0),
            MainTitle = new CardTitle(Cut(DispatchTexts.Title(ticket), 36), ticket.Number),
            QuoteArea = string.IsNullOrWhiteSpace(words) ? null : new CardQuote(Cut(words, WordsShown), DispatchTexts.OwnerWords),
            HorizontalContentList = Rows(ticket),
            JumpList = [new CardLink(link, DispatchTexts.OpenWorkPage)],
            CardAction = new CardLink(link),
            ButtonList = Buttons(ticket, weComUserId),
            ReplaceText = end,
        };
    }

    /// <summary>A card that only tells, for the desk and the supervisor.</summary>
    public TemplateCard NoticeFor(Ticket ticket, string weComUserId, string? words)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var link = links.Work(ticket.Number, weComUserId);
        return new TemplateCard
        {
            CardType = TemplateCard.TextNotice,
            Source = new CardSource(DispatchTexts.Source, 2),
            MainTitle = new CardTitle(Cut(DispatchTexts.Title(ticket), 36), ticket.Number),
            SubTitleText = string.IsNullOrWhiteSpace(words) ? null : Cut(words, WordsShown),
            HorizontalContentList = Rows(ticket),
            JumpList = [new CardLink(link, DispatchTexts.OpenWorkPage)],
            CardAction = new CardLink(link),
        };
    }

    private List<CardRow> Rows(Ticket ticket) =>
    [
        new(DispatchTexts.Place, Cut(ticket.Place, 26)),
        new(DispatchTexts.Urgency, DispatchTexts.UrgencyName(ticket.Urgency)),
        new(DispatchTexts.Time, DispatchTexts.ClockTime(calendar.ToLocal(ticket.OpenedAt))),
    ];

    private static List<CardButton> Buttons(Ticket ticket, string weComUserId)
    {
        if (ticket.Assignee != weComUserId)
        {
            return
            [
                Button(DispatchTexts.Accept, TicketAction.Accept, 1),
                Button(DispatchTexts.Transfer, TicketAction.Transfer, 2),
                Button(DispatchTexts.Return, TicketAction.Return, 2),
            ];
        }

        List<CardButton> buttons = [];
        if (ticket.State != TicketState.InProgress)
            buttons.Add(Button(DispatchTexts.Depart, TicketAction.Depart, 1));
        if (ticket.ArrivedAt is null)
            buttons.Add(Button(DispatchTexts.Arrive, TicketAction.Arrive, 1));
        buttons.Add(Button(DispatchTexts.Finish, TicketAction.Finish, ticket.ArrivedAt is null ? 2 : 1));
        return buttons;
    }

    private static CardButton Button(string text, TicketAction action, int style) => new(text, action.ToString(), style);

    private static string Cut(string text, int length)
    {
        System.Globalization.StringInfo elements = new(text);
        return elements.LengthInTextElements <= length ? text : elements.SubstringByTextElements(0, length - 1) + "…";
    }
}
