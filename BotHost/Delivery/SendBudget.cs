namespace ChatDesk.BotHost.Delivery;

/// <summary>What a platform counts. Numbers: <see cref="BudgetLimits"/>.</summary>
public enum SendBudget
{
    /// <summary>客服消息 after a message of the person.</summary>
    CustomerMessage,

    /// <summary>客服消息 after a menu tap, a follow or a scan.</summary>
    CustomerMessageAfterTap,

    /// <summary>模板消息 of one account on one day.</summary>
    Template,

    /// <summary>订阅通知: one for each consent of one person to one template.</summary>
    Subscription,

    /// <summary>Messages of a WeCom application to one member; the platform drops what is over without a word.</summary>
    Member,

    /// <summary>Messages of a group robot (群机器人).</summary>
    Robot,

    /// <summary>群发 of one account in one month.</summary>
    MassSend,
}

/// <summary>So many sends within so much time, wherever it begins.</summary>
public sealed record PaceLimit(int Count, TimeSpan Per);
