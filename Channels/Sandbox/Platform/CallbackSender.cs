using System.Net;
using System.Xml.Linq;
using Microsoft.Extensions.Logging;

namespace ChatDesk.Channels.Sandbox.Platform;

/// <summary>What came of a callback.</summary>
/// <param name="Accepted">Whether an attempt was answered 200 in time.</param>
/// <param name="Attempts">How many attempts were made.</param>
/// <param name="Reply">The passive reply; null for none.</param>
/// <param name="Broken">Whether the answer was something that the platform does not understand.</param>
internal sealed record CallbackOutcome(bool Accepted, int Attempts, XElement? Reply, bool Broken);

/// <summary>Posts callbacks to this host as a platform does: 5 s for each attempt, three attempts, the same message in each.</summary>
internal sealed partial class CallbackSender(
    IHttpClientFactory clients, SandboxAddress address, Faults faults, CallbackHold hold, ILogger<CallbackSender> logger)
{
    public const string ClientName = "ChatDesk.Sandbox.Callbacks";

    /// <param name="account">Whose callback.</param>
    /// <param name="platform"><c>wechat</c> or <c>wecom</c>: the callback's path.</param>
    /// <param name="xml">The message.</param>
    /// <param name="sender">An openid for an official account, null for WeCom.</param>
    /// <param name="ct">Cancels the attempts.</param>
    public async Task<CallbackOutcome> SendAsync(PlayedAccount account, string platform, string xml, string? sender, CancellationToken ct)
    {
        Task<CallbackOutcome> Send() => TryAsync(account, platform, xml, sender, ct);
        switch (faults.Take(platform, FaultKind.Duplicate, FaultKind.Swap, FaultKind.RepeatLater)?.Kind)
        {
            case FaultKind.Duplicate:
                return (await Task.WhenAll(Send(), Send()))[0];
            case FaultKind.Swap:
                await hold.WaitForNextAsync(platform, ct);
                return await Send();
            case FaultKind.RepeatLater:
                var outcome = await Send();
                hold.AfterNext(platform, Send);
                return outcome;
            default:
                var answer = await Send();
                await hold.ReleaseAsync(platform);
                return answer;
        }
    }

    private async Task<CallbackOutcome> TryAsync(PlayedAccount account, string platform, string xml, string? sender, CancellationToken ct)
    {
        Uri url = new(address.Root(), $"/callback/{platform}/{Uri.EscapeDataString(account.Name)}");
        for (var attempt = 1; attempt <= SandboxLimits.CallbackAttempts; attempt++)
        {
            using var request = CallbackEnvelope.Seal(account, url, xml, sender);
            var body = await PostAsync(request, ct);
            if (body is null || faults.Take(platform, FaultKind.LoseAnswer) is not null)
                continue;
            var (reply, broken) = CallbackEnvelope.Open(account, body);
            return new(true, attempt, reply, broken);
        }

        LogGivenUp(account.Key, SandboxLimits.CallbackAttempts);
        return new(false, SandboxLimits.CallbackAttempts, null, false);
    }

    /// <returns>The answer's body; null where none came in time or it was not 200.</returns>
    private async Task<string?> PostAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using CancellationTokenSource late = new(SandboxLimits.CallbackTimeout, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        try
        {
            using var response = await clients.CreateClient(ClientName).SendAsync(request, either.Token);
            return response.StatusCode == HttpStatusCode.OK ? await response.Content.ReadAsStringAsync(either.Token) : null;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    [LoggerMessage(1801, LogLevel.Warning, "The sandbox gave up a callback of {Account} after {Attempts} attempts.")]
    private partial void LogGivenUp(string account, int attempts);
}
