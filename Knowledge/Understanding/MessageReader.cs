using ChatDesk.Knowledge.Text;
using ChatDesk.Knowledge.Understanding.Places;
using ChatDesk.Knowledge.Understanding.Privacy;

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
        var cues = Words.Lexicon.Find(plain.Text);
        var (place, others) = PlaceReader.Read(plain.Text, cues);
        var intent = IntentOf(cues);
        return new()
        {
            Plain = plain.Text,
            Masked = PersonalDataFinder.MaskIn(text, personal),
            PersonalData = personal,
            Intent = intent,
            Urgency = intent == Intent.Emergency ? Urgency.Emergency : intent is Intent.ReportRepair or Intent.Urge ? Urgency.Normal : Urgency.Low,
            EmergencyKind = intent == Intent.Emergency ? EmergencyKind.Other : null,
            Category = intent is Intent.ReportRepair or Intent.Emergency ? Category.Other : null,
            Location = place,
            OtherRooms = others,
            Found = context.Articles?.SearchPlain(plain.Text, 3, context.Reads) ?? [],
        };
    }

    private static readonly (string Concept, Intent Intent)[] Order =
    [
        ("emergency.trapped", Intent.Emergency), ("emergency.gas", Intent.Emergency), ("emergency.fire", Intent.Emergency), ("emergency.burst", Intent.Emergency), ("emergency.shock", Intent.Emergency),
        ("wants.human", Intent.Human), ("wants.urge", Intent.Urge), ("says.fault", Intent.ReportRepair), ("asks.question", Intent.AskFaq), ("says.thanks", Intent.Chitchat),
    ];

    private static Intent IntentOf(Cues cues)
    {
        foreach (var (concept, intent) in Order)
        {
            if (cues.Has(Words.Lexicon.IdOf(concept)))
                return intent;
        }

        return Intent.Chitchat;
    }
}
