using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Channels.WeCom;

/// <summary>The URL that WeCom calls.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/90238.</remarks>
public static class WeComCallback
{
    private static readonly CallbackPipeline Pipeline = new(ChannelNames.WeCom, "", WeComAdapter.ToActivity, WeComReply.ToXml);

    /// <summary>Maps <c>/callback/wecom/{app}</c>.</summary>
    public static void MapWeCom(this IEndpointRouteBuilder routes)
    {
        var callback = routes.MapGroup("/callback/wecom").AllowAnonymous().ExcludeFromDescription();
        callback.MapGet("/{app}", (RequestDelegate)VerifyAsync);
        callback.MapPost("/{app}", (RequestDelegate)TakeAsync);
    }

    /// <summary>Unlike an official account's, the echo is encrypted and covered by the signature.</summary>
    private static Task VerifyAsync(HttpContext http)
    {
        var entry = Find(http, out var name);
        CallbackExchange exchange = new(http, ChannelNames.WeCom, name);
        var echo = "";
        var failure = entry?.Secret.Open(exchange.Query, exchange.Query.Echo, out echo) ?? CallbackFailure.Account;
        return failure is CallbackFailure.None ? exchange.AnswerAsync(echo) : exchange.RejectAsync(failure);
    }

    private static Task TakeAsync(HttpContext http)
    {
        var entry = Find(http, out var name);
        return Pipeline.TakeAsync(http, name, entry?.Secret);
    }

    private static WeComApps.Entry? Find(HttpContext http, out string name)
    {
        var given = (string)http.GetRouteValue("app")!;
        var entry = http.RequestServices.GetRequiredService<WeComApps>().Find(given);
        name = entry?.Name ?? given;
        return entry;
    }
}
