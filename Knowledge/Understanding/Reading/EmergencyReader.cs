using ChatDesk.Knowledge.Text;

namespace ChatDesk.Knowledge.Understanding.Reading;

/// <summary>Tells whether somebody or something is in danger now, and of what kind. Past, supposed, rehearsed and finished dangers are none.</summary>
internal static class EmergencyReader
{
    private const int Threshold = 2;
    private static readonly (int Concept, EmergencyKind Kind)[] Dangers =
    [
        (Id("danger.trapped"), EmergencyKind.Trapped), (Id("danger.gas"), EmergencyKind.Gas), (Id("danger.fire"), EmergencyKind.Fire), (Id("danger.shock"), EmergencyKind.ElectricShock),
        (Id("danger.drowning"), EmergencyKind.Drowning), (Id("danger.selfharm"), EmergencyKind.SelfHarm), (Id("danger.missing"), EmergencyKind.MissingPerson), (Id("danger.animal"), EmergencyKind.AnimalAttack),
        (Id("danger.crime"), EmergencyKind.Crime), (Id("danger.falling"), EmergencyKind.FallingObject), (Id("danger.medical"), EmergencyKind.Medical), (Id("danger.welfare"), EmergencyKind.Other),
        (Id("danger.flood"), EmergencyKind.Flood), (Id("danger.burst"), EmergencyKind.BurstPipe),
    ];

    private static readonly int Harmless = Id("harmless");
    private static readonly int Now = Id("now");
    private static readonly int Past = Id("past");
    private static readonly int Supposed = Id("whatif.lead");
    private static readonly int Asked = Id("whatif.ask");
    private static readonly int Rehearsed = Id("drill");
    private static readonly int Over = Id("over");
    private static readonly int Safe = Id("safe");
    private static readonly int But = Id("but");

    /// <returns>The kind of danger, or null where nobody has to run.</returns>
    public static EmergencyKind? Read(Signals signals)
    {
        foreach (var (concept, kind) in Dangers)
        {
            if (!signals.Cues.Has(concept))
                continue;
            foreach (var hit in signals.Cues.Hits)
            {
                if (hit.Concept == concept && !IsHarmless(hit, signals.Cues) && Weigh(hit, kind, signals) >= Threshold)
                    return kind;
            }
        }

        return IsAlarm(signals) ? EmergencyKind.Gas : InGroup(signals);
    }

    /// <summary>In a group a line may mean danger only after what was said before: knocking in a lift that stands still, "me too" after an alarm.</summary>
    private static EmergencyKind? InGroup(Signals signals)
    {
        if (signals.Context.Group is not { } memory || signals.Cues.HasAny(Over, Rehearsed) || signals["says.praise"])
            return null;
        if (signals["danger.hint"] && memory.Lines.Any(line => line.Category == Category.Elevator))
            return EmergencyKind.Trapped;
        return signals["form.after_urgent"] && (signals["group.me_too"] || signals.Cues.Has(Now)) && memory.Lines.Last(line => line.Intent == Intent.Emergency).Category is { } running ? KindOf(running) : null;
    }

    private static EmergencyKind KindOf(Category category) => category switch
    {
        Category.Elevator => EmergencyKind.Trapped,
        Category.Gas => EmergencyKind.Gas,
        Category.FireSafety => EmergencyKind.Fire,
        Category.Plumbing => EmergencyKind.Flood,
        Category.Electrical => EmergencyKind.ElectricShock,
        Category.Security => EmergencyKind.Crime,
        _ => EmergencyKind.Other,
    };

    private static bool IsAlarm(Signals signals) => signals["risk.gasalarm"] && signals["risk.alarming"] && !signals.Cues.HasAny(Past, Rehearsed, Over);

    private static bool IsHarmless(CueHit danger, Cues cues)
    {
        foreach (var hit in cues.Hits)
        {
            if (hit.Concept == Harmless && hit.Start < danger.End && danger.Start < hit.End)
                return true;
        }

        return false;
    }

    private static int Weigh(CueHit danger, EmergencyKind kind, Signals signals)
    {
        var cues = signals.Cues;
        var weight = 2;
        weight += cues.Has(Now) || signals["form.many_marks"] ? 2 : 0;
        weight += signals["any.place"] || signals["form.area"] && signals["form.exclaims"] ? 1 : 0;
        weight -= SaidBefore(Past, danger, signals) ? 3 : 0;
        weight -= SaidBefore(Supposed, danger, signals) ? 3 : 0;
        weight -= cues.Has(Asked) && !signals["form.exclaims"] ? signals["any.place"] ? 1 : 2 : 0;
        weight -= cues.Has(Rehearsed) ? 4 : 0;
        weight -= SaidAfter(Over, danger, signals) && !SaidAfter(But, danger, signals) ? 4 : 0;
        weight -= kind is EmergencyKind.BurstPipe or EmergencyKind.ElectricShock or EmergencyKind.Flood && cues.Has(Safe) ? 5 : 0;
        return weight;
    }

    private static bool SaidBefore(int concept, CueHit danger, Signals signals)
    {
        foreach (var hit in signals.Cues.Hits)
        {
            if (hit.Concept == concept && (hit.Start < danger.End && (hit.Start >= danger.Start && concept == Supposed || hit.Start < danger.Start) && !EndsSentence(signals.Plain.AsSpan(hit.End, Math.Max(0, danger.Start - hit.End))) || hit.Start >= danger.Start && hit.Start <= danger.End + 4 && concept == Past))
                return true;
        }

        return false;
    }

    private static bool SaidAfter(int concept, CueHit danger, Signals signals)
    {
        foreach (var hit in signals.Cues.Hits)
        {
            if (hit.Concept == concept && hit.Start >= danger.End - 1)
                return true;
        }

        return false;
    }

    private static bool EndsSentence(ReadOnlySpan<char> between) => between.ContainsAny("。!?;");

    private static int Id(string concept) => Words.Lexicon.IdOf(concept);
}
