using System.Text.Encodings.Web;
using System.Text.Json;
using ChatDesk.Knowledge.Answers;
using ChatDesk.Knowledge.Retrieval;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.Knowledge.Evaluation;

/// <summary>One run of "understand": reads lines in order and remembers what each thread said.</summary>
/// <param name="articles">The knowledge base.</param>
/// <param name="places">The estate's register, or null.</param>
public sealed class UnderstandSession(ArticleIndex articles, PlaceRegister? places)
{
    private static readonly UnderstandJson Json = new(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private readonly Dictionary<string, GroupMemory> _threads = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">The line is no JSON object with a text; the message is one line.</exception>
    public string Answer(string line)
    {
        try
        {
            var request = JsonSerializer.Deserialize(line, Json.UnderstandRequest) ?? throw new FormatException("is null");
            return JsonSerializer.Serialize(Answer(request), Json.UnderstandAnswer);
        }
        catch (JsonException broken)
        {
            throw new FormatException(broken.Message.ReplaceLineEndings(" "), broken);
        }
    }

    public UnderstandAnswer Answer(UnderstandRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var thread = request.Thread is null ? null : _threads.GetValueOrDefault(request.Thread, GroupMemory.Empty);
        var meaning = MessageReader.Read(request.Text, new()
        {
            InGroup = request.Channel == "group",
            AtBot = request.AtBot ?? false,
            Sender = request.Sender,
            Group = thread,
            Pending = PendingOf(request.Context?.Pending),
            Articles = articles,
            Places = places,
        });
        if (request.Thread is not null)
            _threads[request.Thread] = thread!.After(meaning, request.Sender);
        return Shape(meaning);
    }

    private static SurveyKind PendingOf(string? pending) => pending switch
    {
        null or "none" => SurveyKind.None,
        "survey_csat4" => SurveyKind.Csat4,
        "survey_star5" => SurveyKind.Star5,
        "survey_nps" => SurveyKind.Nps,
        _ => throw new FormatException($"context.pending: {pending} is none of survey_csat4, survey_star5, survey_nps, none"),
    };

    private UnderstandAnswer Shape(MessageMeaning meaning)
    {
        var known = places?.Resolve(meaning.Location);
        return new()
        {
            Intent = meaning.Intent.Label(),
            Category = meaning.Category?.Label(),
            Urgency = meaning.Urgency.Label(),
            Location = Shape(known is { Status: PlaceStatus.Room or PlaceStatus.Part } ? known.Place : meaning.Location),
            ShouldReply = meaning.ShouldReply,
            Merge = meaning.Merge,
            Action = ActionOf(meaning),
            Faq = Shape(meaning.Found),
            Masked = meaning.Masked,
            Items = [.. meaning.Items.Select(item => new UnderstandItem(item.Text, item.Intent.Label(), item.Category?.Label(), item.Urgency.Label(), Shape(item.Location), Shape(item.Found)))],
            Survey = meaning.Survey is { } survey ? new(survey.Csat is { } csat ? Snake(csat) : null, survey.Stars, survey.Nps) : null,
            Place = known is null ? null : Snake(known.Status),
        };
    }

    private static string ActionOf(MessageMeaning meaning) => meaning switch
    {
        { ShouldReply: false } => "none",
        { Intent: Intent.Emergency } => "emergency",
        { Intent: Intent.Human } => "handover",
        { Intent: Intent.Urge } => "urge",
        { Intent: Intent.TicketStatus } => "status",
        { Intent: Intent.ReportRepair or Intent.Complaint or Intent.Suggestion } => "ticket",
        { Intent: Intent.SurveyReply } => "survey",
        { Intent: Intent.AskFaq or Intent.OutOfScope } => ActionOf(AnswerChooser.Choose(meaning).Kind),
        _ => "smalltalk",
    };

    private static string ActionOf(AnswerKind kind) => kind switch
    {
        AnswerKind.Answer => "answer",
        AnswerKind.Candidates => "candidates",
        _ => "handover",
    };

    private static UnderstandMatch[] Shape(IReadOnlyList<ArticleMatch> found) => [.. found.Select(match => new UnderstandMatch(match.Article.Id, Math.Round(match.Score, 4)))];

    private static UnderstandLocation Shape(Location place) => new(place.Phase, place.Building, place.Unit, place.Floor, place.Room, place.Area);

    private static string Snake<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
