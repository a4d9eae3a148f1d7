using ChatDesk.BotHost.Articles;
using ChatDesk.BotHost.Backup;
using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Demo;
using ChatDesk.BotHost.Dispatch;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Files;
using ChatDesk.BotHost.Health;
using ChatDesk.BotHost.Imports;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Live;
using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Notices;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Pages.Console;
using ChatDesk.BotHost.Pages;
using ChatDesk.BotHost.Progress;
using ChatDesk.BotHost.Scheduling;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Sla;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Surveys;
using ChatDesk.BotHost.Tickets;
using ChatDesk.BotHost.Work;
using ChatDesk.Channels.Sandbox;
using ChatDesk.Channels.WeChat;
using ChatDesk.Channels.WeCom;

namespace ChatDesk.BotHost;

/// <summary>The desk's table of contents: what it is made of, and which addresses it answers.</summary>
public static class DeskHost
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Starts the desk and runs it until it is stopped.</summary>
    public static async Task<int> ServeAsync(string[] args)
    {
        await using var app = Build(args);
        await app.Services.GetRequiredService<DatabaseMigrator>().RunAsync(CancellationToken.None);
        await app.Services.GetRequiredService<ServerKeys>().LoadAsync(CancellationToken.None);
        await DemoEstate.LoadIfEmptyAsync(app.Services, CancellationToken.None);
        await DemoPhones.IntroduceAsync(app.Services, CancellationToken.None);
        await app.Services.GetRequiredService<FirstAccount>().EnsureAsync(CancellationToken.None);
        app.AnnouncePlayground();
        await app.RunAsync();
        return 0;
    }

    /// <summary>The desk with all its parts, not started: for <c>serve</c> and for the commands that need its services.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.UseStaticWebAssets();
        builder.AddSandbox();
        builder.Services.AddOptions<DeskOptions>().BindConfiguration(DeskOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddSecurity();
        builder.Services.AddEstates();
        builder.Services.AddStaff();
        builder.Services.AddOwners();
        builder.Services.AddMasters();
        builder.Services.AddImports();
        builder.Services.AddArticles();
        builder.Services.AddTickets();
        builder.Services.AddWeChat(builder.Configuration);
        builder.Services.AddWeCom(builder.Configuration);
        builder.Services.AddIntake();
        builder.Services.AddConversations();
        builder.Services.AddDelivery();
        builder.Services.AddLive();
        builder.Services.AddDispatch();
        builder.Services.AddScheduling();
        builder.Services.AddSla();
        builder.Services.AddHealth();
        builder.Services.AddBackup();
        builder.Services.AddConsole();
        builder.Services.AddFiles();
        builder.Services.AddProgress();
        builder.Services.AddPhonePages();
        builder.Services.AddSurveys();
        builder.Services.AddNotices();
        builder.Services.AddWork();
        builder.Services.AddRazorPages();
        builder.Services.AddSmallStaticFiles();

        var app = builder.Build();
        app.UseTrustedProxies();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseStaticFiles();
        app.UseUploadLimit();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGroup("").ForEverybody("A callback's signature is checked.").MapWeChat();
        app.MapGroup("").ForEverybody("A callback's signature is checked.").MapWeCom();
        app.MapSandbox().ForEverybody("The played platforms and phones; refused in Production.");
        app.MapFiles();
        app.MapProgress();
        app.MapWork();
        app.MapHealth();
        app.MapImports();
        app.MapMasters();
        app.MapRazorPages();
        app.MapTurns();
        app.MapDelivery();
        return app;
    }
}
