using System.Globalization;
using ChatDesk.BotHost.Data;

namespace ChatDesk.BotHost.Texts;

/// <summary>Words that all phone pages share.</summary>
public static class PhoneTexts
{
    public const string NotFoundTitle = "链接无效或已过期";
    public const string NotFoundText = "请从我们最近发给您的消息里重新打开，或直接打电话给我们。";
    public const string TooManyTitle = "操作太频繁";
    public const string TooManyText = "请稍等几分钟再试，或直接打电话给我们。";
    public const string Call = "一键呼叫24小时客服";

    /// <summary>The property's name where no company is set up yet.</summary>
    public const string Company = "物业服务中心";

    /// <summary>10:05 today, 11月20日 10:05 on another day, on the estate's wall clock.</summary>
    public static string Time(DeskCalendar calendar, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var local = calendar.ToLocal(at);
        return local.ToString(local.Date == calendar.LocalNow.Date ? "HH:mm" : "M月d日 HH:mm", CultureInfo.InvariantCulture);
    }
}
