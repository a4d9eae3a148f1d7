using System.Collections.Concurrent;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.Protocol;

/// <summary>Where one account's token or ticket comes from.</summary>
/// <param name="Key">Names it in the token store.</param>
/// <param name="AskAsync">Asks the platform for it: the member <paramref name="Member"/> and <c>expires_in</c> seconds.</param>
/// <param name="Member">Where it is in the answer.</param>
internal sealed record TokenSource(string Key, Func<CancellationToken, Task<ApiAnswer>> AskAsync, string Member = "access_token");

/// <summary>A token, or why there is none.</summary>
internal readonly record struct TokenResult(StoredToken? Token, ApiAnswer? Refusal);

/// <summary>Borrows tokens from the store that all instances share and renews them there.</summary>
/// <remarks>A platform that refused the secret is left alone for a minute: repeated wrong secrets block the address for an hour.</remarks>
internal sealed class AccessTokens(ITokenStore store, TimeProvider clock)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, ApiAnswer Answer)> _refused = new();

    /// <summary>The stored token, or a new one where it is missing or expired.</summary>
    public async Task<TokenResult> GetAsync(TokenSource source, CancellationToken ct)
    {
        var stored = await store.GetAsync(source.Key, ct);
        return stored is not null && stored.ExpiresAt > clock.GetUtcNow()
            ? new TokenResult(stored, Refusal: null)
            : await RenewAsync(source, stored?.Version ?? 0, ct);
    }

    /// <summary>A newer token than the version that was refused; the store asks the platform once, however many callers found out.</summary>
    public async Task<TokenResult> RenewAsync(TokenSource source, long refusedVersion, CancellationToken ct)
    {
        ApiAnswer? refusal = null;
        var token = await store.RefreshAsync(source.Key, refusedVersion, async cancel =>
        {
            var (fresh, answer) = await AskAsync(source, cancel);
            refusal = answer;
            return fresh;
        }, ct);
        return new TokenResult(token, token is null ? refusal ?? ApiAnswer.NotReached(SendOutcome.Retry, "No token.") : null);
    }

    private async Task<(FreshToken? Fresh, ApiAnswer? Refusal)> AskAsync(TokenSource source, CancellationToken ct)
    {
        var startedAt = clock.GetUtcNow();
        if (_refused.TryGetValue(source.Key, out var refused) && startedAt < refused.Until)
            return (null, refused.Answer);
        var answer = await source.AskAsync(ct);
        if (answer.Text(source.Member) is { } value)
            return (new FreshToken(value, ExpiresAt(startedAt, answer.Seconds("expires_in"))), null);
        var refusal = answer.Outcome is SendOutcome.Unknown or SendOutcome.Sent ? answer with { Outcome = SendOutcome.Retry } : answer;
        if (refusal.Outcome is SendOutcome.Alert)
            _refused[source.Key] = (startedAt + Pause, refusal);
        return (null, refusal);
    }

    /// <summary>Counts from the start of the request, less 5 min; of a token that lives under 10 min, half its life is used.</summary>
    private static DateTimeOffset ExpiresAt(DateTimeOffset startedAt, TimeSpan life) =>
        startedAt + life - (life < 2 * Margin ? life / 2 : Margin);
}
