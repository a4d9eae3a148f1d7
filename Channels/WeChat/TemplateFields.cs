using System.Globalization;
using System.Text.RegularExpressions;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Channels.WeChat;

/// <summary>What the fields of template messages and 订阅通知 accept, by the letters before their number. Pure.</summary>
/// <remarks>
/// Source: https://developers.weixin.qq.com/doc/service/api/notify/template/api_sendtemplatemessage and
/// https://developers.weixin.qq.com/doc/service/api/notify/notify/api_sendnewsubscribemsg (参数值规则). Characters are text elements.
/// </remarks>
public static partial class TemplateFields
{
    private const string Day = "[0-9]{4}(年[0-9]{1,2}月[0-9]{1,2}日|-[0-9]{1,2}-[0-9]{1,2})";
    private const string Clock = "([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?";
    private const string Moment = "(" + Day + " )?" + Clock;

    private static readonly Dictionary<string, Kind> Kinds = new(StringComparer.Ordinal)
    {
        ["thing"] = new("不超过 20 个字", value => Characters(value) <= 20, Longest: 20, Empty: "无"),
        ["short_thing"] = new("不超过 5 个字", value => Characters(value) <= 5, Longest: 5, Empty: "无"),
        ["number"] = new("只能是不超过 32 位的数字，可以有小数", value => value.Length <= 32 && Number().IsMatch(value)),
        ["letter"] = new("只能是不超过 32 个英文字母", value => Letters().IsMatch(value)),
        ["symbol"] = new("只能是不超过 5 个符号", value => Characters(value) <= 5 && value.EnumerateRunes().All(IsSymbol)),
        ["character_string"] = new("只能是不超过 32 个字母、数字或符号，不能有汉字", value => CharacterString().IsMatch(value), Empty: "-", HasSpaces: false),
        ["time"] = new("要写成 15:01 或 2026年5月1日 15:01，时段用 ~ 连接", value => Time().IsMatch(value)),
        ["date"] = new("要写成 2026年5月1日 或 2026-05-01，后面可以带时间", value => Date().IsMatch(value)),
        ["amount"] = new("要写成 ￥128.50：一个货币符号加不超过 10 位数字", value => Amount().IsMatch(value) && value.Count(char.IsAsciiDigit) <= 10),
        ["phone_number"] = new("只能是不超过 17 位的数字、+ 或 -", value => PhoneNumber().IsMatch(value)),
        ["car_number"] = new("是不超过 8 位的车牌号", value => CarNumber().IsMatch(value)),
        ["name"] = new("是不超过 10 个汉字，或者不超过 20 个字母", value => Name().IsMatch(value), Empty: "无"),
        ["phrase"] = new("只能是不超过 5 个汉字", value => Phrase().IsMatch(value), Empty: "无"),
        ["enum"] = new("要和模板里的可选值完全一致，不能为空", value => value.Length > 0),
        ["const"] = new("要和模板里的可选值完全一致，不能为空", value => value.Length > 0),
    };

    /// <summary>The value as its field can carry it: one line, no control characters, cut to the field's length, "无" or "-" for nothing.</summary>
    public static string Fit(string field, string value)
    {
        var kind = KindOf(field);
        var line = WhiteSpace().Replace(WireText.Clean(value), kind is { HasSpaces: false } ? "" : " ").Trim();
        if (line.Length == 0)
            return kind?.Empty ?? "";
        return kind?.Longest is { } longest ? WireText.CutCharacters(line, longest) : line;
    }

    /// <returns>The rule that the value breaks, null where it breaks none.</returns>
    public static FieldProblem? Check(string field, string value) => KindOf(field) switch
    {
        null => new FieldProblem(field, "不是模板的字段名：字段名如 thing1、time2"),
        var kind => value.Length > 0 && kind.Accepts(value) ? null : new FieldProblem(field, kind.Rule),
    };

    /// <summary>The value without anything but letters, digits and plain punctuation, for one more try after a refusal.</summary>
    public static string Plain(string value) => NotPlain().Replace(value, "").Trim();

    private static Kind? KindOf(string field) => FieldName().Match(field) is { Success: true } match ? Kinds.GetValueOrDefault(match.Groups[1].Value) : null;

    private static int Characters(string value) => new StringInfo(value).LengthInTextElements;

    private static bool IsSymbol(System.Text.Rune rune) => System.Text.Rune.IsSymbol(rune) || System.Text.Rune.IsPunctuation(rune);

    private sealed record Kind(string Rule, Func<string, bool> Accepts, int? Longest = null, string? Empty = null, bool HasSpaces = true);

    [GeneratedRegex(@"\A([a-z_]+?)\d+\z")]
    private static partial Regex FieldName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"[^\p{L}\p{Nd} ,.:;()\-/，。、：；（）]")]
    private static partial Regex NotPlain();

    [GeneratedRegex(@"\A[0-9]+(\.[0-9]+)?\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[A-Za-z]{1,32}\z")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\A[!-~]{1,32}\z")]
    private static partial Regex CharacterString();

    [GeneratedRegex(@"\A" + Moment + "( ?~ ?" + Moment + @")?\z")]
    private static partial Regex Time();

    [GeneratedRegex(@"\A" + Day + "( " + Clock + @")?\z")]
    private static partial Regex Date();

    [GeneratedRegex(@"\A[¥￥$€£]?[0-9]+(\.[0-9]{1,2})?元?\z")]
    private static partial Regex Amount();

    [GeneratedRegex(@"\A[0-9+\-]{1,17}\z")]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"\A[\u4e00-\u9fff0-9A-Za-z]{1,8}\z")]
    private static partial Regex CarNumber();

    [GeneratedRegex(@"\A([\u4e00-\u9fff]{1,10}|[A-Za-z]{1,20})\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[\u4e00-\u9fff]{1,5}\z")]
    private static partial Regex Phrase();
}
