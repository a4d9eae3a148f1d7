using ChatDesk.Knowledge.Retrieval;
using ChatDesk.Knowledge.Text;

namespace ChatDesk.Knowledge.Understanding.Reading;

/// <summary>Everything that has been noticed about a message, before anything is decided.</summary>
internal sealed class Signals
{
    private readonly bool[] _set = new bool[Features.Count];

    private Signals(string plain, Cues cues, Location place, ReadContext context) => (Plain, Cues, Place, Context) = (plain, cues, place, context);

    public string Plain { get; }

    public Cues Cues { get; }

    public Location Place { get; }

    public ReadContext Context { get; }

    /// <summary>The features that hold, by number.</summary>
    public int[] Active { get; private set; } = [];

    public bool this[string feature] => _set[Features.IdOf(feature)];

    public bool Has(int feature) => _set[feature];

    public static Signals Of(string plain, Cues cues, Location place, IReadOnlyList<PersonalDatum> personal, IReadOnlyList<ArticleMatch> found, ReadContext context)
    {
        Signals signals = new(plain, cues, place, context);
        foreach (var hit in cues.Hits)
            signals._set[hit.Concept] = true;
        signals.SetForm();
        signals.SetPlace(personal);
        signals.SetFound(found);
        signals.SetGroup();
        Features.Complete(signals._set);
        signals.Active = [.. Enumerable.Range(0, Features.Count).Where(id => signals._set[id])];
        return signals;
    }

    private void Set(string feature, bool holds = true) => _set[Features.IdOf(feature)] = holds;

    private void SetForm()
    {
        Set("form.always");
        Set("form.question_mark", Plain.Contains('?', StringComparison.Ordinal));
        Set("form.exclaims", Plain.Contains('!', StringComparison.Ordinal));
        Set("form.many_marks", Plain.Contains("!!", StringComparison.Ordinal) || Plain.Contains("??", StringComparison.Ordinal));
        Set("form.ends_asking", Plain.TrimEnd('?', '!', '。', ' ', '~') is [.., '吗' or '呢' or '么' or '不' or '没' or '嘛']);
        Set(Plain.Length switch { <= 2 => "form.length_2", <= 5 => "form.length_5", <= 10 => "form.length_10", <= 20 => "form.length_20", <= 40 => "form.length_40", _ => "form.longer" });
        Set("form.link", Plain.Contains("http", StringComparison.Ordinal) || Plain.Contains("www.", StringComparison.Ordinal));
        Set("form.figures", Plain.AsSpan().ContainsAnyInRange('0', '9'));
        Set("form.emoji_only", Plain.Length > 0 && !Plain.Any(char.IsLetterOrDigit));
        Set("form.latin_only", Plain.Any(char.IsAsciiLetter) && !Plain.Any(character => character > '\u2e7f'));
        Set("form.nothing", string.IsNullOrWhiteSpace(Plain));
        Set("form.ticket_number", TicketNumbers.In(Plain) is not null);
    }

    private void SetPlace(IReadOnlyList<PersonalDatum> personal)
    {
        Set("form.building", Place.Building is not null);
        Set("form.unit", Place.Unit is not null);
        Set("form.floor", Place.Floor is not null);
        Set("form.room", Place.Room is not null);
        Set("form.area", Place.Area is not null);
        Set("form.phase", Place.Phase is not null);
        foreach (var datum in personal)
            Set(datum.Kind == PersonalKind.Plate ? "form.plate" : "form.phone");
    }

    private void SetFound(IReadOnlyList<ArticleMatch> found)
    {
        var best = found.Count > 0 ? found[0].Score : 0;
        Set(best switch { >= 0.8 => "form.found_80", >= 0.6 => "form.found_60", >= 0.45 => "form.found_45", >= 0.3 => "form.found_30", _ => "form.found_less" });
        Set("form.found_clear", best > 0.3 && (found.Count == 1 || best - found[1].Score > 0.1));
    }

    private void SetGroup()
    {
        Set("form.group", Context.InGroup);
        Set("form.at_bot", Context.InGroup && Context.AtBot);
        Set("form.bot_name", this["bot.name"]);
        Set("form.at_other", Context.InGroup && Plain.Contains('@', StringComparison.Ordinal) && !this["bot.name"] && !Context.AtBot);
        if (Context.Group is not { Lines.Count: > 0 } memory)
        {
            Set("form.first_line");
            return;
        }

        Set("form.running_event", memory.Lines.Any(line => line.Intent is Intent.ReportRepair or Intent.Complaint or Intent.Emergency));
        Set("form.same_speaker", memory.Lines[^1].Sender == Context.Sender && Context.Sender is not null);
        Set("form.after_urgent", memory.Lines.TakeLast(4).Any(line => line.Intent == Intent.Emergency));
        var category = CategoryReader.Strongest(Cues);
        Set("form.same_category", category is not null && memory.Lines.Any(line => line.Category == category));
    }
}
