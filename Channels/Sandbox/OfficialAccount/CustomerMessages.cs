using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>The played message/custom/send and message/custom/typing.</summary>
internal sealed class CustomerMessages(SandboxPhones phones, SendingWindows windows, MediaShelf media, Publications publications)
{
    public IResult Send(PlayedAccount account, PlatformBody body)
    {
        var openId = body.Root.Text("touser") ?? "";
        if (phones.Summary(PhoneKind.Owner, openId) is null)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidOpenId);
        var (item, error) = CustomMessage.Read(body.Root, media, publications);
        error ??= windows.TrySend(account.Key, openId);
        if (error is not null)
            return PlatformAnswer.Refuse(error.Value);
        phones.Show(PhoneKind.Owner, openId, item! with { Via = "message" });
        return PlatformAnswer.Ok();
    }

    /// <summary>Shows "对方正在输入", which needs an open window and costs none of it.</summary>
    public IResult Type(PlayedAccount account, PlatformBody body)
    {
        var openId = body.Root.Text("touser") ?? "";
        if (phones.Summary(PhoneKind.Owner, openId) is null)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidOpenId);
        if (body.Root.Text("command") is not ("Typing" or "CancelTyping"))
            return PlatformAnswer.Refuse(PlatformErrors.InvalidParameter);
        return windows.Budget(account.Key, openId).Until is null ? PlatformAnswer.Refuse(PlatformErrors.WindowClosed) : PlatformAnswer.Ok();
    }
}
