using System.Text.RegularExpressions;

namespace ChatDesk.Knowledge.Understanding.Places;

/// <summary>Finds the room among numbers that stand alone: a room's last two digits count flats, and short telephone numbers are none.</summary>
internal static class LoneRoom
{
    private const int MostFlatsOnAFloor = 30;
    private const int HighestFloor = 60;
    private static readonly HashSet<string> Hotlines = new(StringComparer.Ordinal) { "110", "112", "114", "119", "120", "122", "911", "2020", "2021", "2022", "2023", "2024", "2025", "2026", "2027", "2028" };
    private static readonly string[] Own = ["我家", "我们家", "我是", "住", "我", "户号", "房号", "室", "家里"];
    private static readonly string[] Elsewhere = ["到", "楼上", "楼下", "隔壁", "泡到", "对门", "尾号", "号码", "电话", "联系", "大约", "大概", "差不多", "卡号", "单号", "编号", "代码", "密码", "验证码", "型号", "取件码", "共", "总共", "收了", "花了", "交了", "涨到", "要价", "价格", "满", "第", "满减", "后四位", "后几位", "上面", "下面"];

    public static string? In(string text, PlaceDraft draft)
    {
        string? first = null;
        foreach (Match match in PlacePatterns.Room().Matches(text))
        {
            var room = match.Groups["room"].Value;
            if (!IsRoom(room) || Follows(text, match.Index, Elsewhere))
                continue;
            if (Follows(text, match.Index, Own))
                return room;
            first ??= room;
        }

        return first is null || draft.Garage && draft.Building is null ? null : first;
    }

    private static bool IsRoom(string room)
    {
        var flat = int.Parse(room.AsSpan(room.Length - 2), System.Globalization.CultureInfo.InvariantCulture);
        var floor = int.Parse(room.AsSpan(0, room.Length - 2), System.Globalization.CultureInfo.InvariantCulture);
        return flat is > 0 and <= MostFlatsOnAFloor && floor is > 0 and <= HighestFloor && !Hotlines.Contains(room);
    }

    private static bool Follows(string text, int at, string[] words)
    {
        foreach (var word in words)
        {
            if (text.AsSpan(0, at).EndsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
