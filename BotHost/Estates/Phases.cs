namespace ChatDesk.BotHost.Estates;

/// <summary>How people speak of an estate's phases (一期) and lettered blocks (A区).</summary>
public static class Phases
{
    private const string Figures = "零一二三四五六七八九";

    /// <summary>A block named by a letter: its letter is always said, so "3栋" never means A区3栋.</summary>
    public static bool IsLettered(string? phase) => phase is { Length: > 0 } && char.IsAsciiLetter(phase[0]);

    /// <summary>一期 for "1", A区 for "A", a name as it is.</summary>
    public static string Describe(string phase)
    {
        ArgumentException.ThrowIfNullOrEmpty(phase);
        if (phase.Length == 1 && char.IsAsciiDigit(phase[0]))
            return $"{Figures[phase[0] - '0']}期";
        if (phase.Length == 1 && char.IsAsciiLetter(phase[0]))
            return $"{phase}区";
        return int.TryParse(phase, out _) ? $"{phase}期" : phase;
    }
}
