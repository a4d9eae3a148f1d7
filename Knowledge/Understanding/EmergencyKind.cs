namespace ChatDesk.Knowledge.Understanding;

/// <summary>What kind of danger it is, so that the right safety sentence and numbers go out.</summary>
public enum EmergencyKind
{
    Trapped,
    Gas,
    Fire,
    BurstPipe,
    Flood,
    ElectricShock,
    FallingObject,
    Crime,
    MissingPerson,
    Drowning,
    Medical,
    SelfHarm,
    AnimalAttack,
    Other,
}
