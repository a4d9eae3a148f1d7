using System.Text.RegularExpressions;

namespace ChatDesk.Channels.Activities;

/// <summary>What a platform's error code means, in plain Chinese for the people at the desk.</summary>
/// <param name="Code">The errcode.</param>
/// <param name="Kind">The reaction that the platform's documents ask for.</param>
/// <param name="Meaning">What happened, in one short sentence.</param>
/// <param name="Advice">What to do about it.</param>
public sealed partial record ApiError(int Code, ErrorKind Kind, string Meaning, string Advice)
{
    /// <summary>What it means for a message that was to be sent.</summary>
    public SendOutcome Outcome => Kind switch
    {
        ErrorKind.Done => SendOutcome.Sent,
        ErrorKind.Retry => SendOutcome.Retry,
        ErrorKind.Closed or ErrorKind.SignIn => SendOutcome.Closed,
        ErrorKind.Drop => SendOutcome.Drop,
        ErrorKind.Budget => SendOutcome.Quota,
        _ => SendOutcome.Alert,
    };

    /// <summary>The address that a platform refused, from its error text ("invalid ip 203.0.113.7 …").</summary>
    /// <returns>Null where the text names none.</returns>
    public static string? RefusedAddress(string? error) => Address().Match(error ?? "") is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"(?<![0-9.])[0-9]{1,3}(\.[0-9]{1,3}){3}(?![0-9.])")]
    private static partial Regex Address();
}

/// <summary>The reaction to an error code.</summary>
public enum ErrorKind
{
    /// <summary>The same call may succeed later.</summary>
    Retry,

    /// <summary>The token is refused: a new one, then once more.</summary>
    Refresh,

    /// <summary>The recipient does not exist or does not want it.</summary>
    Drop,

    /// <summary>This way is closed for this recipient now, or this card or code is used up: take another.</summary>
    Closed,

    /// <summary>A quota or a frequency is used up: stop this call until it resets.</summary>
    Budget,

    /// <summary>The code of a sign-in does not work: begin the sign-in again.</summary>
    SignIn,

    /// <summary>What was sent is wrong: the content, or the program.</summary>
    Fix,

    /// <summary>Configuration, permission or account: a person has to look.</summary>
    Alert,

    /// <summary>It was done before: as good as success.</summary>
    Done,
}
