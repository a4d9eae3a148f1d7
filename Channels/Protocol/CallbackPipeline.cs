using System.Xml.Linq;
using ChatDesk.Channels.Activities;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Protocol;

/// <summary>The steps that WeChat's and WeCom's callbacks share; what differs between them is given.</summary>
/// <param name="Channel">One of <see cref="ChannelNames"/>.</param>
/// <param name="Acknowledgement">The body that means "received, no reply"; never encrypted.</param>
/// <param name="ToActivity">The adapter, from the message and the account's name.</param>
/// <param name="ToReply">The reply as XML, from the message, the desk's answer and the time; null where a passive reply cannot carry it.</param>
internal sealed record CallbackPipeline(
    string Channel,
    string Acknowledgement,
    Func<XElement, string, Activity> ToActivity,
    Func<Activity, Activity, DateTimeOffset, XElement?> ToReply)
{
    /// <summary>Takes one message and answers it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="account">The account's or application's configured name.</param>
    /// <param name="secret">Null where nothing of this name is configured.</param>
    /// <param name="mayBePlain">Whether a body without encryption is accepted.</param>
    public async Task TakeAsync(HttpContext http, string account, CallbackSecret? secret, bool mayBePlain = false)
    {
        CallbackExchange exchange = new(http, Channel, account);
        if (secret is null)
        {
            await exchange.RejectAsync(CallbackFailure.Account);
            return;
        }
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            await exchange.RejectAsync(CallbackFailure.Size);
            return;
        }
        var failure = Read(exchange.Query, body, secret, mayBePlain, out var message, out var sealedReply);
        var activity = failure is CallbackFailure.None ? Convert(message!, account, out failure) : null;
        if (activity is null)
            await exchange.RejectAsync(failure);
        else
            await exchange.ReceiveAsync(activity, Acknowledgement, reply => Render(activity, reply, sealedReply ? secret : null));
    }

    private static CallbackFailure Read(
        CallbackQuery query, string body, CallbackSecret secret, bool mayBePlain, out XElement? message, out bool encrypted)
    {
        message = CallbackXml.Parse(body);
        encrypted = false;
        if (message is null)
            return CallbackFailure.Xml;
        var cipherText = secret.CanDecrypt ? message.Element("Encrypt")?.Value.Trim() : null;
        encrypted = cipherText is not null;
        if (cipherText is null)
            return mayBePlain ? secret.Check(query) : CallbackFailure.Signature;
        var failure = secret.Open(query, cipherText, out var text);
        message = failure is CallbackFailure.None ? CallbackXml.Parse(text) : null;
        return failure is CallbackFailure.None && message is null ? CallbackFailure.Xml : failure;
    }

    private Activity? Convert(XElement message, string account, out CallbackFailure failure)
    {
        try
        {
            failure = CallbackFailure.None;
            return ToActivity(message, account);
        }
        catch (FormatException)
        {
            failure = CallbackFailure.Field;
            return null;
        }
    }

    private string? Render(Activity message, Activity reply, CallbackSecret? seal)
    {
        var document = ToReply(message, reply, TimeProvider.System.GetUtcNow())?.ToString(SaveOptions.DisableFormatting);
        return document is null || seal is null ? document : seal.Seal(document);
    }
}
