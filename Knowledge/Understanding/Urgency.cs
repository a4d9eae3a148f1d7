namespace ChatDesk.Knowledge.Understanding;

/// <summary>How soon somebody has to act.</summary>
public enum Urgency
{
    Low,
    Normal,
    High,
    Emergency,
}
