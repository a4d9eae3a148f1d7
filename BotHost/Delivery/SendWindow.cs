using ChatDesk.BotHost.Conversations;

namespace ChatDesk.BotHost.Delivery;

/// <summary>
/// The window of customer-service messages to one owner. Source: 客服消息下发规则
/// (https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Messages.html).
/// </summary>
public static class SendWindow
{
    private const int AfterMessage = 5;
    private const int AfterEvent = 3;
    private static readonly TimeSpan MessageWindow = TimeSpan.FromHours(48);
    private static readonly TimeSpan EventWindow = TimeSpan.FromMinutes(1);

    /// <summary>A message renews the whole budget.</summary>
    public static void OpenByMessage(Conversation conversation, DateTimeOffset now) => Open(conversation, now + MessageWindow, AfterMessage);

    /// <summary>A menu tap, a follow or a scan opens a short window, unless a better one is open.</summary>
    public static void OpenByEvent(Conversation conversation, DateTimeOffset now)
    {
        if (Left(conversation, now) < AfterEvent)
            Open(conversation, now + EventWindow, AfterEvent);
    }

    /// <summary>How many messages may still be sent.</summary>
    public static int Left(Conversation conversation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return conversation.IsReachable && conversation.WindowEndsAt > now ? conversation.WindowAllowed - conversation.WindowUsed : 0;
    }

    /// <summary>Whether a message for this purpose may go out: progress leaves the last one for 完工 (decision 14).</summary>
    public static bool Allows(Conversation conversation, DeliveryPurpose purpose, DateTimeOffset now) =>
        Left(conversation, now) > (purpose == DeliveryPurpose.Progress ? 1 : 0);

    private static void Open(Conversation conversation, DateTimeOffset until, int allowed)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        conversation.WindowEndsAt = until;
        conversation.WindowAllowed = allowed;
        conversation.WindowUsed = 0;
        conversation.IsReachable = true;
    }
}
