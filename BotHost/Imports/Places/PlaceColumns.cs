namespace ChatDesk.BotHost.Imports.Places;

/// <summary>The columns that say where: the same in every list.</summary>
internal static class PlaceColumns
{
    public static readonly ImportColumn Estate = new("小区", "", 100, "小区名称", "项目", "项目名称", "园区", "楼盘");
    public static readonly ImportColumn Phase = new("期区", "", 20, "期", "分期", "期数", "区", "组团", "一期二期");
    public static readonly ImportColumn Building = new("楼栋", "3", 20, "栋", "幢", "楼", "楼号", "栋号", "幢号", "楼栋号", "楼栋名称", "楼宇", "楼座");
    public static readonly ImportColumn Unit = new("单元", "2", 20, "单元号", "单元名称", "门栋");
    public static readonly ImportColumn Room = new("房号", "201", 60, "房间", "房间号", "室", "室号", "房屋", "房屋编号", "门牌", "门牌号", "户号", "房产", "住址", "地址", "房屋地址") { IsRequired = true };

    public static readonly IReadOnlyList<ImportColumn> All = [Estate, Phase, Building, Unit, Room];
}
