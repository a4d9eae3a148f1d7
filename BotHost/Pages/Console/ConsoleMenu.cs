using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>One line of the console's 管理 menu.</summary>
/// <param name="Group">The heading that it stands under.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Address">Where it leads; pages below that address belong to it.</param>
/// <param name="Hint">What one does there, for somebody who has never been.</param>
/// <param name="IsFor">Who sees the line; the page itself decides who gets in.</param>
public sealed record MenuEntry(string Group, string Title, string Address, string Hint, Func<Policies, StaffMember, bool> IsFor)
{
    /// <summary>Whether a page belongs to this line.</summary>
    public bool Leads(string address) =>
        address == Address || address.StartsWith(Address + "/", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What is set up and looked after rather than worked off: 管理. Each feature adds its line to <see cref="Entries"/>.</summary>
public static class ConsoleMenu
{
    public const string Address = "/console/manage";

    private const string Register = "小区档案";

    /// <summary>In the order of the menu.</summary>
    public static IReadOnlyList<MenuEntry> Entries { get; } =
    [
        new(Register, "业主与住户", "/console/owners", "按姓名、电话或房号查找；修改、绑定和解除房子、合并重复登记", (policies, member) => policies.MaySee(member, RegisterPart.Owners)),
        new(Register, "小区与房产", "/console/estates", "小区电话、楼栋、单元、房号、公共区域", (policies, member) => policies.MaySee(member, RegisterPart.Places)),
        new(Register, "设备", "/console/devices", "电梯、水泵等设备和它们的位置", (policies, member) => policies.MaySee(member, RegisterPart.Places)),
        new(Register, "费用记录", "/console/fees", "每套房应缴和已缴的费用", (policies, member) => policies.MaySee(member, RegisterPart.Fees)),
        new(Register, "导入", "/console/import", "业主、房产、设备、费用：从 Excel 或 CSV 批量建档和更新", EditsAny),
        new(Register, "材料与导航", "/console/materials", "师傅选用的材料和单价，导航用的小区地址", (policies, member) => policies.MayEdit(member, RegisterPart.Materials)),
    ];

    /// <summary>Pages that stand under no line of their own.</summary>
    private static readonly string[] Below = ["/console/rooms/", "/console/buildings/"];

    /// <summary>Whether a page is part of 管理.</summary>
    public static bool Contains(string address) =>
        address == Address || Entries.Any(entry => entry.Leads(address)) || Below.Any(start => address.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>The lines for one member, by heading.</summary>
    public static IEnumerable<IGrouping<string, MenuEntry>> For(StaffMember member, Policies policies) =>
        Entries.Where(entry => entry.IsFor(policies, member)).GroupBy(entry => entry.Group);

    private static bool EditsAny(Policies policies, StaffMember member) => Enum.GetValues<RegisterPart>().Any(part => policies.MayEdit(member, part));
}
