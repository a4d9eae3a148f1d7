using ChatDesk.Channels.Sandbox.OfficialAccount;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;
using ChatDesk.Channels.Sandbox.WeComApp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ChatDesk.Channels.Sandbox;

/// <summary>Plays api.weixin.qq.com and qyapi.weixin.qq.com inside this host, so that the desk runs without an account.</summary>
public static class SandboxServices
{
    private const string EnabledKey = "ChatDesk:Sandbox:Enabled";

    /// <summary>Adds the played platforms and, where none is configured, demonstration accounts. To be called before options are read.</summary>
    /// <remarks>Windows and lifetimes follow the registered <see cref="TimeProvider"/>; an <see cref="IMovableClock"/> is needed for the clock's address only.</remarks>
    /// <returns>Whether the sandbox is on: by default in Development only.</returns>
    /// <exception cref="InvalidOperationException">The sandbox is switched on in Production.</exception>
    public static bool AddSandbox(this IHostApplicationBuilder builder)
    {
        if (!builder.Configuration.GetValue(EnabledKey, builder.Environment.IsDevelopment()))
            return false;
        if (builder.Environment.IsProduction())
            throw new InvalidOperationException($"{EnabledKey} is true: the sandbox is refused in Production.");
        builder.Configuration.AddInMemoryCollection(DemoAccounts.For(builder.Configuration));
        AddServices(builder.Services);
        return true;
    }

    /// <summary>Maps <c>/sandbox/…</c>; nothing where the sandbox is off.</summary>
    /// <returns>The addresses as a group, for the host's access rule.</returns>
    public static RouteGroupBuilder MapSandbox(this IEndpointRouteBuilder routes)
    {
        var sandbox = routes.MapGroup("/sandbox").DisableAntiforgery();
        if (routes.ServiceProvider.GetService<SandboxPhones>() is null)
            return sandbox;
        sandbox.ExcludeFromDescription();
        sandbox.MapOfficialAccountApi();
        sandbox.MapWeComApi();
        sandbox.MapAuthorizePages();
        sandbox.MapPhones();
        sandbox.MapControls();
        return sandbox;
    }

    private static void AddServices(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SandboxPhones>().AddSingleton<PlayedAccounts>().AddSingleton<SandboxAddress>();
        services.AddSingleton<AccessTokens>().AddSingleton<Quotas>().AddSingleton<MediaShelf>().AddSingleton<Faults>();
        services.AddSingleton<CallbackSender>().AddSingleton<CallbackHold>().AddSingleton<MessageIds>();
        services.AddSingleton<StableTokens>().AddSingleton<SendingWindows>().AddSingleton<OwnerPhones>();
        services.AddSingleton<AccountCalls>().AddSingleton<CustomerMessages>().AddSingleton<Notices>().AddSingleton<Consents>().AddSingleton<NoticeEvents>();
        services.AddSingleton<SignInCodes>().AddSingleton<JsTickets>().AddSingleton<SignIn>().AddSingleton<Followers>();
        services.AddSingleton<Menus>().AddSingleton<QrCodes>().AddSingleton<Drafts>().AddSingleton<Publications>().AddSingleton<MassSends>().AddSingleton<AccountDesk>();
        services.AddSingleton<ResponseCodes>().AddSingleton<MemberRate>().AddSingleton<SentBefore>();
        services.AddSingleton<MessageSend>().AddSingleton<CardUpdate>().AddSingleton<StaffPhones>();
        services.AddSingleton<WeComCalls>().AddSingleton<Rooms>().AddSingleton<Robots>().AddSingleton<AppChats>().AddSingleton<WeComApp.Directory>().AddSingleton<SentMessages>();
        services.AddTransient<SandboxRouting>();
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler<SandboxRouting>());
        services.AddHttpClient(CallbackSender.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan).RemoveAllLoggers();
    }
}
