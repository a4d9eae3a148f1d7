using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Channels.WeChat;

/// <summary>The URL that WeChat calls.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/guide/dev/push/.</remarks>
public static class WeChatCallback
{
    private static readonly CallbackPipeline Pipeline =
        new(ChannelNames.OfficialAccount, "success", WeChatAdapter.ToActivity, WeChatReply.ToXml);

    /// <summary>Maps <c>/callback/wechat/{account}</c>.</summary>
    public static void MapWeChat(this IEndpointRouteBuilder routes)
    {
        var callback = routes.MapGroup("/callback/wechat").AllowAnonymous().ExcludeFromDescription();
        callback.MapGet("/{account}", (RequestDelegate)VerifyAsync);
        callback.MapPost("/{account}", (RequestDelegate)TakeAsync);
    }

    private static Task VerifyAsync(HttpContext http)
    {
        var entry = Find(http, out var name);
        CallbackExchange exchange = new(http, ChannelNames.OfficialAccount, name);
        var failure = entry?.Secret.Check(exchange.Query) ?? CallbackFailure.Account;
        return failure is CallbackFailure.None ? exchange.AnswerAsync(exchange.Query.Echo) : exchange.RejectAsync(failure);
    }

    private static Task TakeAsync(HttpContext http)
    {
        var entry = Find(http, out var name);
        return Pipeline.TakeAsync(http, name, entry?.Secret, mayBePlain: entry?.Account.Encrypted is false);
    }

    private static WeChatAccounts.Entry? Find(HttpContext http, out string name)
    {
        var given = (string)http.GetRouteValue("account")!;
        var entry = http.RequestServices.GetRequiredService<WeChatAccounts>().Find(given);
        name = entry?.Name ?? given;
        return entry;
    }
}
