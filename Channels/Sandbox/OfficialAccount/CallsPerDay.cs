using static ChatDesk.Channels.Sandbox.SandboxLimits.OfficialAccount;

namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>How often each call may be made a day; a call that is not here has no documented number.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/guide/dev/api/ (调用频次).</remarks>
internal static class CallsPerDay
{
    private static readonly Dictionary<string, int> Limits = new(StringComparer.Ordinal)
    {
        ["/cgi-bin/message/custom/send"] = CustomMessagesPerDay,
        ["/cgi-bin/message/template/send"] = TemplateMessagesPerDay,
        ["/cgi-bin/menu/create"] = MenuCreationsPerDay,
        ["/cgi-bin/menu/get"] = MenuReadsPerDay,
        ["/cgi-bin/menu/delete"] = MenuDeletionsPerDay,
        ["/cgi-bin/qrcode/create"] = QrCodesPerDay,
        ["/cgi-bin/draft/add"] = DraftsPerDay,
        ["/cgi-bin/freepublish/submit"] = PublicationsPerDay,
        ["/cgi-bin/freepublish/get"] = PublicationReadsPerDay,
        ["/cgi-bin/freepublish/delete"] = PublicationDeletionsPerDay,
        ["/cgi-bin/message/mass/sendall"] = MassCallsPerDay,
        ["/cgi-bin/message/mass/send"] = MassCallsPerDay,
        ["/cgi-bin/user/get"] = FollowerListsPerDay,
        ["/cgi-bin/user/info"] = UserInfosPerDay,
        ["/cgi-bin/user/info/batchget"] = UserInfosPerDay,
        ["/cgi-bin/media/upload"] = MediaUploadsPerDay,
        ["/cgi-bin/media/get"] = MediaDownloadsPerDay,
    };

    /// <param name="api">The call's path, such as <c>/cgi-bin/message/custom/send</c>.</param>
    public static int? Of(string api) => Limits.TryGetValue(api, out var most) ? most : null;
}
