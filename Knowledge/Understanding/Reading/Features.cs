namespace ChatDesk.Knowledge.Understanding.Reading;

/// <summary>Numbers the features by which messages are classed: every concept of the lexicon, facts of form, and pairs of the two.</summary>
internal static class Features
{
    private static readonly string[] Forms =
    [
        "form.always", "form.question_mark", "form.exclaims", "form.ends_asking", "form.length_2", "form.length_5", "form.length_10", "form.length_20", "form.length_40", "form.longer", "form.many_marks",
        "form.building", "form.unit", "form.floor", "form.room", "form.area", "form.phase", "form.phone", "form.plate", "form.link", "form.ticket_number", "form.figures",
        "form.group", "form.at_bot", "form.bot_name", "form.at_other", "form.emoji_only", "form.latin_only", "form.nothing",
        "form.found_80", "form.found_60", "form.found_45", "form.found_30", "form.found_less", "form.found_clear",
        "form.running_event", "form.same_speaker", "form.first_line", "form.after_urgent", "form.same_category",
    ];

    private static readonly (string Name, string[] Concepts)[] Groups =
    [
        ("any.fault", ["fault.broken", "fault.leak", "fault.blocked", "fault.nowater", "fault.nopower", "fault.dark", "fault.cold", "fault.smell", "fault.dirty"]),
        ("any.conduct", ["fault.person"]),
        ("any.question", ["asks.how", "asks.price", "asks.when", "asks.where", "asks.whether", "form.question_mark"]),
        ("any.place", ["form.building", "form.unit", "form.room"]),
        ("any.thing", [.. Enumerable.Range(0, Words.Lexicon.ConceptCount).Select(Words.Lexicon.NameOf).Where(name => name.StartsWith("cat.", StringComparison.Ordinal) && name.EndsWith(".4", StringComparison.Ordinal))]),
    ];

    private static readonly string[] Left = ["any.fault", "any.conduct", "any.place", "any.thing", "form.group", "form.area", "own.ticket", "mine"];

    private static readonly string[] Right =
    [
        "any.question", "form.question_mark", "asks.how", "asks.price", "asks.when", "asks.where", "asks.whether", "asks.polite", "asks.procedure", "want.repair", "want.urge", "want.status", "want.suggest",
        "says.complain", "says.praise", "says.thanks", "past", "any.fault", "any.thing", "any.place", "form.at_bot", "want.human", "group.to_neighbour", "group.me_too", "form.running_event", "form.found_60",
    ];

    private static readonly List<string> Names = [.. Enumerable.Range(0, Words.Lexicon.ConceptCount).Select(Words.Lexicon.NameOf), .. Forms, .. Groups.Select(group => group.Name)];
    private static readonly Dictionary<string, int> Ids = Names.Select((name, id) => (name, id)).ToDictionary(pair => pair.name, pair => pair.id, StringComparer.Ordinal);
    private static readonly (int Group, int[] Members)[] GroupIds = [.. Groups.Select(group => (Ids[group.Name], group.Concepts.Select(name => Ids[name]).ToArray()))];
    private static readonly (int Left, int Right, int Pair)[] Pairs = [.. NumberedPairs()];

    /// <summary>How many there are.</summary>
    public static int Count => Names.Count;

    public static int IdOf(string name) => Ids[name];

    public static bool TryIdOf(string name, out int id) => Ids.TryGetValue(name, out id);

    public static string NameOf(int id) => Names[id];

    /// <summary>Adds the groups and pairs that follow from what is set.</summary>
    public static void Complete(bool[] set)
    {
        foreach (var (group, members) in GroupIds)
            set[group] = Array.Exists(members, member => set[member]);
        foreach (var (left, right, pair) in Pairs)
            set[pair] = set[left] && set[right];
    }

    private static IEnumerable<(int, int, int)> NumberedPairs()
    {
        foreach (var left in Left)
        {
            foreach (var right in Right.Where(right => right != left))
            {
                var id = Names.Count;
                Names.Add($"{left}&{right}");
                Ids[$"{left}&{right}"] = id;
                yield return (Ids[left], Ids[right], id);
            }
        }
    }
}
