using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>The played message/custom/send.</summary>
internal sealed class CustomerMessages(SandboxPhones phones, SendingWindows windows, MediaShelf media)
{
    public IResult Send(PlayedAccount account, PlatformBody body)
    {
        var openId = body.Root.Text("touser") ?? "";
        if (phones.Summary(PhoneKind.Owner, openId) is null)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidOpenId);
        var (item, error) = CustomMessage.Read(body.Root, media);
        error ??= windows.TrySend(account.Key, openId);
        if (error is not null)
            return PlatformAnswer.Refuse(error.Value);
        phones.Show(PhoneKind.Owner, openId, item! with { Via = "message" });
        return PlatformAnswer.Ok();
    }
}
