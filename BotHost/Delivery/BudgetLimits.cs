using System.ComponentModel.DataAnnotations;

namespace ChatDesk.BotHost.Delivery;

/// <summary><c>ChatDesk:Budgets</c>: the platforms' numbers, which Tencent changes without notice.</summary>
/// <remarks>
/// Sources: 客服消息下发规则 (https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Messages.html),
/// api_sendtemplatemessage, 群发接口; WeCom 90454 (application), 91770 (group robot).
/// </remarks>
public sealed class BudgetLimits
{
    public const string Section = "ChatDesk:Budgets";

    public static readonly TimeSpan MessageWindow = TimeSpan.FromHours(48);
    public static readonly TimeSpan TapWindow = TimeSpan.FromMinutes(1);

    /// <summary>客服消息 within 48 h after a message. Default 5.</summary>
    [Range(1, 20)]
    public int AfterMessage { get; set; } = 5;

    /// <summary>客服消息 within one minute after a menu tap, a follow or a scan. Default 3.</summary>
    [Range(1, 20)]
    public int AfterTap { get; set; } = 3;

    /// <summary>模板消息 of an account a day. Default 100 000.</summary>
    [Range(1, int.MaxValue)]
    public int TemplatesPerDay { get; set; } = 100_000;

    /// <summary>群发 of an account a month. Default 4.</summary>
    [Range(1, 31)]
    public int MassSendsPerMonth { get; set; } = 4;

    /// <summary>Messages of an application to one member a minute. Default 30.</summary>
    [Range(1, int.MaxValue)]
    public int MemberPerMinute { get; set; } = 30;

    /// <summary>Messages of an application to one member an hour. Default 1000.</summary>
    [Range(1, int.MaxValue)]
    public int MemberPerHour { get; set; } = 1000;

    /// <summary>Messages of one group robot a minute. Default 20.</summary>
    [Range(1, int.MaxValue)]
    public int RobotPerMinute { get; set; } = 20;

    /// <summary>Added to each pace: the platform counts from when a message reaches it, a moment after it was charged here. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan PaceMargin { get; set; } = TimeSpan.FromSeconds(5);

    internal int Of(SendBudget budget) => budget switch
    {
        SendBudget.CustomerMessage => AfterMessage,
        SendBudget.CustomerMessageAfterTap => AfterTap,
        SendBudget.Template => TemplatesPerDay,
        SendBudget.MassSend => MassSendsPerMonth,
        _ => throw new ArgumentOutOfRangeException(nameof(budget), budget, "It has no fixed number."),
    };

    internal IReadOnlyList<PaceLimit> PaceOf(SendBudget budget) => budget switch
    {
        SendBudget.Member => [new(MemberPerMinute, TimeSpan.FromMinutes(1) + PaceMargin), new(MemberPerHour, TimeSpan.FromHours(1) + PaceMargin)],
        SendBudget.Robot => [new(RobotPerMinute, TimeSpan.FromMinutes(1) + PaceMargin)],
        _ => throw new ArgumentOutOfRangeException(nameof(budget), budget, "It has no pace."),
    };
}
