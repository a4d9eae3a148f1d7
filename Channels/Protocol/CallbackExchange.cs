using System.Text;
using ChatDesk.Channels.Activities;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatDesk.Channels.Protocol;

/// <summary>One callback request from its arrival to its answer. Whatever comes, the answer is short and never an exception page.</summary>
internal sealed partial class CallbackExchange(HttpContext http, string channel, string account)
{
    private readonly DateTimeOffset _arrivedAt = TimeProvider.System.GetUtcNow();

    public CallbackQuery Query { get; } = CallbackQuery.From(http.Request.Query);

    /// <summary>Reads the body as UTF-8.</summary>
    /// <returns>Null where it is larger than <see cref="CallbackXml.MaxBytes"/>; empty where it breaks HTTP.</returns>
    public async Task<string?> ReadBodyAsync()
    {
        if (http.Request.ContentLength > CallbackXml.MaxBytes)
            return null;
        try
        {
            return await ReadToEndAsync();
        }
        catch (BadHttpRequestException)
        {
            return "";
        }
    }

    /// <summary>Refuses the request with a status and an empty body, and counts why.</summary>
    public Task RejectAsync(CallbackFailure reason)
    {
        CallbackMetrics.CountRejected(channel, reason);
        LogRejected(Logger, channel, reason is CallbackFailure.Account ? "?" : account, reason);
        http.Response.StatusCode = Status(reason);
        return Task.CompletedTask;
    }

    /// <summary>Answers 200 with a plain text, byte for byte.</summary>
    public Task AnswerAsync(string text) => WriteAsync("text/plain; charset=utf-8", text);

    /// <summary>Gives the activity to the desk and answers what it says.</summary>
    /// <param name="activity">What the adapter read.</param>
    /// <param name="acknowledgement">The body that means "received, no reply"; never encrypted.</param>
    /// <param name="render">The reply as a document for the platform, null where a passive reply cannot carry it.</param>
    public async Task ReceiveAsync(Activity activity, string acknowledgement, Func<Activity, string?> render)
    {
        CallbackMetrics.CountReceived(channel);
        var received = await AskDeskAsync(activity);
        if (received is null)
        {
            await RejectAsync(CallbackFailure.Desk);
            return;
        }
        var document = received.Reply is null ? null : Render(received.Reply, render);
        if (document is null)
        {
            await AnswerAsync(acknowledgement);
            return;
        }
        await WriteAsync("text/xml; charset=utf-8", document);
        await http.Response.CompleteAsync();
        if (!http.RequestAborted.IsCancellationRequested)
            received.HandedOver?.Invoke();
    }

    private ILogger Logger => http.RequestServices.GetRequiredService<ILogger<CallbackExchange>>();

    private async Task<string?> ReadToEndAsync()
    {
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            if (read.Buffer.Length > CallbackXml.MaxBytes)
                return null;
            if (read.IsCompleted)
            {
                var text = Encoding.UTF8.GetString(read.Buffer);
                reader.AdvanceTo(read.Buffer.End);
                return text;
            }
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private async Task<Received?> AskDeskAsync(Activity activity)
    {
        var desk = http.RequestServices.GetRequiredService<IActivityReceiver>();
        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        try
        {
            return await desk.ReceiveAsync(activity, _arrivedAt, stopping);
        }
        catch (Exception exception)
        {
            LogDeskFailed(Logger, exception, channel, account);
            return null;
        }
    }

    /// <summary>A reply that cannot be written is acknowledged: the desk has the message, and the reply goes out another way.</summary>
    private string? Render(Activity reply, Func<Activity, string?> render)
    {
        try
        {
            return render(reply);
        }
        catch (Exception exception)
        {
            LogUnreadableReply(Logger, exception, channel, account);
            return null;
        }
    }

    private async Task WriteAsync(string contentType, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.ContentType = contentType;
        http.Response.ContentLength = bytes.Length;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        await http.Response.Body.WriteAsync(bytes, CancellationToken.None);
    }

    private static int Status(CallbackFailure reason) => reason switch
    {
        CallbackFailure.Account => StatusCodes.Status404NotFound,
        CallbackFailure.Size => StatusCodes.Status413PayloadTooLarge,
        CallbackFailure.Signature or CallbackFailure.Stale => StatusCodes.Status403Forbidden,
        CallbackFailure.Desk => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };

    [LoggerMessage(1001, LogLevel.Warning, "A {Channel} callback of {Account} was refused: {Reason}.")]
    private static partial void LogRejected(ILogger logger, string channel, string account, CallbackFailure reason);

    [LoggerMessage(1002, LogLevel.Error, "The desk could not take a {Channel} message of {Account}; the platform will ask again.")]
    private static partial void LogDeskFailed(ILogger logger, Exception exception, string channel, string account);

    [LoggerMessage(1003, LogLevel.Error, "A reply to a {Channel} message of {Account} could not be written into the response.")]
    private static partial void LogUnreadableReply(ILogger logger, Exception exception, string channel, string account);
}
