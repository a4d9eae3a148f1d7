using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ChatDesk.BotHost.Security;

/// <summary>
/// The desk's secret links. Each carries its subject and 128 bits of a signature (decision 15 of the requirements), so that later
/// messages can repeat it without the secret being stored. Never in a log.
/// </summary>
public sealed class Links(ServerKeys keys, IOptions<DeskOptions> options, IServer server, TimeProvider clock)
{
    private const string ProgressPurpose = "progress";
    private const string SurveyPurpose = "survey";
    private const string WorkPurpose = "work";
    private const int SignatureLength = 22;
    private static readonly TimeSpan WorkLinkLife = TimeSpan.FromHours(12);

    /// <summary>The owner's progress page of a ticket: <c>/t/{token}</c>, the same for the ticket's life.</summary>
    public string Progress(string number) => $"{BaseUrl}/t/{ProgressToken(number)}";

    public string ProgressToken(string number) => number + keys.Sign(ProgressPurpose, number);

    /// <summary>The number that a genuine token names, null for any other text.</summary>
    public string? ReadProgressToken(string token) =>
        Split(token) is var (number, signature) && keys.Verify(ProgressPurpose, number, signature) ? number : null;

    /// <summary>The survey page after one resolution of a ticket: <c>/s/{token}</c>.</summary>
    public string Survey(string number, int resolution) => $"{BaseUrl}/s/{SurveyToken(number, resolution)}";

    public string SurveyToken(string number, int resolution)
    {
        var subject = string.Create(CultureInfo.InvariantCulture, $"{number}.{resolution}.");
        return subject + keys.Sign(SurveyPurpose, subject);
    }

    /// <summary>The ticket and resolution that a genuine token names.</summary>
    public (string Number, int Resolution)? ReadSurveyToken(string token)
    {
        if (Split(token) is not var (subject, signature) || !keys.Verify(SurveyPurpose, subject, signature))
            return null;
        var parts = subject.Split('.');
        return (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The work page for one staff member and one ticket, good for 12 hours to start a session: <c>/w/{ticket}?k=…</c>.</summary>
    public string Work(string number, string weComUserId)
    {
        var until = clock.GetUtcNow().Add(WorkLinkLife).ToUnixTimeSeconds();
        var subject = string.Create(CultureInfo.InvariantCulture, $"{number}.{until}.{weComUserId}.");
        return $"{BaseUrl}/w/{number}?k={Uri.EscapeDataString(subject + keys.Sign(WorkPurpose, subject))}";
    }

    /// <summary>The staff member whom a genuine, unexpired work link of this ticket signs in.</summary>
    public string? ReadWorkToken(string number, string token)
    {
        if (Split(token) is not var (subject, signature) || !keys.Verify(WorkPurpose, subject, signature))
            return null;
        var parts = subject.Split('.', 3);
        var isFresh = long.Parse(parts[1], CultureInfo.InvariantCulture) >= clock.GetUtcNow().ToUnixTimeSeconds();
        return parts[0] == number && isFresh ? parts[2][..^1] : null;
    }

    /// <summary>Where phones reach the desk: the configured address, else the one it listens on.</summary>
    public string BaseUrl =>
        (options.Value.PublicUrl ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://127.0.0.1:5080").TrimEnd('/');

    private static (string Subject, string Signature)? Split(string? token) =>
        token?.Length > SignatureLength ? (token[..^SignatureLength], token[^SignatureLength..]) : null;
}
