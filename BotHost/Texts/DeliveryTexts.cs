namespace ChatDesk.BotHost.Texts;

/// <summary>What the desk reads about messages that did not arrive.</summary>
public static class DeliveryTexts
{
    public static string Undelivered(bool toStaff) => toStaff
        ? "给员工的企业微信消息没有送达，请电话通知"
        : "给业主的微信消息没有送达，请电话告知";
}
