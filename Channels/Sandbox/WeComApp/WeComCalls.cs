using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>What every call of an application begins with: its token, the corporation's frequency of the call, a body that can be read.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/90454.</remarks>
internal sealed class WeComCalls(PlayedAccounts accounts, AccessTokens tokens, Quotas quotas)
{
    public async Task<IResult> PostAsync(HttpRequest request, Func<PlayedAccount, PlatformBody, IResult> handle, CancellationToken ct)
    {
        var (app, refused) = Admit(request);
        if (app is null)
            return PlatformAnswer.Refuse(refused!.Value);
        var (body, error) = await PlatformBody.ReadAsync(request, ct);
        return body is null ? PlatformAnswer.Refuse(error!.Value) : handle(app, body);
    }

    public IResult Get(HttpRequest request, Func<PlayedAccount, IResult> handle)
    {
        var (app, refused) = Admit(request);
        return app is null ? PlatformAnswer.Refuse(refused!.Value) : handle(app);
    }

    public (PlayedAccount? App, PlatformError? Error) Admit(HttpRequest request)
    {
        var (owner, refused) = tokens.Check(request.Query["access_token"], PlatformErrors.InvalidToken);
        if (owner is null || accounts.Applications.FirstOrDefault(a => a.Key == owner) is not { } app)
            return (null, refused ?? PlatformErrors.InvalidToken);
        var api = request.Path.Value!;
        return quotas.TryTakeThisMinute(accounts.CorpId, api, SandboxLimits.WeCom.CallsPerMinute)
            && quotas.TryTakeThisHour(accounts.CorpId, api, SandboxLimits.WeCom.CallsPerHour)
                ? (app, null)
                : (null, PlatformErrors.Quota);
    }
}
