namespace ChatDesk.BotHost.Texts;

/// <summary>The kinds of devices as the register stores them and as people call them. A kind that a company made itself is its own name.</summary>
public static class DeviceKinds
{
    private static readonly (string Kind, string Name, string[] Others)[] Known =
    [
        ("lift", "电梯", ["客梯", "货梯", "扶梯", "升降机"]),
        ("pump", "水泵", ["生活水泵", "给水泵", "增压泵", "排污泵", "泵"]),
        ("fire", "消防设施", ["消防", "消防设备", "消防泵", "喷淋", "消火栓", "烟感"]),
        ("power", "配电设备", ["配电", "变压器", "配电柜", "发电机"]),
        ("access", "门禁", ["单元门", "对讲", "可视对讲", "门禁系统"]),
        ("gate", "道闸", ["车闸", "停车道闸", "闸机"]),
        ("camera", "监控", ["摄像头", "监控设备", "摄像机"]),
        ("light", "公共照明", ["路灯", "照明"]),
        ("hvac", "暖通空调", ["空调", "暖通", "换热站", "锅炉"]),
        ("playground", "儿童游乐设施", ["游乐设施", "健身器材"]),
        ("other", "其他", ["其它"]),
    ];

    /// <summary>Stored kinds, in the order of a pick list.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Known.Select(known => known.Kind)];

    public static IEnumerable<string> Names => Known.Select(known => known.Name);

    public static string Name(string kind) => Known.Where(known => known.Kind == kind).Select(known => known.Name).FirstOrDefault(kind);

    /// <returns>The stored kind for what people write; null for an unknown word.</returns>
    public static string? Find(string word) =>
        Known.Where(known => known.Kind == word || known.Name == word || known.Others.Contains(word)).Select(known => known.Kind).FirstOrDefault();
}
