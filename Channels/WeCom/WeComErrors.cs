using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeCom;

/// <summary>WeCom's error codes; one that is not here is for a person to look at.</summary>
/// <remarks>
/// Source: https://developer.work.weixin.qq.com/document/path/90313. 40001 means a wrong secret here, not an old token:
/// asking again would get the address blocked.
/// </remarks>
internal static class WeComErrors
{
    public static ErrorTable Table { get; } = new(
        new Dictionary<int, SendOutcome>
        {
            [-1] = SendOutcome.Retry, // busy
            [6000] = SendOutcome.Retry, // concurrent modification
            [45033] = SendOutcome.Retry, // too many calls at once
            [45009] = SendOutcome.Quota, // frequency of this call
            [40029] = SendOutcome.Closed, // sign-in code wrong, used or expired: start again
            [60140] = SendOutcome.Closed, // response code used or expired: a new card is needed
            [40003] = SendOutcome.Drop, // no such user id
            [40031] = SendOutcome.Drop, // no such user id in the list
            [46004] = SendOutcome.Drop, // no such user
            [60111] = SendOutcome.Drop, // no such user
            [60011] = SendOutcome.Drop, // outside the application's visible range
            [50002] = SendOutcome.Drop, // outside the application's visible range
            [81013] = SendOutcome.Drop, // not one valid recipient
        },
        tokenCodes: [40014, 41001, 42001]);
}
