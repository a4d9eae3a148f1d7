using System.Security.Claims;
using ChatDesk.BotHost.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ChatDesk.BotHost.Security;

/// <summary>
/// A staff member's session; it lives by the machine's clock. The work page has a cookie of its own: a card's link is for one
/// person's phone, so it opens no console, and takes no console's session away where both are open in one browser.
/// </summary>
public static class StaffSession
{
    /// <summary>The one of the two sessions that a request's address asks for.</summary>
    public const string Scheme = "staff";

    /// <summary>After a sign-in with a one-time password: good for choosing a new one and for nothing else.</summary>
    public const string PasswordChangeScheme = "staff-password";

    public const string WeComUserIdClaim = "weComUserId";

    private const string ConsoleScheme = "staff-console";
    private const string WorkScheme = "staff-work";
    private const string ConsoleCookie = "chatdesk-staff";
    private const string WorkCookie = "chatdesk-work";

    private static readonly TimeSpan SessionLife = TimeSpan.FromHours(12);
    private static readonly TimeSpan PasswordChangeLife = TimeSpan.FromMinutes(10);

    public static Task StartAsync(HttpContext context, StaffMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return context.SignInAsync(Scheme, Principal(Scheme, WeComUserIdClaim, member.WeComUserId));
    }

    public static Task EndAsync(HttpContext context) => context.SignOutAsync(Scheme);

    internal static ClaimsPrincipal Principal(string scheme, string claim, string value) =>
        new(new ClaimsIdentity([new Claim(claim, value)], scheme));

    internal static IServiceCollection AddStaffSession(this IServiceCollection services)
    {
        services.AddHttpContextAccessor().AddScoped<CurrentStaff>();
        services.AddAuthentication(Scheme)
            .AddPolicyScheme(Scheme, displayName: null, policy => policy.ForwardDefaultSelector = context => IsWork(context.Request) ? WorkScheme : ConsoleScheme)
            .AddCookie(ConsoleScheme, cookie => Configure(cookie, ConsoleCookie, SessionLife))
            .AddCookie(WorkScheme, cookie => Configure(cookie, WorkCookie, SessionLife))
            .AddCookie(PasswordChangeScheme, cookie => Configure(cookie, "chatdesk-password", PasswordChangeLife));
        return services;
    }

    /// <summary>The work page, and the files that it shows.</summary>
    private static bool IsWork(HttpRequest request)
    {
        if (!request.Path.StartsWithSegments("/files", StringComparison.OrdinalIgnoreCase))
            return IsWorkPath(request.Path);
        return !request.Cookies.ContainsKey(ConsoleCookie) || (Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && IsWorkPath(page.AbsolutePath));
    }

    private static bool IsWorkPath(PathString path) => path.StartsWithSegments("/w", StringComparison.OrdinalIgnoreCase);

    private static void Configure(CookieAuthenticationOptions options, string name, TimeSpan life)
    {
        options.TimeProvider = TimeProvider.System;
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = life;
        options.LoginPath = "/console/sign-in";
        options.Events.OnRedirectToLogin = context =>
        {
            if (context.Request.Path.StartsWithSegments("/console", StringComparison.OrdinalIgnoreCase))
                context.Response.Redirect(context.RedirectUri);
            else
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }
}
