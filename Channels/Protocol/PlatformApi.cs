using ChatDesk.Channels.Activities;
using Microsoft.Extensions.Logging;

namespace ChatDesk.Channels.Protocol;

/// <summary>
/// Calls a platform's HTTP API under its token rules: one retry with a newer token, no other. All of a call, tokens included,
/// takes at most the HTTP client's time-out.
/// </summary>
/// <param name="name">The platform's <see cref="IHttpClientFactory"/> client; its base address is the API.</param>
/// <param name="errors">The platform's error codes.</param>
internal sealed partial class PlatformApi(
    string name, ErrorTable errors, IHttpClientFactory http, ITokenStore tokenStore, TimeProvider clock, ILogger logger)
{
    private readonly AccessTokens _tokens = new(tokenStore, clock);

    /// <summary>Posts a body under the account's token; the body is made again for a retry.</summary>
    public Task<ApiAnswer> PostAsync(TokenSource source, string path, Func<HttpContent> body, CancellationToken ct) =>
        PostAsync(source, path, query: "", body, ct);

    /// <summary>Posts a body with further query values, which follow the token.</summary>
    public Task<ApiAnswer> PostAsync(TokenSource source, string path, string query, Func<HttpContent> body, CancellationToken ct) =>
        CallAsync(source, path, token => Request(HttpMethod.Post, Address(path, token, query), body()), isDownload: false, ct);

    /// <summary>Asks under the account's token.</summary>
    /// <param name="query">Further query values, which follow the token; empty for none.</param>
    public Task<ApiAnswer> GetAsync(TokenSource source, string path, string query, CancellationToken ct) =>
        CallAsync(source, path, token => Request(HttpMethod.Get, Address(path, token, query), body: null), isDownload: false, ct);

    /// <summary>The stored token or ticket itself, for what is signed with it; a new one where it is missing or expired.</summary>
    public Task<TokenResult> BorrowAsync(TokenSource source, CancellationToken ct) => _tokens.GetAsync(source, ct);

    /// <summary>Fetches a file.</summary>
    public Task<ApiAnswer> DownloadAsync(TokenSource source, string path, string query, CancellationToken ct) =>
        CallAsync(source, path, token => Request(HttpMethod.Get, Address(path, token, query), body: null), isDownload: true, ct);

    /// <summary>Sends one request that needs no token, such as the one for a token.</summary>
    /// <param name="address">Under the API, or a whole address that holds its own key.</param>
    public async Task<ApiAnswer> SendAsync(HttpMethod method, string address, HttpContent? body, CancellationToken ct)
    {
        var answer = await SendAsync(Request(method, address, body), isDownload: false, ct);
        if (answer.Outcome is not SendOutcome.Sent)
            LogRefused(logger, name, address.Split('?')[0], answer.Outcome, answer.Code, answer.Error);
        return answer;
    }

    /// <summary>Fetches a file from an address that the platform gave.</summary>
    public Task<ApiAnswer> DownloadAsync(Uri address, CancellationToken ct) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, address), isDownload: true, ct);

    private async Task<ApiAnswer> CallAsync(
        TokenSource source, string path, Func<string, HttpRequestMessage> request, bool isDownload, CancellationToken ct)
    {
        var answer = await CallInTimeAsync(source, request, isDownload, ct);
        if (answer.Outcome is not SendOutcome.Sent)
            LogRefused(logger, name, path, answer.Outcome, answer.Code, answer.Error);
        return answer;
    }

    private async Task<ApiAnswer> CallInTimeAsync(
        TokenSource source, Func<string, HttpRequestMessage> request, bool isDownload, CancellationToken ct)
    {
        using var client = http.CreateClient(name);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(client.Timeout);
        try
        {
            return await CallOnceOrTwiceAsync(source, token => SendAsync(client, request(token), isDownload, limit.Token, ct), limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return ApiAnswer.NotReached(SendOutcome.Retry, "No token in time.");
        }
    }

    private async Task<ApiAnswer> CallOnceOrTwiceAsync(TokenSource source, Func<string, Task<ApiAnswer>> sendAsync, CancellationToken ct)
    {
        var (token, refusal) = await _tokens.GetAsync(source, ct);
        if (token is null)
            return refusal!;
        var answer = Mask(await sendAsync(token.Value), token);
        if (!errors.IsTokenRefused(answer))
            return answer;
        (token, refusal) = await _tokens.RenewAsync(source, token.Version, ct);
        return token is null ? refusal! : Mask(await sendAsync(token.Value), token);
    }

    private async Task<ApiAnswer> SendAsync(HttpRequestMessage request, bool isDownload, CancellationToken ct)
    {
        using var client = http.CreateClient(name);
        return await SendAsync(client, request, isDownload, ct, ct);
    }

    /// <param name="limit">Ends the waiting: the outcome is unknown then.</param>
    /// <param name="stop">Ends the program: there is no outcome then.</param>
    private async Task<ApiAnswer> SendAsync(
        HttpClient client, HttpRequestMessage request, bool isDownload, CancellationToken limit, CancellationToken stop)
    {
        using (request)
        {
            try
            {
                using var response = await client.SendAsync(request, limit);
                return await ApiResponse.ReadAsync(response, errors, isDownload, limit);
            }
            catch (HttpRequestException exception)
            {
                return ApiAnswer.NotReached(IsBeforeSending(exception) ? SendOutcome.Retry : SendOutcome.Unknown, $"{exception.HttpRequestError}");
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                return ApiAnswer.NotReached(SendOutcome.Unknown, "Timeout");
            }
        }
    }

    private static bool IsBeforeSending(HttpRequestException exception) => exception.HttpRequestError is
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static string Address(string path, string token, string query) =>
        $"{path}?access_token={Uri.EscapeDataString(token)}{(query.Length == 0 ? "" : "&")}{query}";

    private static HttpRequestMessage Request(HttpMethod method, string address, HttpContent? body) =>
        new(method, new Uri(address, UriKind.RelativeOrAbsolute)) { Content = body };

    private static ApiAnswer Mask(ApiAnswer answer, StoredToken token) =>
        answer with { Error = answer.Error?.Replace(token.Value, "***", StringComparison.Ordinal) };

    [LoggerMessage(1101, LogLevel.Warning, "{Platform} {Path}: {Outcome}, code {Code}, {Error}")]
    private static partial void LogRefused(ILogger logger, string platform, string path, SendOutcome outcome, int? code, string? error);
}
