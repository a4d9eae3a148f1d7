using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.WeChat;

/// <content>What an operator asks about the account itself.</content>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/openApi/, https://developers.weixin.qq.com/doc/service/guide/dev/api/.</remarks>
public sealed partial class WeChatClient
{
    /// <summary>The addresses and networks that callbacks come from. They change: ask daily.</summary>
    public async Task<ApiResult<WeChatAddresses>> GetCallbackAddressesAsync(string account, CancellationToken ct) =>
        (await GetAsync(account, "cgi-bin/getcallbackip", "", ct)).Read(WeChatJson.Raw.WeChatAddresses);

    /// <summary>Lets the platform look whether it reaches the callback's address.</summary>
    public async Task<ApiResult<WeChatReachability>> CheckCallbackAsync(string account, CancellationToken ct) =>
        (await PostAsync(account, "cgi-bin/callback/check", new CallbackCheck("all", "DEFAULT"), WeChatJson.Raw.CallbackCheck, ct)).Read(WeChatJson.Raw.WeChatReachability);

    /// <summary>How much of a call's day is used.</summary>
    /// <param name="account">The configured account.</param>
    /// <param name="path">The call, such as <c>/cgi-bin/message/custom/send</c>.</param>
    /// <param name="ct">Cancels the call.</param>
    public async Task<ApiResult<WeChatQuota>> GetQuotaAsync(string account, string path, CancellationToken ct) =>
        (await PostAsync(account, "cgi-bin/openapi/quota/get", new QuotaQuery(path), WeChatJson.Raw.QuotaQuery, ct)).Read(WeChatJson.Raw.WeChatQuota);

    /// <summary>Begins the day of every call anew; 10 times a month, so only when a person says so.</summary>
    public async Task<SendResult> ClearQuotaAsync(string account, CancellationToken ct) =>
        (await PostAsync(account, "cgi-bin/clear_quota", new QuotaClearing(Account(account).AppId), WeChatJson.Raw.QuotaClearing, ct)).Done();

    /// <summary>The account's templates for template messages, to compare their ids and fields with the configuration.</summary>
    public async Task<ApiResult<WeChatTemplates>> GetTemplatesAsync(string account, CancellationToken ct) =>
        (await GetAsync(account, "cgi-bin/template/get_all_private_template", "", ct)).Read(WeChatJson.Raw.WeChatTemplates);

    /// <summary>The account's templates for 订阅通知.</summary>
    public async Task<ApiResult<WeChatSubscriptionTemplates>> GetSubscriptionTemplatesAsync(string account, CancellationToken ct) =>
        (await GetAsync(account, "wxaapi/newtmpl/gettemplate", "", ct)).Read(WeChatJson.Raw.WeChatSubscriptionTemplates);

    /// <summary>Shows or hides "对方正在输入" while a window for 客服消息 is open.</summary>
    public async Task<SendResult> SetTypingAsync(string account, string openId, bool isTyping, CancellationToken ct) =>
        (await PostAsync(account, "cgi-bin/message/custom/typing", new TypingCommand(openId, isTyping ? "Typing" : "CancelTyping"), WeChatJson.Raw.TypingCommand, ct)).Done();
}

internal sealed record CallbackCheck(string Action, string CheckOperator);

internal sealed record QuotaQuery(string CgiPath);

internal sealed record QuotaClearing(string Appid);

internal sealed record TypingCommand(string Touser, string Command);

/// <param name="IpList">Addresses, or networks such as 101.226.103.0/25.</param>
public sealed record WeChatAddresses(IReadOnlyList<string> IpList);

/// <summary>Whether the platform found and reached the callback's host.</summary>
public sealed record WeChatReachability(IReadOnlyList<WeChatReachability.Address>? Dns, IReadOnlyList<WeChatReachability.Try>? Ping)
{
    public sealed record Address(string Ip, string? RealOperator);

    public sealed record Try(string Ip, string? PackageLoss, string? Time);
}

public sealed record WeChatQuota(WeChatQuota.Day Quota)
{
    public sealed record Day(long DailyLimit, long Used, long Remain);
}

public sealed record WeChatTemplates(IReadOnlyList<WeChatTemplates.Template> TemplateList)
{
    /// <param name="TemplateId">What the configuration's <c>Id</c> says.</param>
    /// <param name="Title">As the console shows it.</param>
    /// <param name="Content">Its fields as <c>{{thing2.DATA}}</c>.</param>
    public sealed record Template(string TemplateId, string? Title, string? Content);
}

public sealed record WeChatSubscriptionTemplates(IReadOnlyList<WeChatSubscriptionTemplates.Entry> Data)
{
    /// <param name="PriTmplId">What the configuration's <c>Id</c> says.</param>
    /// <param name="Title">As the console shows it.</param>
    /// <param name="Content">Its fields as <c>{{thing2.DATA}}</c>.</param>
    public sealed record Entry([property: System.Text.Json.Serialization.JsonPropertyName("priTmplId")] string PriTmplId, string? Title, string? Content);
}
