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
    public static string Place(Building building, Unit unit, Room? room)
    {
        ArgumentNullException.ThrowIfNull(building);
        ArgumentNullException.ThrowIfNull(unit);
        return PlaceText.Of(new Location(building.Phase, building.Name, unit.Name, null, room?.Name), sayPhase: true);
    }

    /// <summary>1,234.50 out of fen.</summary>
    public static string Yuan(long fen) => (fen / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture);

    private static string OrNothing(string value) => value.Length == 0 ? "（空）" : value;
}
