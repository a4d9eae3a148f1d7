namespace ChatDesk.Knowledge.Understanding;

/// <summary>What a ticket is about; the nineteen labels of tests/Evaluation/README.md, by which teams are found.</summary>
public enum Category
{
    Plumbing,
    StructuralLeak,
    Electrical,
    PublicLighting,
    Elevator,
    DoorAccess,
    HvacHeating,
    Gas,
    FireSafety,
    Cleaning,
    Greening,
    Parking,
    Noise,
    Pets,
    Security,
    Pest,
    Network,
    Renovation,
    Other,
}
