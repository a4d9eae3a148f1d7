namespace ChatDesk.Knowledge.Understanding.Reading;

/// <summary>Notes the particular things that a message asks for, whatever its intent.</summary>
internal static class AsksReader
{
    private const int LongestBareWord = 6;
    private static readonly (string Feature, Asks Asks)[] Table =
    [
        ("want.cancel", Asks.Cancel), ("want.reschedule", Asks.Reschedule), ("want.detail", Asks.AddDetail), ("want.status", Asks.Status), ("want.urge", Asks.Urge),
        ("want.human", Asks.Human), ("says.reopen", Asks.Reopen), ("says.insult", Asks.Insult), ("says.threat", Asks.Threat),
        ("other.person", Asks.Manipulation), ("machine.order", Asks.Manipulation), ("want.bot", Asks.BackToBot),
    ];

    private static readonly (int Feature, Asks Asks)[] Ids = [.. Table.Select(entry => (Features.IdOf(entry.Feature), entry.Asks))];

    public static Asks Read(Signals signals)
    {
        var asks = Asks.None;
        foreach (var (feature, entry) in Ids)
            asks |= signals.Has(feature) ? entry : Asks.None;
        if (signals.Plain.Length <= LongestBareWord)
            asks |= (signals["says.no"] ? Asks.No : Asks.None) | (signals["says.yes"] && !signals["says.no"] ? Asks.Yes : Asks.None);
        return asks;
    }
}
