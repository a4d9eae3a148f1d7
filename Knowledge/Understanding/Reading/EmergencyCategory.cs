namespace ChatDesk.Knowledge.Understanding.Reading;

/// <summary>Which team's matter a danger is.</summary>
internal static class EmergencyCategory
{
    public static Category Of(EmergencyKind kind, Signals signals) => kind switch
    {
        EmergencyKind.Trapped when signals["form.running_event"] || signals.Plain.Contains("电梯", StringComparison.Ordinal) || signals.Plain.Contains("轿厢", StringComparison.Ordinal) || signals["cat.elevator.4"] => Category.Elevator,
        EmergencyKind.Trapped => Category.Other,
        EmergencyKind.Gas => Category.Gas,
        EmergencyKind.Fire => Category.FireSafety,
        EmergencyKind.BurstPipe when signals["cat.structural_leak.4"] && !signals["cat.plumbing.4"] => Category.StructuralLeak,
        EmergencyKind.BurstPipe or EmergencyKind.Flood => Category.Plumbing,
        EmergencyKind.ElectricShock => Category.Electrical,
        EmergencyKind.FallingObject when signals["cat.structural_leak.4"] => Category.StructuralLeak,
        EmergencyKind.FallingObject or EmergencyKind.Crime or EmergencyKind.MissingPerson or EmergencyKind.SelfHarm => Category.Security,
        EmergencyKind.AnimalAttack => Category.Pets,
        _ => Category.Other,
    };
}
