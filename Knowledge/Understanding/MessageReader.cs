using ChatDesk.Knowledge.Retrieval;
using ChatDesk.Knowledge.Text;
using ChatDesk.Knowledge.Understanding.Places;
using ChatDesk.Knowledge.Understanding.Privacy;
using ChatDesk.Knowledge.Understanding.Reading;

namespace ChatDesk.Knowledge.Understanding;

/// <summary>Reads a message: what it wants, how urgent it is, where, about what. Pure and thread-safe; the same text and context give the same meaning.</summary>
public static class MessageReader
{
    /// <summary>Longer texts are read up to here.</summary>
    public const int LongestText = 2000;

    /// <param name="text">As written by the owner.</param>
    /// <param name="context">What is known around it.</param>
    public static MessageMeaning Read(string text, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var plain = TextNormalizer.Normalize(text.Length > LongestText ? text[..LongestText] : text);
        var personal = PersonalDataFinder.Find(plain);
        var readable = Readable(plain, personal);
        var signals = SignalsOf(readable, personal, context, out var found, out var otherRooms);
        var survey = SurveyReader.Read(readable, signals.Cues, context.Pending);
        var danger = EmergencyReader.Read(signals);
        var intent = danger is not null ? Intent.Emergency : survey is not null ? Intent.SurveyReply : IntentReader.Read(signals);
        return new()
        {
            Plain = plain.Text,
            Masked = PersonalDataFinder.MaskIn(text, personal),
            PersonalData = personal,
            Intent = intent,
            Category = CategoryFor(intent, danger, signals),
            Urgency = survey is { IsUnhappy: true } && intent == Intent.SurveyReply ? Urgency.High : UrgencyReader.Read(intent, signals),
            EmergencyKind = danger,
            Survey = intent == Intent.SurveyReply ? survey : null,
            Location = signals.Place,
            OtherRooms = otherRooms,
            ShouldReply = GroupManners.ShouldReply(intent, signals),
            Merge = GroupManners.Merges(intent, signals),
            Asks = AsksReader.Read(signals),
            TicketNumber = TicketNumbers.In(plain.Text),
            Items = ItemReader.Read(readable, signals, intent == Intent.SurveyReply),
            Found = found,
        };
    }

    internal static Signals SignalsOf(string readable, IReadOnlyList<PersonalDatum> personal, ReadContext context, out IReadOnlyList<ArticleMatch> found, out IReadOnlyList<string> otherRooms)
    {
        var cues = Words.Lexicon.Find(readable);
        (var place, otherRooms) = PlaceReader.Read(readable, cues);
        found = context.Articles?.SearchPlain(readable, 3, context.Reads) ?? [];
        return Signals.Of(readable, cues, place, personal, found, context);
    }

    internal static Category? CategoryFor(Intent intent, EmergencyKind? danger, Signals signals) => intent switch
    {
        Intent.Emergency => EmergencyCategory.Of(danger!.Value, signals),
        Intent.ReportRepair or Intent.Complaint or Intent.Suggestion => CategoryReader.Read(signals),
        Intent.Urge or Intent.TicketStatus => CategoryReader.Strongest(signals.Cues),
        _ => null,
    };

    /// <summary>The text with mistyped words put right, and with personal data blanked out so that no number of it is read as a place or an amount.</summary>
    internal static string Readable(PlainText plain, IReadOnlyList<PersonalDatum> personal) => Vocabulary.Typos.Correct(Blanked(plain, personal));

    private static string Blanked(PlainText plain, IReadOnlyList<PersonalDatum> personal)
    {
        if (personal.Count == 0)
            return plain.Text;
        var text = plain.Text.ToCharArray();
        for (var i = 0; i < text.Length; i++)
        {
            foreach (var datum in personal)
            {
                if (plain.Origin[i] >= datum.Start && plain.Origin[i] < datum.Start + datum.Length)
                    text[i] = ' ';
            }
        }

        return new(text);
    }
}
