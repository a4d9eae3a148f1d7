using System.Globalization;
using ChatDesk.BotHost.Security;

namespace ChatDesk.BotHost.Progress;

/// <summary>What a browser may see of one ticket as its owner.</summary>
public enum OwnerAccess
{
    None,

    /// <summary>It opened the progress page by its link.</summary>
    Page,

    /// <summary>It also gave the last digits of the owner's phone: photos taken inside the home.</summary>
    Photos,
}

/// <summary>A signed cookie for each ticket that a browser opened by its link. It lives by the machine's clock, for a day.</summary>
public sealed class OwnerSessions(ServerKeys keys)
{
    private const string Purpose = "owner-session";
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>Gives the browser the access, unless it has as much.</summary>
    public void Grant(HttpContext context, string number, OwnerAccess access)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (AccessOf(context, number) >= access)
            return;
        var until = TimeProvider.System.GetUtcNow().Add(Life).ToUnixTimeSeconds();
        var subject = string.Create(CultureInfo.InvariantCulture, $"{(int)access}.{until}.");
        context.Response.Cookies.Append(CookieOf(number), subject + Sign(number, subject), new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            MaxAge = Life,
            IsEssential = true,
        });
    }

    public OwnerAccess AccessOf(HttpContext context, string number)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.Cookies[CookieOf(number)]?.Split('.') is not [var access, var until, var signature])
            return OwnerAccess.None;
        var isOurs = keys.Verify(Purpose, SubjectOf(number, $"{access}.{until}."), signature);
        var isFresh = isOurs && long.Parse(until, CultureInfo.InvariantCulture) >= TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return isFresh ? (OwnerAccess)int.Parse(access, CultureInfo.InvariantCulture) : OwnerAccess.None;
    }

    private string Sign(string number, string subject) => keys.Sign(Purpose, SubjectOf(number, subject));

    private static string SubjectOf(string number, string subject) => $"{number}\n{subject}";

    private static string CookieOf(string number) => $"chatdesk-{number}";
}
