namespace ChatDesk.BotHost.Pages.Console;

/// <summary>What a clerk typed, fit for storing: no control characters but line breaks, no blanks around it.</summary>
internal static class PlainWords
{
    public static string Clean(string typed) =>
        string.Concat(typed.ReplaceLineEndings("\n").Where(letter => letter == '\n' || !char.IsControl(letter))).Trim();

    /// <returns>Null for nothing but blanks.</returns>
    public static string? OrNull(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Clean(typed);
}
