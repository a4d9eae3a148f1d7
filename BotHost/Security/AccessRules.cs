using ChatDesk.BotHost.Staff;
using Microsoft.AspNetCore.Authorization;

namespace ChatDesk.BotHost.Security;

/// <summary>Which staff an endpoint is for. What each of them may see there is decided per record in <see cref="Policies"/>.</summary>
public enum StaffRule
{
    /// <summary>Anybody who works here.</summary>
    AnyStaff,

    /// <summary>Desk, leads, supervisors, managers …: <see cref="Policies.MayUseConsole"/>.</summary>
    Console,

    /// <summary>Role admin.</summary>
    Admin,
}

/// <summary>The endpoint is for staff; others get the sign-in page, or 404 when they are signed in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = true)]
public sealed class StaffAccessAttribute(StaffRule rule) : Attribute, IAuthorizeData
{
    public StaffRule Rule { get; } = rule;

    public string? Policy { get; set; } = rule.ToString();

    public string? Roles { get; set; }

    public string? AuthenticationSchemes { get; set; } = StaffSession.Scheme;
}

/// <summary>The endpoint is for everybody, for a stated reason: a signed callback, a secret link, a health probe.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = true)]
public sealed class PublicAccessAttribute(string reason) : Attribute, IAllowAnonymous
{
    public string Reason { get; } = reason;
}

/// <summary>How an endpoint states its rule; each has one, and a test says which has not.</summary>
public static class AccessRules
{
    public static TBuilder ForStaff<TBuilder>(this TBuilder endpoint, StaffRule rule)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new StaffAccessAttribute(rule));

    public static TBuilder ForEverybody<TBuilder>(this TBuilder endpoint, string reason)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new PublicAccessAttribute(reason));

    internal static IServiceCollection AddAccessRules(this IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, StaffRuleHandler>();
        services.AddAuthorization(options =>
        {
            foreach (var rule in Enum.GetValues<StaffRule>())
                options.AddPolicy(rule.ToString(), policy => policy.RequireAuthenticatedUser().AddRequirements(new StaffRequirement(rule)));
        });
        return services;
    }

    private sealed record StaffRequirement(StaffRule Rule) : IAuthorizationRequirement;

    private sealed class StaffRuleHandler(CurrentStaff staff, Policies policies) : AuthorizationHandler<StaffRequirement>
    {
        protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, StaffRequirement requirement)
        {
            if (await staff.FindAsync(CancellationToken.None) is { } member && IsMet(requirement.Rule, member))
                context.Succeed(requirement);
        }

        private bool IsMet(StaffRule rule, StaffMember member) => rule switch
        {
            StaffRule.AnyStaff => true,
            StaffRule.Console => policies.MayUseConsole(member),
            StaffRule.Admin => member.Roles.HasFlag(StaffRoles.Admin),
            _ => false,
        };
    }
}
