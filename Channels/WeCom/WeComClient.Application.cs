using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.WeCom;

/// <content>The application itself, and taking a message back.</content>
public sealed partial class WeComClient
{
    /// <summary>Takes a message back within 24 h, in WeCom's own client only.</summary>
    /// <remarks>Source: https://developer.work.weixin.qq.com/document/path/94867.</remarks>
    public async Task<SendResult> RecallAsync(string app, string messageId, CancellationToken ct) =>
        (await PostAsync(App(app), "cgi-bin/message/recall", new RecalledMessage(messageId), WeComJson.Raw.RecalledMessage, ct)).Done();

    /// <summary>The addresses and networks that callbacks come from. They change: ask daily.</summary>
    public async Task<ApiResult<WeComAddresses>> GetCallbackAddressesAsync(string app, CancellationToken ct) =>
        (await GetAsync(app, "cgi-bin/getcallbackip", "", ct)).Read(WeComJson.Raw.WeComAddresses);

    /// <summary>The application as its console shows it, with its visible range (可见范围).</summary>
    /// <remarks>Source: https://developer.work.weixin.qq.com/document/path/90227.</remarks>
    public async Task<ApiResult<WeComAgent>> GetAgentAsync(string app, CancellationToken ct) =>
        (await GetAsync(app, "cgi-bin/agent/get", $"agentid={App(app).AgentId}", ct)).Read(WeComJson.Raw.WeComAgent);
}

internal sealed record RecalledMessage(string Msgid);

/// <param name="IpList">Addresses, or networks.</param>
public sealed record WeComAddresses(IReadOnlyList<string> IpList);

/// <param name="Name">As members see it.</param>
/// <param name="AllowUserinfos">Members who are named one by one; null for none.</param>
/// <param name="AllowPartys">Departments, with all under them; null for none.</param>
/// <param name="AllowTags">Tags; null for none.</param>
/// <param name="Close">1 for an application that is switched off.</param>
/// <param name="RedirectDomain">The trusted domain of its pages; null for none.</param>
public sealed record WeComAgent(
    int Agentid, string? Name, WeComAgent.Members? AllowUserinfos, WeComAgent.Parties? AllowPartys, WeComAgent.Tags? AllowTags, int Close, string? RedirectDomain)
{
    public sealed record Members(IReadOnlyList<Member> User);

    public sealed record Member(string Userid);

    public sealed record Parties(IReadOnlyList<int> Partyid);

    public sealed record Tags(IReadOnlyList<int> Tagid);
}
