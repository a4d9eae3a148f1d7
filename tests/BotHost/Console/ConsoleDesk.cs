using System.Text.RegularExpressions;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.Tests.Fixtures;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Console;

/// <summary>A desk with the demonstration estate whose operator reads what it prints.</summary>
internal sealed partial class ConsoleDesk : IAsyncDisposable
{
    public const string Password = "Qingchuan#2026";

    private readonly List<string> _printed;

    private ConsoleDesk(Desk desk, List<string> printed) => (Desk, _printed) = (desk, printed);

    public Desk Desk { get; }

    public IReadOnlyList<string> Printed => _printed;

    /// <summary>The password that the first start printed.</summary>
    public string OneTimePassword => OneTime().Match(Assert.Single(_printed)).Groups[1].Value;

    public static Task<ConsoleDesk> StartAsync(DatabaseProvider provider) => StartAsync(settings => Desk.StartAsync(provider, settings));

    /// <summary>On a database that outlives the desk.</summary>
    public static Task<ConsoleDesk> StartAsync(TestDatabase database) => StartAsync(settings => Desk.StartAsync(database, settings));

    /// <summary>Signs in somebody of the register, who gets a local account first.</summary>
    public async Task<ConsoleBrowser> SignInAsync(string weComUserId)
    {
        var hasher = Desk.Services.GetRequiredService<IPasswordHasher<LocalAccount>>();
        LocalAccount account = new() { UserName = weComUserId + "-web", WeComUserId = weComUserId, PasswordHash = "" };
        account.PasswordHash = hasher.HashPassword(account, Password);
        await Desk.AddAsync(account);
        ConsoleBrowser browser = new(Desk);
        using var response = await browser.SendAsync("/console/sign-in", "/console/sign-in", ("user", account.UserName), ("password", Password));
        Assert.Equal("/console", response.Headers.Location?.ToString());
        return browser;
    }

    /// <summary>Somebody who works for one estate only.</summary>
    public async Task<ConsoleBrowser> SignInAsync(string weComUserId, StaffRoles roles, int estateId)
    {
        StaffMember member = new() { WeComUserId = weComUserId, Name = "外区客服", Phone = "13900000099", Roles = roles };
        member.Estates.Add(new StaffEstate { EstateId = estateId });
        await Desk.AddAsync(member);
        return await SignInAsync(weComUserId);
    }

    public Task<T> ReadAsync<T>(Func<DeskDb, Task<T>> read) => Desk.ReadAsync(read);

    public ValueTask DisposeAsync() => Desk.DisposeAsync();

    private static async Task<ConsoleDesk> StartAsync(Func<DeskSettings, Task<Desk>> start)
    {
        List<string> printed = [];
        return new(await start(new() { Services = services => services.AddSingleton<TellOperator>(printed.Add) }), printed);
    }

    [GeneratedRegex("one-time password ([^,]+),")]
    private static partial Regex OneTime();
}
