using System.Text.RegularExpressions;

namespace ChatDesk.Knowledge.Understanding.Privacy;

/// <summary>How personal data is written, on lower-case half-width text with Chinese figures made digits. Check digits and area codes are not looked at: a mistyped number is as private.</summary>
internal static partial class PersonalPatterns
{
    [GeneratedRegex(@"(?<!\d)(?:\(?\+?\s?0{0,2}86\)?[\s-]?)?1[\s.-]{0,2}[3-9](?:[\s.·-]{0,2}\d){9}(?!\d)")]
    public static partial Regex Mobile();

    [GeneratedRegex(@"(?<![\d.])(?:\(0\d{2,3}\)|0\d{2,3})[\s-]?\d{7,8}(?!\d)|(?<!\d)[48]00[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)")]
    public static partial Regex Landline();

    [GeneratedRegex(@"(?<!\d)\d(?:\s?\d){16}\s?[\dx](?![\da-z])|(?<!\d)\d{15}(?!\d)")]
    public static partial Regex IdCard();

    [GeneratedRegex(@"(?<!\d)[3-9]\d{3}(?:[\s-]?\d{4}){2,3}(?:[\s-]?\d{1,4})?(?!\d)|(?<!\d)\d{16,19}(?!\d)")]
    public static partial Regex BankCard();

    [GeneratedRegex(@"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][\s]?[a-z][\s·.•-]?(?:[a-z0-9][\s]?){4,5}[a-z0-9挂学警港澳]")]
    public static partial Regex Plate();

    [GeneratedRegex(@"[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+")]
    public static partial Regex Email();

    [GeneratedRegex(@"(?:微信|vx|wx|威信|薇信|v信|加v|加微|wechat)(?:号|id)?(?:是|为|:|：)?\s*(?<id>[a-z][a-z0-9_-]{5,19})")]
    public static partial Regex WeChatId();
}
