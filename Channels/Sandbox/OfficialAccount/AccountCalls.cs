using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>What every call of an official account begins with: its token, the day's quota of the call, a body that can be read.</summary>
internal sealed class AccountCalls(PlayedAccounts accounts, AccessTokens tokens, Quotas quotas)
{
    private const string Root = "/sandbox/wechat";

    public async Task<IResult> PostAsync(HttpRequest request, Func<PlayedAccount, PlatformBody, IResult> handle, CancellationToken ct)
    {
        var (account, refused) = Admit(request);
        if (account is null)
            return PlatformAnswer.Refuse(refused!.Value);
        var (body, unreadable) = await PlatformBody.ReadAsync(request, ct);
        return body is null ? PlatformAnswer.Refuse(unreadable!.Value) : handle(account, body);
    }

    public IResult Get(HttpRequest request, Func<PlayedAccount, IResult> handle)
    {
        var (account, refused) = Admit(request);
        return account is null ? PlatformAnswer.Refuse(refused!.Value) : handle(account);
    }

    /// <summary>The account that calls, with one of today's calls taken; or why it may not.</summary>
    public (PlayedAccount? Account, PlatformError? Error) Admit(HttpRequest request)
    {
        var (owner, refused) = tokens.Check(request.Query["access_token"], PlatformErrors.InvalidCredential);
        if (owner is null || accounts.OfficialAccounts.FirstOrDefault(a => a.Key == owner) is not { } account)
            return (null, refused ?? PlatformErrors.InvalidCredential);
        var api = request.Path.Value![Root.Length..];
        return CallsPerDay.Of(api) is { } most && !quotas.TryTakeToday(account.Key, api, most) ? (null, PlatformErrors.Quota) : (account, null);
    }
}
