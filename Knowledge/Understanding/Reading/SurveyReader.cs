using System.Globalization;
using System.Text.RegularExpressions;
using ChatDesk.Knowledge.Text;

namespace ChatDesk.Knowledge.Understanding.Reading;

/// <summary>Reads the answer to the survey question that is open. A lone number or letter means something only then.</summary>
internal static partial class SurveyReader
{
    private const int LongestBareAnswer = 8;
    private static readonly (int Concept, Satisfaction Level)[] Levels =
    [
        (Words.Lexicon.IdOf("csat.dissatisfied"), Satisfaction.Dissatisfied), (Words.Lexicon.IdOf("csat.neutral"), Satisfaction.Neutral),
        (Words.Lexicon.IdOf("csat.very"), Satisfaction.VerySatisfied), (Words.Lexicon.IdOf("csat.satisfied"), Satisfaction.Satisfied),
    ];

    [GeneratedRegex(@"(?<![\d.])(?:10|\d)(?![\d点号栋:-])")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(?:选|我选|就选)?\s*(?<letter>[a-d])\s*(?:项|吧|[。.!,,]|$)")]
    private static partial Regex Letter();

    [GeneratedRegex(@"第(?<place>[1-4一二三四])(?:个|项|档|条)")]
    private static partial Regex Place();

    /// <summary>Words and questions that only contain a word of praise or blame.</summary>
    [GeneratedRegex(@"好像|好久|好几|好多|不好意思|(?:可以|还行|不行)[^,，。]*[吗么?]")]
    private static partial Regex Longer();

    /// <returns>The answer, or null where the text does not answer the question.</returns>
    public static SurveyAnswer? Read(string plain, Cues cues, SurveyKind pending) => pending switch
    {
        SurveyKind.Csat4 => LevelOf(plain, cues) is { } level ? new(Csat: level) : null,
        SurveyKind.Star5 => NumberIn(plain, cues, 1, 5) is { } stars ? new(Stars: stars) : WordsAsStars(plain, cues),
        SurveyKind.Nps => NumberIn(plain, cues, 0, 10) is { } points ? new(Nps: points) : null,
        _ => null,
    };

    private static SurveyAnswer? WordsAsStars(string plain, Cues cues) => WordLevel(plain, cues) switch
    {
        Satisfaction.VerySatisfied => new(Stars: 5),
        Satisfaction.Satisfied => new(Stars: 4),
        Satisfaction.Neutral => new(Stars: 3),
        Satisfaction.Dissatisfied => new(Stars: 1),
        _ => null,
    };

    private static Satisfaction? LevelOf(string plain, Cues cues)
    {
        if (WordLevel(plain, cues) is { } said)
            return said;
        if (Letter().Match(plain) is { Success: true } letter)
            return (Satisfaction)(letter.Groups["letter"].Value[0] - 'a');
        if (Place().Match(plain) is { Success: true } place)
            return (Satisfaction)("1234一二三四".IndexOf(place.Groups["place"].Value, StringComparison.Ordinal) % 4);
        return plain.Trim(' ', '.', '。', '!') is [>= '1' and <= '4'] number ? (Satisfaction)(number[0] - '1') : null;
    }

    /// <summary>The level that comes first in the text: what follows explains it.</summary>
    private static Satisfaction? WordLevel(string plain, Cues cues)
    {
        (int At, Satisfaction? Level) first = (int.MaxValue, null);
        foreach (var (concept, level) in Levels)
        {
            if (cues.First(concept) is not { } hit || hit.Start >= first.At || IsPartOfMore(plain, hit.Start))
                continue;
            var isWeak = hit.End - hit.Start == 1 || level == Satisfaction.Satisfied && !plain.Contains("满意", StringComparison.Ordinal);
            if (!isWeak || plain.Length <= LongestBareAnswer)
                first = (hit.Start, level);
        }

        return first.Level;
    }

    private static bool IsPartOfMore(string plain, int at) =>
        Longer().Matches(plain).Any(match => at >= match.Index && at < match.Index + match.Length);

    private static int? NumberIn(string plain, Cues cues, int least, int most)
    {
        var said = Places.NumberText.Of(plain);
        foreach (Match match in Number().Matches(said))
        {
            var value = int.Parse(match.Value, CultureInfo.InvariantCulture);
            var next = match.Index + match.Length < said.Length ? said[match.Index + match.Length] : '\0';
            if (value >= least && value <= most && (said.Length <= LongestBareAnswer || next is '分' or '星' or '颗' || cues.Has(Words.Lexicon.IdOf("survey.word"))))
                return value;
        }

        return null;
    }
}
