using ChatDesk.Knowledge.Retrieval;

namespace ChatDesk.Knowledge.Understanding.Reading;

/// <summary>Tells the separate requests of a message apart. Parts about the same matter, and parts that ask for nothing, are not requests of their own.</summary>
internal static class ItemReader
{
    private const int ShortestText = 10;
    private const int LongestText = 300;
    private const int ShortestQuestion = 7;
    private const double SureMatch = 0.4;

    /// <param name="plain">The readable text.</param>
    /// <param name="whole">What was noticed about all of it.</param>
    /// <param name="answersSurvey">Whether it begins with the answer to a survey.</param>
    public static IReadOnlyList<MessageItem> Read(string plain, Signals whole, bool answersSurvey)
    {
        if (plain.Length is < ShortestText or > LongestText || !RequestSplitter.MayHoldSeveral(plain, whole))
            return [];
        var parts = RequestSplitter.Split(plain);
        List<MessageItem> items = answersSurvey ? [new(parts[0].Text, Intent.SurveyReply, null, Urgency.Low, Location.None)] : [];
        foreach (var part in parts.Skip(items.Count))
            Add(items, ReadPart(part, whole), part.IsAnnounced);
        return items.Count >= 2 ? items : [];
    }

    private static MessageItem? ReadPart(RequestPart part, Signals whole)
    {
        var text = part.Text.Trim(' ', ',', '。', ';', '、');
        if (text.Length < 2)
            return null;
        var signals = MessageReader.SignalsOf(text, [], whole.Context with { Group = null, Pending = SurveyKind.None }, out var found, out _);
        var danger = EmergencyReader.Read(signals);
        var intent = danger is null ? IntentReader.Read(signals) : Intent.Emergency;
        if (!IsRequest(intent, signals, found))
            return null;
        return new(text, intent, MessageReader.CategoryFor(intent, danger, signals), UrgencyReader.Read(intent, signals), signals.Place.IsEmpty ? whole.Place : whole.Place.With(signals.Place)) { Found = found };
    }

    private static bool IsRequest(Intent intent, Signals signals, IReadOnlyList<ArticleMatch> found) => intent switch
    {
        Intent.Emergency => true,
        Intent.ReportRepair or Intent.Complaint => signals["any.thing"] && (signals["any.fault"] || signals["any.conduct"] || signals["says.complain"]),
        Intent.Suggestion => signals["want.suggest"],
        Intent.Urge => signals["want.urge"],
        Intent.TicketStatus => signals["want.status"] || signals["want.cancel"] || signals["want.reschedule"],
        Intent.Human => signals["want.human"],
        Intent.AskFaq => signals["any.question"] && found.Count > 0,
        Intent.Praise => signals["says.praise"],
        _ => false,
    };

    private static void Add(List<MessageItem> items, MessageItem? item, bool isAnnounced)
    {
        if (item is not null && (items.Count == 0 || !items.Exists(known => IsSame(known, item)) && (isAnnounced || StandsAlone(items[^1], item))))
            items.Add(item);
    }

    private static bool IsSame(MessageItem known, MessageItem item) =>
        known.Intent == item.Intent && (item.Intent == Intent.AskFaq ? BestOf(known)?.Article.Id == BestOf(item)?.Article.Id : known.Category == item.Category || item.Category is null)
        || item.Intent == Intent.Urge && item.Category is null && IsTicket(known.Intent);

    /// <summary>Without a word that announces it, a request is a new one only where it is plainly about something else.</summary>
    private static bool StandsAlone(MessageItem before, MessageItem item) => (IsTicket(before.Intent), IsTicket(item.Intent)) switch
    {
        (true, true) => item.Category != Category.Other && before.Category != Category.Other,
        (false, false) => BestOf(before) is { Score: >= SureMatch } first && BestOf(item) is { Score: >= SureMatch } second && first.Article.Category != second.Article.Category && item.Text.Length >= ShortestQuestion,
        _ => BestOf(item)?.Score >= SureMatch && item.Intent == Intent.AskFaq && before.Intent is Intent.Praise or Intent.SurveyReply,
    };

    private static bool IsTicket(Intent intent) => intent is Intent.ReportRepair or Intent.Complaint or Intent.Emergency;

    private static ArticleMatch? BestOf(MessageItem item) => item.Found.Count > 0 ? item.Found[0] : null;
}
