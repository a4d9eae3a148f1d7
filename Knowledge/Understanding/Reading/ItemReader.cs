using ChatDesk.Knowledge.Retrieval;

namespace ChatDesk.Knowledge.Understanding.Reading;

/// <summary>Tells the separate requests of a message apart. Parts about the same matter, and parts that ask for nothing, are not requests of their own.</summary>
internal static class ItemReader
{
    private const int ShortestText = 12;
    private const int LongestText = 300;

    public static IReadOnlyList<MessageItem> Read(string plain, Signals whole, ReadContext context)
    {
        if (plain.Length is < ShortestText or > LongestText || !RequestSplitter.MayHoldSeveral(plain))
            return [];
        var parts = RequestSplitter.Split(plain);
        if (parts.Count < 2)
            return [];
        List<MessageItem> items = [];
        foreach (var part in parts)
            Add(items, ReadPart(plain[part].Trim(' ', ',', '。', ';', '、'), whole, context));
        return items.Count >= 2 ? items : [];
    }

    private static MessageItem? ReadPart(string text, Signals whole, ReadContext context)
    {
        if (text.Length < 2)
            return null;
        var signals = MessageReader.SignalsOf(text, [], context with { Group = null, Pending = SurveyKind.None }, out var found, out _);
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
        Intent.Human => signals["want.human"],
        Intent.AskFaq => signals["any.question"] && found.Count > 0 && found[0].Score > 0.3,
        Intent.Praise => signals["says.praise"],
        _ => false,
    };

    private static void Add(List<MessageItem> items, MessageItem? item)
    {
        if (item is null || items.Exists(known => IsSame(known, item)))
            return;
        items.Add(item);
    }

    private static bool IsSame(MessageItem known, MessageItem item) =>
        known.Intent == item.Intent && known.Category == item.Category && (item.Intent != Intent.AskFaq || known.Found is [var a, ..] && item.Found is [var b, ..] && a.Article.Id == b.Article.Id)
        || item.Intent == Intent.Urge && known.Intent is Intent.ReportRepair or Intent.Complaint or Intent.Emergency;
}
