using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.WeCom;

/// <content>Members and departments.</content>
/// <remarks>
/// Source: https://developer.work.weixin.qq.com/document/path/96067 (list_id), path/90196 (get), path/90201 (list), path/95350 (department simplelist).
/// Phones, mail and pictures are not given to applications made after 2022-06-20.
/// </remarks>
public sealed partial class WeComClient
{
    private const int MostIdsAtOnce = 10_000;

    /// <summary>Up to 10,000 pairs of member and department.</summary>
    /// <param name="app">The configured application.</param>
    /// <param name="cursor">Of the page before; null for the first page.</param>
    /// <param name="ct">Cancels the call.</param>
    public async Task<ApiResult<WeComMemberIds>> GetMemberIdsAsync(string app, string? cursor, CancellationToken ct) =>
        (await PostAsync(App(app), "cgi-bin/user/list_id", new MemberIdQuery(cursor, MostIdsAtOnce), WeComJson.Raw.MemberIdQuery, ct)).Read(WeComJson.Raw.WeComMemberIds);

    /// <returns>Drop with 60111 or 60011 for somebody who is unknown or outside the application's visible range.</returns>
    public async Task<ApiResult<WeComMember>> GetMemberAsync(string app, string userId, CancellationToken ct) =>
        (await GetAsync(app, "cgi-bin/user/get", $"userid={Uri.EscapeDataString(userId)}", ct)).Read(WeComJson.Raw.WeComMember);

    /// <summary>The members of a department whom the application sees, with their names and departments.</summary>
    public async Task<ApiResult<WeComMembers>> GetMemberNamesAsync(string app, int departmentId, bool withChildren, CancellationToken ct) =>
        (await GetAsync(app, "cgi-bin/user/simplelist", $"department_id={departmentId}&fetch_child={(withChildren ? 1 : 0)}", ct)).Read(WeComJson.Raw.WeComMembers);

    /// <summary>The same with position and status.</summary>
    public async Task<ApiResult<WeComMembers>> GetMembersAsync(string app, int departmentId, CancellationToken ct) =>
        (await GetAsync(app, "cgi-bin/user/list", $"department_id={departmentId}", ct)).Read(WeComJson.Raw.WeComMembers);

    /// <summary>The member with a phone number. Too many misses block the call for a day.</summary>
    public async Task<ApiResult<string>> FindMemberAsync(string app, string mobile, CancellationToken ct) =>
        (await PostAsync(App(app), "cgi-bin/user/getuserid", new MobileQuery(mobile), WeComJson.Raw.MobileQuery, ct)).Read("userid");

    /// <summary>Ids and parents of the departments under one; null for all.</summary>
    public async Task<ApiResult<WeComDepartmentIds>> GetDepartmentIdsAsync(string app, int? under, CancellationToken ct) =>
        (await GetAsync(app, "cgi-bin/department/simplelist", Id(under), ct)).Read(WeComJson.Raw.WeComDepartmentIds);

    /// <summary>The departments under one with their names, where the application may see them; null for all.</summary>
    public async Task<ApiResult<WeComDepartments>> GetDepartmentsAsync(string app, int? under, CancellationToken ct) =>
        (await GetAsync(app, "cgi-bin/department/list", Id(under), ct)).Read(WeComJson.Raw.WeComDepartments);

    public async Task<ApiResult<WeComDepartment>> GetDepartmentAsync(string app, int id, CancellationToken ct) =>
        (await GetAsync(app, "cgi-bin/department/get", Id(id), ct)).Read(WeComJson.Raw.WeComDepartment);

    private static string Id(int? id) => id is null ? "" : $"id={id}";
}

internal sealed record MemberIdQuery(string? Cursor, int Limit);

internal sealed record MobileQuery(string Mobile);

/// <param name="DeptUser">A member of two departments is there twice.</param>
/// <param name="NextCursor">Null or empty after the last page.</param>
public sealed record WeComMemberIds(IReadOnlyList<WeComMemberIds.Pair> DeptUser, string? NextCursor)
{
    public sealed record Pair(string Userid, int Department);
}

public sealed record WeComMembers(IReadOnlyList<WeComMember> Userlist);

/// <summary>A member as an application sees one.</summary>
public sealed record WeComMember
{
    public required string Userid { get; init; }

    /// <summary>Null, or the user id, where the application may not see it.</summary>
    public string? Name { get; init; }

    public IReadOnlyList<int> Department { get; init; } = [];

    public string? Position { get; init; }

    /// <summary>1 active, 2 disabled, 4 not yet joined, 5 left; 0 where it was not asked for.</summary>
    public int Status { get; init; }

    /// <summary>For each department, in the same order: 1 for a leader.</summary>
    public IReadOnlyList<int> IsLeaderInDept { get; init; } = [];
}

public sealed record WeComDepartmentIds(IReadOnlyList<WeComDepartmentEntry> DepartmentId);

public sealed record WeComDepartments(IReadOnlyList<WeComDepartmentEntry> Department);

public sealed record WeComDepartment(WeComDepartmentEntry Department);

/// <param name="Id">1 is the corporation itself.</param>
/// <param name="Parentid">0 for the corporation itself.</param>
/// <param name="Order">A larger one stands before a smaller one.</param>
/// <param name="Name">Null where the application may not see it, or ids were asked for.</param>
public sealed record WeComDepartmentEntry(int Id, int Parentid, long Order, string? Name = null);
