using System.Security.Cryptography;

namespace ChatDesk.Channels.Sandbox.Platform;

/// <summary>The tickets that pages are signed with: the same one until it expires.</summary>
internal sealed class JsTickets(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Value, DateTimeOffset ExpiresAt)> _tickets = [];

    /// <param name="owner">The account, corporation or application.</param>
    public (string Value, int SecondsLeft) Of(string owner)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (!_tickets.TryGetValue(owner, out var ticket) || ticket.ExpiresAt <= now)
                _tickets[owner] = ticket = (RandomNumberGenerator.GetHexString(64, lowercase: true), now + SandboxLimits.TicketLifetime);
            return (ticket.Value, (int)(ticket.ExpiresAt - now).TotalSeconds);
        }
    }
}
