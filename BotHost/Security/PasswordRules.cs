namespace ChatDesk.BotHost.Security;

/// <summary>Which passwords are taken: at least ten characters, and nothing that a guesser tries first.</summary>
public static class PasswordRules
{
    public const int MinLength = 10;
    public const int MaxLength = 100;

    private const int MinDistinct = 5;
    private const int LongestRun = 5;

    private static readonly string[] Runs = ["01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv"];
    private static readonly string[] CommonWords = ["password", "admin", "chatdesk", "wuye", "welcome", "iloveyou", "letmein", "qq.com"];

    public static bool IsLongEnough(string password) => password?.Length is >= MinLength and <= MaxLength;

    /// <summary>Few different characters, keyboard runs, or a common word that makes up more than half of it.</summary>
    public static bool IsTrivial(string password, string userName)
    {
        ArgumentNullException.ThrowIfNull(password);
        var lower = password.ToLowerInvariant();
        return lower.Distinct().Count() < MinDistinct
            || Runs.Any(run => HoldsRun(lower, run) || HoldsRun(lower, string.Concat(run.Reverse())))
            || CommonWords.Append(userName.ToLowerInvariant()).Any(word => lower.Contains(word, StringComparison.Ordinal) && word.Length * 2 > lower.Length - 4);
    }

    private static bool HoldsRun(string password, string run) =>
        Enumerable.Range(0, Math.Max(0, run.Length - LongestRun))
            .Any(start => password.Contains(run.Substring(start, LongestRun + 1), StringComparison.Ordinal));
}
