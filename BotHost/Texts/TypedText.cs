using System.Globalization;

namespace ChatDesk.BotHost.Texts;

/// <summary>What people type into forms, as it may be stored.</summary>
public static class TypedText
{
    /// <summary>Without control characters and outer blanks, cut between whole characters.</summary>
    /// <returns>Null when nothing is left.</returns>
    public static string? Clean(string? typed, int maxLength)
    {
        var kept = string.Concat((typed ?? "").ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))).Trim();
        if (kept.Length > maxLength)
            kept = Cut(kept, maxLength);
        return kept.Length == 0 ? null : kept;
    }

    private static string Cut(string text, int maxLength)
    {
        var end = 0;
        while (end < text.Length && end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= maxLength)
            end = next;
        return text[..end];
    }
}
