namespace ChatDesk.Knowledge.Evaluation;

/// <summary>How well messages are understood; the definitions are those of score.py.</summary>
public static class MessageScore
{
    private static readonly HashSet<string> Tickets = ["report_repair", "complaint", "emergency", "suggestion"];
    private static readonly HashSet<string> Placed = [.. Tickets, "urge", "ticket_status"];
    private static readonly HashSet<string> Questions = ["ask_faq", "out_of_scope"];
    private static readonly HashSet<string> Masked = ["phone", "id", "plate", "bank"];

    /// <returns>Metric names and values: shares in percent with two decimals.</returns>
    public static IEnumerable<(string Name, object? Value)> Of(IReadOnlyList<(CorpusMessage Gold, UnderstandAnswer Got)> rows) =>
        [("n", rows.Count), .. Intents(rows), .. Emergencies(rows), .. Answers(rows), .. Places(rows), .. Groups(rows), .. Privacy(rows)];

    private static IEnumerable<(string, object?)> Intents(IReadOnlyList<(CorpusMessage Gold, UnderstandAnswer Got)> rows)
    {
        List<(string? Gold, string? Got)> intents = [.. rows.Select(row => (row.Gold.Intent, IsSameIntent(row.Gold, row.Got) ? row.Gold.Intent : row.Got.Intent))];
        var tickets = rows.Where(row => Tickets.Contains(row.Gold.Intent)).ToList();
        var categories = tickets.Where(row => row.Gold.Category is not null).ToList();
        yield return ("intent_accuracy", Share.Of(intents.Count(pair => pair.Gold == pair.Got), rows.Count));
        yield return ("intent_macro_f1", Share.MacroF1(intents));
        yield return ("category_accuracy", Share.Of(categories.Count(row => row.Gold.Category == row.Got.Category), categories.Count));
        yield return ("category_n", categories.Count);
        yield return ("urgency_accuracy", Share.Of(tickets.Count(row => row.Gold.Urgency == row.Got.Urgency), tickets.Count));
    }

    private static IEnumerable<(string, object?)> Emergencies(IReadOnlyList<(CorpusMessage Gold, UnderstandAnswer Got)> rows)
    {
        var real = rows.Where(row => row.Gold.Intent == "emergency").ToList();
        yield return ("emergency_n", real.Count);
        yield return ("emergency_missed", real.Count(row => !IsAlarm(row.Got)));
        yield return ("false_alarm", Share.Of(rows.Count(row => row.Gold.Intent != "emergency" && IsAlarm(row.Got)), rows.Count - real.Count));
    }

    private static IEnumerable<(string, object?)> Answers(IReadOnlyList<(CorpusMessage Gold, UnderstandAnswer Got)> rows)
    {
        var known = rows.Where(row => row.Gold is { Intent: "ask_faq", FaqId: not null } && !HasItems(row.Gold)).ToList();
        var unknown = rows.Where(row => row.Gold.FaqId is null && !HasItems(row.Gold) && (Questions.Contains(row.Gold.Intent) || row.Gold.Intent == "human")).ToList();
        yield return ("faq_recall_at_1", Share.Of(known.Count(row => row.Got.Faq is [var first, ..] && first.Id == row.Gold.FaqId), known.Count));
        yield return ("unanswerable_n", unknown.Count);
        yield return ("unanswerable_answered", Share.Of(unknown.Count(row => row.Got.Action == "answer"), unknown.Count));
    }

    private static IEnumerable<(string, object?)> Places(IReadOnlyList<(CorpusMessage Gold, UnderstandAnswer Got)> rows)
    {
        var placed = rows.Where(row => Placed.Contains(row.Gold.Intent)).ToLookup(row => row.Gold.Location != NoPlace);
        var said = placed[true].ToList();
        yield return ("location_n", said.Count);
        yield return ("location_exact", Share.Of(said.Count(row => row.Gold.Location == row.Got.Location), said.Count));
        yield return ("location_wrong", Share.Of(said.Count(row => IsWrong(row.Gold.Location, row.Got.Location)), said.Count));
        yield return ("location_invented", placed[false].Count(row => row.Got.Location is { Building: not null } or { Room: not null }));
    }

    private static IEnumerable<(string, object?)> Groups(IReadOnlyList<(CorpusMessage Gold, UnderstandAnswer Got)> rows)
    {
        var lines = rows.Where(row => row.Gold.Channel == "group").Select(row => (Gold: row.Gold.ShouldReply == true, Got: row.Got.ShouldReply)).ToList();
        var (both, asked, spoke) = (lines.Count(line => line is (true, true)), lines.Count(line => line.Gold), lines.Count(line => line.Got));
        yield return ("group_should_reply_f1", Share.Of(2 * both, asked + spoke));
        yield return ("group_spoke_unasked", Share.Of(spoke - both, lines.Count - asked));
        yield return ("group_stayed_silent_wrongly", Share.Of(asked - both, asked));
    }

    private static IEnumerable<(string, object?)> Privacy(IReadOnlyList<(CorpusMessage Gold, UnderstandAnswer Got)> rows)
    {
        var data = rows.SelectMany(row => (row.Gold.PersonalData ?? []).Where(datum => Masked.Contains(datum.Type)).Select(datum => (datum, row.Got))).ToList();
        yield return ("pii_n", data.Count);
        yield return ("pii_leaked", data.Count(pair => pair.Got.Masked.Contains(pair.datum.Value, StringComparison.Ordinal)));
    }

    private static readonly UnderstandLocation NoPlace = new(null, null, null, null, null, null);

    private static bool IsSameIntent(CorpusMessage gold, UnderstandAnswer got) =>
        gold.Intent == got.Intent || gold.FaqId is null && Questions.Contains(gold.Intent) && Questions.Contains(got.Intent);

    private static bool IsAlarm(UnderstandAnswer got) => got.Intent == "emergency" || got.Urgency == "emergency";

    private static bool HasItems(CorpusMessage gold) => gold.Items is { Count: > 0 };

    private static bool IsWrong(UnderstandLocation gold, UnderstandLocation got) =>
        IsWrong(gold.Phase, got.Phase) || IsWrong(gold.Building, got.Building) || IsWrong(gold.Unit, got.Unit) || IsWrong(gold.Room, got.Room);

    private static bool IsWrong(string? gold, string? got) => got is not null && got != gold;
}
