using System.Security.Claims;
using ChatDesk.BotHost.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ChatDesk.BotHost.Security;

/// <summary>A staff member's session: one cookie for console, work page and housekeeper's page. It lives by the machine's clock.</summary>
public static class StaffSession
{
    public const string Scheme = "staff";

    /// <summary>After a sign-in with a one-time password: good for choosing a new one and for nothing else.</summary>
    public const string PasswordChangeScheme = "staff-password";

    public const string WeComUserIdClaim = "weComUserId";

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
            .AddCookie(Scheme, cookie => Configure(cookie, "chatdesk-staff", SessionLife))
            .AddCookie(PasswordChangeScheme, cookie => Configure(cookie, "chatdesk-password", PasswordChangeLife));
        return services;
    }

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
