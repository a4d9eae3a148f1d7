using System.Text.Json.Nodes;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>The played members and departments: everybody with a staff phone, in the department of the role.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/96067, path/90196, path/90201, path/95350.</remarks>
internal sealed class Directory(SandboxPhones phones)
{
    private const int Root = 1;

    public IResult Ids(PlayedAccount app, PlatformBody body)
    {
        var limit = body.Root.Number("limit") ?? SandboxLimits.WeCom.MemberIdsPerCall;
        if (limit is < 1 or > SandboxLimits.WeCom.MemberIdsPerCall)
            return PlatformAnswer.Refuse(PlatformErrors.InvalidParameter);
        var after = body.Root.Text("cursor") ?? "";
        var page = Members().Where(m => string.CompareOrdinal(m.Id, after) > 0).Take((int)limit).ToList();
        var isLast = page.Count < limit;
        return PlatformAnswer.Ok(
            ("next_cursor", isLast ? "" : page[^1].Id),
            ("dept_user", new JsonArray([.. page.Select(m => new JsonObject { ["userid"] = m.Id, ["department"] = DepartmentOf(m) })])));
    }

    public IResult Member(string? userId) => Members().FirstOrDefault(m => string.Equals(m.Id, userId, StringComparison.OrdinalIgnoreCase)) is { } member
        ? PlatformAnswer.Ok([.. Describe(member).Select(field => (field.Key, field.Value?.DeepClone()))])
        : PlatformAnswer.Refuse(PlatformErrors.UnknownUser);

    public IResult Members(string? departmentId, bool withChildren)
    {
        if (!int.TryParse(departmentId, out var id) || (id != Root && RoleOf(id) is null))
            return PlatformAnswer.Refuse(PlatformErrors.UnknownDepartment);
        var members = Members().Where(m => DepartmentOf(m) == id || (withChildren && id == Root));
        return PlatformAnswer.Ok(("userlist", new JsonArray([.. members.Select(Describe)])));
    }

    /// <summary>Phones have no numbers here: every search misses.</summary>
    public IResult Find(PlayedAccount app, PlatformBody body) => PlatformAnswer.Refuse(PlatformErrors.UnknownUser);

    public IResult Departments(string? under, bool withNames)
    {
        var all = Roles().Select((role, index) => Entry(index + Root + 1, Root, role, withNames)).Prepend(Entry(Root, 0, "演示物业", withNames));
        if (under is { Length: > 0 } && int.TryParse(under, out var id) && id != Root)
            all = all.Where(d => (int)d["id"]! == id);
        return PlatformAnswer.Ok((withNames ? "department" : "department_id", new JsonArray([.. all])));
    }

    public IResult Department(string? departmentId)
    {
        if (!int.TryParse(departmentId, out var id) || (id != Root && RoleOf(id) is null))
            return PlatformAnswer.Refuse(PlatformErrors.UnknownDepartment);
        return PlatformAnswer.Ok(("department", id == Root ? Entry(Root, 0, "演示物业", withName: true) : Entry(id, Root, RoleOf(id)!, withName: true)));
    }

    private List<PhoneSummary> Members() =>
        [.. phones.List().Where(p => p is { Kind: PhoneKind.Staff, Following: true }).OrderBy(p => p.Id, StringComparer.Ordinal)];

    private List<string> Roles() => [.. Members().Select(m => m.Role).Distinct().Order(StringComparer.Ordinal)];

    private int DepartmentOf(PhoneSummary member) => Roles().IndexOf(member.Role) + Root + 1;

    private string? RoleOf(int department) => Roles().ElementAtOrDefault(department - Root - 1);

    private JsonObject Describe(PhoneSummary member) => new()
    {
        ["userid"] = member.Id, ["name"] = member.Name, ["department"] = new JsonArray(DepartmentOf(member)), ["position"] = member.Role,
        ["status"] = 1, ["is_leader_in_dept"] = new JsonArray(0),
    };

    private static JsonObject Entry(int id, int parent, string name, bool withName)
    {
        JsonObject entry = new() { ["id"] = id, ["parentid"] = parent, ["order"] = 100_000 - id };
        if (withName)
            entry["name"] = name;
        return entry;
    }
}
