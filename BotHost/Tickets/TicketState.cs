namespace ChatDesk.BotHost.Tickets;

/// <summary>The seven stored states of R-072 with their two other ends (decision 3 of the requirements).</summary>
public enum TicketState
{
    /// <summary>受理</summary>
    Accepted,

    /// <summary>审核</summary>
    Reviewed,

    /// <summary>派单: sent out, taken by an engineer or not yet.</summary>
    Dispatched,

    /// <summary>执行</summary>
    InProgress,

    /// <summary>完工</summary>
    Finished,

    /// <summary>回访</summary>
    FollowUp,

    /// <summary>关闭</summary>
    Closed,

    /// <summary>已取消</summary>
    Cancelled,

    /// <summary>已并入另一单</summary>
    Merged,
}

public enum TicketKind
{
    /// <summary>报事报修</summary>
    Repair,

    /// <summary>投诉</summary>
    Complaint,

    /// <summary>建议</summary>
    Suggestion,

    /// <summary>咨询: a question that the knowledge base could not answer.</summary>
    Inquiry,
}

public enum TicketUrgency
{
    Low,
    Normal,
    High,
    Emergency,
}
