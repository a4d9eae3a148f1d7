using System.Globalization;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Security;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Texts;

/// <summary>What the desk reads where it looks after the register: estates, homes, people, devices, fees.</summary>
public static class MasterTexts
{
    public const string Saved = "已保存。";
    public const string Added = "已新增。";
    public const string Removed = "已删除。";
    public const string Stale = "刚刚有别人改过这条记录，下面是最新的内容。请核对后再保存。";
    public const string FormIncomplete = "没有保存：请看标红的项目。";
    public const string PersonKnown = "这处房子里已经登记了同名同电话的人";
    public const string CodeKnown = "这个编号已经有了";
    public const string NameKnown = "这个名称已经有了";
    public const string UrlWrong = "应是以 https:// 开头的网址";
    public const string HomeRemoved = "解除绑定";
    public const string ChatReleased = "解除聊天账号的绑定";
    public const string MergeElsewhere = "对方还住在不由您负责的小区，请管理员来合并。";
    public const string RoomInUse = "这处房子有住户、工单或费用记录，不能删除。";
    public const string PlaceUnclear = "没有找到这个位置，请写成 3-2（3栋2单元）或 3栋";
    public const string HomeUnclear = "没有找到这处房子，请写成 3-2-201";
    public const string NotFound = "记录不存在，或不由您负责。";

    public static string Relation(HomeRelation relation) => relation switch
    {
        HomeRelation.Owner => "业主",
        HomeRelation.Family => "家人",
        _ => "租户",
    };

    public static string Action(DeskAuditAction action) => action switch
    {
        DeskAuditAction.Added => "新增",
        DeskAuditAction.Changed => "修改",
        DeskAuditAction.Removed => "删除",
        DeskAuditAction.Imported => "导入",
        _ => "导出",
    };

    /// <summary>电话：138… → 139…</summary>
    public static string Differs(string field, string before, string after) => $"{field}：{OrNothing(before)} → {OrNothing(after)}";

    public static string HomeAdded(HomeRelation relation) => $"绑定为{Relation(relation)}";

    /// <summary>A home as staff read it: 3栋2单元201, with the phase.</summary>
    public static string Place(Building building, Unit? unit, Room? room)
    {
        ArgumentNullException.ThrowIfNull(building);
        return PlaceText.Of(new Location(building.Phase, building.Name, unit?.Name, null, room?.Name), sayPhase: true);
    }

    /// <summary>1,234.50 out of fen.</summary>
    public static string Yuan(long fen) => (fen / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>89.06 out of hundredths; empty for unknown.</summary>
    public static string SquareMetres(int? hundredths) => hundredths is { } area ? (area / 100m).ToString("0.##", CultureInfo.InvariantCulture) : "";

    public static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Merged(string name, string phone) => $"并入重复登记：{name} {phone}";

    public static string RoomsWrong(int most) => $"请填写房号，例如 101-104 201，一次最多 {most} 个，每个不超过 20 个字";

    private static string OrNothing(string value) => value.Length == 0 ? "（空）" : value;
}
