using System.Collections.Frozen;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.Protocol;

/// <summary>A platform's error codes as data.</summary>
/// <param name="outcomes">What a code means for the message; a code that is not listed is for a person to look at.</param>
/// <param name="tokenCodes">Codes that say: this token is not, or no longer, valid.</param>
internal sealed class ErrorTable(IReadOnlyDictionary<int, SendOutcome> outcomes, IEnumerable<int> tokenCodes)
{
    private readonly FrozenDictionary<int, SendOutcome> _outcomes = outcomes.ToFrozenDictionary();
    private readonly FrozenSet<int> _tokenCodes = tokenCodes.ToFrozenSet();

    public SendOutcome Outcome(int code) => code == 0 ? SendOutcome.Sent : _outcomes.GetValueOrDefault(code, SendOutcome.Alert);

    public bool IsTokenRefused(ApiAnswer answer) => answer.Code is { } code && _tokenCodes.Contains(code);
}
