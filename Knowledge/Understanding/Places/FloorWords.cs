using System.Text.RegularExpressions;

namespace ChatDesk.Knowledge.Understanding.Places;

/// <summary>Floors that are mentioned without being the place: a lift's button, between two floors, a floor to be reached, a floor of the club house.</summary>
internal static class FloorWords
{
    private static readonly string[] Before = ["到", "去", "上", "卡在", "停在", "在", "从", "按", "困在", "下到", "爬", "冲到", "掉到", "降到", "会所", "和", "与", "按钮", "想去", "到达"];
    private static readonly string[] After = ["和", "与", "到", "那个", "按", "的按", "之间", "中间", "没人按", "按钮", "按键", "不停", "窗户", "院子", "住户", "人家", "业主", "邻居", "以上", "以下", "前台", "大厅", "服务", "老人", "不动", "窗前", "花园", "不走", "办", "交"];

    public static bool IsOnlyMentioned(string text, Match floor)
    {
        var before = text.AsSpan(0, floor.Index);
        var after = text.AsSpan(floor.Index + floor.Length);
        var isLiftTrip = text.Contains("电梯", StringComparison.Ordinal);
        foreach (var word in Before)
        {
            if (before.EndsWith(word, StringComparison.Ordinal) && (isLiftTrip || word is not ("在" or "从" or "和" or "与" or "去" or "上")))
                return true;
        }

        foreach (var word in After)
        {
            if (after.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
