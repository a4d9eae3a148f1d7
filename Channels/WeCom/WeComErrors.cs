using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;
using static ChatDesk.Channels.Activities.ErrorKind;

namespace ChatDesk.Channels.WeCom;

/// <summary>WeCom's error codes.</summary>
/// <remarks>
/// Source: https://developer.work.weixin.qq.com/document/path/90313. 40001 means a wrong secret here, not an old token:
/// asking again would get the address blocked.
/// </remarks>
public static class WeComErrors
{
    private const string Self = "系统会自动处理，不用操作。";
    private const string Engineer = "这是程序的问题，请把错误信息发给维护系统的人。";

    internal static ErrorTable Table { get; } = new(
    [
        .. Each(Retry, [-1, 6000], "企业微信服务器繁忙", Self),
        new(45033, Retry, "同时调用太多", Self),
        .. Each(Refresh, [40014, 41001, 42001], "访问令牌失效", "系统会自动换新令牌；一直出现时，请核对应用的 Secret。"),
        new(40001, Alert, "应用的 Secret 不对，或应用已停用", "请在管理后台核对 Secret。先改好再重启：连续用错会被封 IP 约一小时。"),
        .. Each(Drop, [40003, 46004, 60111, 40031], "企业微信里找不到这位员工", "请核对员工的企业微信账号，然后重新同步通讯录。"),
        .. Each(Drop, [60011, 50002], "这位员工不在应用的可见范围里", "请在管理后台的应用可见范围里加上这位员工。"),
        .. Each(Drop, [40096, 84061], "找不到这位客户，或已不是好友关系", "请重新同步客户。"),
        new(81013, Drop, "收件的员工都无效", "请核对员工账号和应用的可见范围；系统会改派值班组。"),
        .. Each(Drop, [41050, 41051, 41053], "欢迎语已过期、已发过，或客户没有同意存档", Self),
        new(90501, Drop, "这个群不是客户群", "请让有客户联系权限的员工做群主。"),
        new(60140, Closed, "卡片已更新过或超过 72 小时", "系统会发一张新卡片。"),
        .. Each(Closed, [95001, 95002], "微信客服的条数或 48 小时时限已用完", "等客户再说一句话就能继续发。"),
        .. Each(Closed, [95013, 95016, 95018], "微信客服会话的状态不允许这样做", "会话可能已由人工接待或已结束，请在企业微信里回复。"),
        new(95019, Closed, "客服人员暂停了接待", "请换一位客服人员。"),
        new(40029, SignIn, "登录授权码无效、已用过或已过期", "请关闭页面后重新打开。"),
        .. Each(Budget, [45009, 130101], "调用太频繁（群机器人每分钟 20 条）", "系统会等到下一个时段再发；经常出现时请减少消息。"),
        .. Each(Fix, [40004, 40005, 40006, .. Range(40008, 40011), 44001, 45001], "文件类型或大小不符合要求", "请换一张图片或一个文件再发。"),
        new(40007, Fix, "素材不存在或已过期（临时素材只保存 3 天）", "请重新上传后再发。"),
        new(40033, Fix, "内容里有平台不接受的字符", Engineer),
        .. Each(Fix, [41016, 41033, 42045, 82001], "消息缺少标题、描述、跳转或收件人", Engineer),
        .. Each(Fix, [44004, 45002], "内容是空的或太长", "请修改内容后再发。"),
        .. Each(Fix, [95008, 95009], "微信客服的菜单不符合要求", Engineer),
        new(40093, Fix, "网页签名不对", "请核对页面域名是否是应用的可信域名，以及服务器时间。"),
        .. Each(Alert, [40013, 40035, 40056, 40058, 40063], "企业 ID、应用编号或参数不对", "请在管理后台核对企业 ID 和 AgentId，改好配置后重启。"),
        new(40201, Alert, "内容被平台拦截", "请由人工修改内容后再发，不要原样重发。"),
        new(43012, Alert, "应用没有设置接收消息的回调地址", "请在管理后台设置回调地址，带按钮的卡片需要它。"),
        .. Each(Alert, [48002, 48005], "应用没有这个接口的权限", "请在管理后台给应用开通权限。"),
        .. Each(Alert, [50001, 80001], "页面域名不是应用的可信域名", "请在管理后台把域名（含端口）设为可信域名。"),
        .. Each(Alert, [50003, 301002], "应用已停用，或不属于本企业", "请在管理后台启用应用。"),
        .. Each(Alert, [60020, 301042], "服务器的出口 IP 不可信", "请把错误信息里的 IP 加进应用的企业可信 IP，约一分钟后生效。"),
        .. Each(Alert, [86001, 86003, 86008], "群聊编号不对，或不是这个应用建的群", "请核对群聊编号，或重新建群。"),
        .. Each(Alert, [93000, 93004, 93008], "群机器人已被停用或移出群聊", "请在群里重新添加机器人，更新配置 Robots 里的地址。"),
        .. Each(Alert, [.. Range(95003, 95007), 95011, 95012, 95014, 95015, 95017, 95000], "微信客服的账号或设置不对", "请在管理后台核对微信客服账号、接待人员和“可调用接口的应用”。"),
        .. Each(Alert, [301048, 301052, 301053], "会话存档已过期或未开通", "请在管理后台续费或开通会话内容存档。"),
    ]);

    /// <summary>What a code means and what to do.</summary>
    public static ApiError Explain(int code) => Table.Explain(code);

    private static IEnumerable<ApiError> Each(ErrorKind kind, int[] codes, string meaning, string advice) =>
        codes.Select(code => new ApiError(code, kind, meaning, advice));

    private static IEnumerable<int> Range(int first, int last) => Enumerable.Range(first, last - first + 1);
}
