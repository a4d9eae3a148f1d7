namespace ChatDesk.BotHost.Texts;

/// <summary>What the desk reads about messages that did not arrive.</summary>
public static class DeliveryTexts
{
    public const string DeadMessage = "有一条消息多次处理失败，请人工查看";

    public static string Undelivered(bool toStaff) => toStaff
        ? "给员工的企业微信消息没有送达，请电话通知"
        : "给业主的微信消息没有送达，请电话告知";
}
