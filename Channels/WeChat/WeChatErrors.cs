using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;
using static ChatDesk.Channels.Activities.ErrorKind;

namespace ChatDesk.Channels.WeChat;

/// <summary>WeChat's error codes.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html.</remarks>
public static class WeChatErrors
{
    private const string Self = "系统会自动处理，不用操作。";
    private const string Engineer = "这是程序的问题，请把错误信息发给维护系统的人。";

    internal static ErrorTable Table { get; } = new(
    [
        new(-1, Retry, "微信服务器繁忙", Self),
        new(40001, Refresh, "访问令牌失效，或 AppSecret 不对", "系统会自动换新令牌；一直出现时，请核对 AppSecret，并停用其他也在获取令牌的系统。"),
        new(40014, Refresh, "访问令牌不合法", "系统会自动换新令牌；一直出现时，请核对 AppID 和 AppSecret。"),
        new(42001, Refresh, "访问令牌过期", "系统会自动换新令牌；一直出现时，请检查服务器时间。"),
        .. Each(Drop, [40003, 46004], "找不到这位用户", "这位业主的微信账号已失效，请用电话联系。"),
        .. Each(Drop, [43004, 50005], "对方没有关注公众号", "请业主重新关注公众号，或用电话联系。"),
        new(48002, Drop, "对方关闭了公众号消息", "请用电话联系这位业主。"),
        new(45015, Closed, "超过 48 小时没有互动，不能再发客服消息", "系统会改用模板消息或订阅通知；都没有时会生成待办。"),
        new(45047, Closed, "客服消息条数已用完", "等业主再说一句话就能继续发；系统会先改用其他方式。"),
        new(43101, Closed, "对方没有同意接收这类订阅通知", "系统会改用其他方式；业主可以在工单页面重新同意。"),
        .. Each(Fix, [40004, 40005, 40006, .. Range(40008, 40012), 45001, 45007], "文件类型或大小不符合要求", "请换一张图片或一个文件再发。"),
        new(40007, Fix, "素材不存在或已过期（临时素材只保存 3 天）", "请重新上传后再发。"),
        new(40033, Fix, "内容里有平台不接受的字符", Engineer),
        .. Each(Fix, [41005, 44001], "上传的文件是空的", Engineer),
        .. Each(Fix, [44002, 44003, 44004, 47001], "发送的内容是空的或格式不对", Engineer),
        .. Each(Fix, [.. Range(45002, 45006), 45008], "内容太长或太多", "请缩短内容后再发。"),
        new(47003, Fix, "模板消息的某个字段不符合要求", "请看错误信息里的字段名，核对配置里这个字段填的内容。"),
        new(41030, Fix, "通知要打开的页面地址不对", "请核对 ChatDesk:PublicUrl 和小程序页面路径。"),
        .. Each(Fix, [.. Range(40015, 40027), 40054, 40055, .. Range(65301, 65317)], "自定义菜单不符合要求", "请核对配置里的菜单：名称长度、按钮类型和网址的域名。"),
        new(45067, Fix, "群发编号太长", Engineer),
        .. Each(SignIn, [40029, 40163, 42003], "网页授权码无效、已用过或已过期", "请关闭页面后重新打开。"),
        .. Each(SignIn, [42002, 42007], "授权已过期，或用户改过密码", "请关闭页面后重新打开。"),
        new(45009, Budget, "今天的调用次数已用完", "系统会停到次日零点再发；急用时可由管理员清零一次（每月最多 10 次）。"),
        new(45011, Retry, "调用太频繁", Self),
        new(45065, Done, "同一编号的群发已经发过", "不用操作，平台不会重复群发。"),
        new(45066, Retry, "重复群发间隔太短", "系统会在一分钟后再试。"),
        .. Each(Alert, [40013, 41002, 41004, 40125], "配置的 AppID 或 AppSecret 不正确", "请在微信开发者平台核对 AppID 和 AppSecret，改好配置后重启。"),
        new(40037, Alert, "模板编号不存在", "请在公众号后台核对模板编号，更新配置 Templates。"),
        .. Each(Alert, [40164, 61004], "服务器的出口 IP 不在白名单里", "请把错误信息里的 IP 加进公众号的 IP 白名单。"),
        new(40243, Alert, "AppSecret 已被冻结", "请在微信开发者平台解冻 AppSecret。"),
        new(89503, Alert, "需要管理员确认这台服务器的 IP", "请公众号管理员在微信里确认。"),
        new(48001, Alert, "公众号没有这个接口的权限", "请确认是已认证的服务号，并在后台开通这个功能。"),
        .. Each(Alert, [48004, 50002], "接口被封禁，或账号受限", "请看公众号后台的通知并按要求处理，处理前不要再发。"),
        new(48006, Alert, "本月的清零次数已用完", "请等到下个月，或减少调用。"),
    ]);

    /// <summary>What a code means and what to do.</summary>
    public static ApiError Explain(int code) => Table.Explain(code);

    private static IEnumerable<ApiError> Each(ErrorKind kind, int[] codes, string meaning, string advice) =>
        codes.Select(code => new ApiError(code, kind, meaning, advice));

    private static IEnumerable<int> Range(int first, int last) => Enumerable.Range(first, last - first + 1);
}
