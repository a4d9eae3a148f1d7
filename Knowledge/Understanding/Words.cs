using ChatDesk.Knowledge.Text;

namespace ChatDesk.Knowledge.Understanding;

/// <summary>The lexicon of understanding; its tables are the files of Understanding/Lexicon.</summary>
internal static class Words
{
    public static readonly Lexicon Lexicon = Lexicon.Load("Lexicon", "areas", "emergency", "categories", "faults", "requests", "outside", "urgency", "group", "survey");
}
