using ChatDesk.BotHost.Conversations;

namespace ChatDesk.BotHost.Delivery;

/// <summary>
/// Which windows for 客服消息 an owner's own actions opened; what is used of them stands in the ledger, so that a turn writes
/// nothing beside its conversation. Source: 客服消息下发规则.
/// </summary>
public static class SendWindow
{
    /// <summary>A message opens the whole budget anew for 48 h.</summary>
    public static void OpenByMessage(Conversation conversation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        conversation.WindowEndsAt = now + BudgetLimits.MessageWindow;
        conversation.IsReachable = true;
    }

    /// <summary>A menu tap, a follow, a scan or a tapped choice opens a short window beside the long one.</summary>
    public static void OpenByEvent(Conversation conversation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        conversation.TapWindowEndsAt = now + BudgetLimits.TapWindow;
        conversation.IsReachable = true;
    }

    /// <summary>What is open now, the long one first; nothing for a person who left.</summary>
    public static IReadOnlyList<OpenWindow> Of(Conversation conversation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        if (!conversation.IsReachable)
            return [];
        List<OpenWindow> open = [];
        if (conversation.WindowEndsAt is { } message && message > now)
            open.Add(new(SendBudget.CustomerMessage, message, BudgetLimits.MessageWindow));
        if (conversation.TapWindowEndsAt is { } tap && tap > now)
            open.Add(new(SendBudget.CustomerMessageAfterTap, tap, BudgetLimits.TapWindow));
        return open;
    }
}

/// <summary>A window in which messages may be sent.</summary>
public sealed record OpenWindow(SendBudget Budget, DateTimeOffset EndsAt, TimeSpan Length);
