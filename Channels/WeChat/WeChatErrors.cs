using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeChat;

/// <summary>WeChat's error codes; one that is not here is for a person to look at.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html.</remarks>
internal static class WeChatErrors
{
    public static ErrorTable Table { get; } = new(
        new Dictionary<int, SendOutcome>
        {
            [-1] = SendOutcome.Retry, // busy
            [45011] = SendOutcome.Retry, // too frequent
            [45009] = SendOutcome.Quota, // the day's quota of this call
            [45015] = SendOutcome.Closed, // no message within 48 h, or unfollowed
            [45047] = SendOutcome.Closed, // 客服消息 of this window used up
            [43101] = SendOutcome.Closed, // the person did not accept this 订阅通知
            [48002] = SendOutcome.Closed, // the person declines messages
            [40029] = SendOutcome.Closed, // sign-in code wrong: start again
            [40163] = SendOutcome.Closed, // sign-in code used
            [42003] = SendOutcome.Closed, // sign-in code expired
            [40003] = SendOutcome.Drop, // not an openid
            [43004] = SendOutcome.Drop, // not a follower
            [46004] = SendOutcome.Drop, // no such user
            [50005] = SendOutcome.Drop, // not a follower
        },
        tokenCodes: [40001, 40014, 42001]);
}
