using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ChatDesk.BotHost.Security;

/// <summary>Registers who may do what, how staff sign in, and the desk's own secrets.</summary>
public static class SecurityServices
{
    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddSingleton<Policies>().AddSingleton<ServerKeys>().AddSingleton<Links>();
        services.AddSingleton<TellOperator>(Console.Out.WriteLine).AddSingleton<FirstAccount>();
        services.AddSingleton<IPasswordHasher<LocalAccount>, PasswordHasher<LocalAccount>>().AddSingleton<SignIn>();
        services.AddDataProtection().SetApplicationName("ChatDesk");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, UseSessionKeys>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "chatdesk-form";
            options.Cookie.SameSite = SameSiteMode.Lax;
        });
        return services.AddStaffSession().AddAccessRules();
    }
}
