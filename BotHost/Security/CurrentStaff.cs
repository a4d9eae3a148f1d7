using System.Security.Claims;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Staff;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Security;

/// <summary>Who asks: the staff member whom the request's session names, as the register has them now.</summary>
public sealed class CurrentStaff(IHttpContextAccessor http, DeskDb db)
{
    private StaffMember? _member;

    /// <returns>Null without a session, or when the person is gone.</returns>
    public async Task<StaffMember?> FindAsync(CancellationToken ct)
    {
        if (_member is null && http.HttpContext?.User.FindFirstValue(StaffSession.WeComUserIdClaim) is { } weComUserId)
            _member = await FindAsync(db, weComUserId, ct);
        return _member;
    }

    /// <summary>For a page behind a staff rule, which let nobody else in.</summary>
    public async Task<StaffMember> GetAsync(CancellationToken ct) =>
        await FindAsync(ct) ?? throw new InvalidOperationException("The page has no staff rule.");

    /// <summary>An active staff member with teams and estates, as the policies need them.</summary>
    public static Task<StaffMember?> FindAsync(DeskDb db, string weComUserId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<StaffMember>().AsNoTracking().AsSplitQuery().Include(member => member.Teams).Include(member => member.Estates)
            .SingleOrDefaultAsync(member => member.WeComUserId == weComUserId && member.IsActive, ct);
    }
}
