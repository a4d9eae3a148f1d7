using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatDesk.Channels.Activities;
using Microsoft.Extensions.Options;

namespace ChatDesk.BotHost.Delivery;

/// <summary>
/// Posts an SMS to the company's gateway: JSON <c>{"id","phone","text"}</c> in UTF-8, with <c>X-ChatDesk-Timestamp</c> (Unix seconds) and
/// <c>X-ChatDesk-Signature: sha256=…</c>, the HMAC-SHA-256 of <c>{timestamp}.{body}</c> under the shared secret in lower-case hexadecimal.
/// 2xx: taken. 429 and 5xx: tried again with the same id. Anything else: refused.
/// </summary>
internal sealed class SmsClient(IHttpClientFactory http, IOptions<SmsOptions> options) : IChannelClient
{
    public const string Key = "sms";

    public async Task<SendResult> SendAsync(Activity activity, CancellationToken ct)
    {
        using var client = http.CreateClient(Key);
        using var request = Request(activity);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return ResultOf(response.StatusCode);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            return new SendResult(SendOutcome.Retry, ErrorCode: null, $"SMS gateway: {exception.HttpRequestError}");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return new SendResult(SendOutcome.Unknown, ErrorCode: null, "SMS gateway: no answer");
        }
    }

    public Task<MediaFile?> GetMediaAsync(string account, string mediaId, CancellationToken ct) => Task.FromResult<MediaFile?>(null);

    public Task<string?> UploadMediaAsync(string account, string type, MediaFile file, CancellationToken ct) => Task.FromResult<string?>(null);

    private static SendResult ResultOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => SendResult.Sent,
        429 or >= 500 => new SendResult(SendOutcome.Retry, (int)status, "SMS gateway"),
        _ => new SendResult(SendOutcome.Closed, (int)status, "SMS gateway"),
    };

    private HttpRequestMessage Request(Activity activity)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new Sms(activity.Id!, activity.Recipient.Id, activity.Text!), SmsJson.Default.Sms);
        var stamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(stamp + "."), .. body];
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.Secret!), signed));
        return new HttpRequestMessage(HttpMethod.Post, options.Value.Url)
        {
            Headers = { { "X-ChatDesk-Timestamp", stamp }, { "X-ChatDesk-Signature", "sha256=" + signature } },
            Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json", "utf-8") } },
        };
    }
}

internal sealed record Sms(string Id, string Phone, string Text);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Sms))]
internal sealed partial class SmsJson : JsonSerializerContext;
