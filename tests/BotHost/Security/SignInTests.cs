using System.Net;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Staff;
using ChatDesk.Tests.BotHost.Console;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.Tests.BotHost.Security;

public sealed class SignInTests
{
    private const string NewPassword = "Chuntian#88-lai";

    [Theory, OnEachDatabase]
    public async Task The_first_start_prints_a_one_time_password_that_must_be_changed(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using ConsoleBrowser browser = new(desk.Desk);

        using var signedIn = await SignInAsync(browser, "admin", desk.OneTimePassword);
        Assert.Equal("/console/password", signedIn.Headers.Location?.ToString());
        using var tooEarly = await browser.GetAsync("/console");
        Assert.Equal(HttpStatusCode.Redirect, tooEarly.StatusCode);

        using var changed = await ChangeAsync(browser, desk.OneTimePassword, NewPassword);
        Assert.Equal("/console", changed.Headers.Location?.ToString());
        Assert.Contains("系统管理员", await browser.ReadAsync("/console"), StringComparison.Ordinal);
        var admin = await desk.ReadAsync(db => db.Set<StaffMember>().SingleAsync(member => member.WeComUserId == "admin"));
        Assert.True(admin.Roles.HasFlag(StaffRoles.Admin));
    }

    [Theory, OnEachDatabase]
    public async Task The_one_time_password_is_worth_nothing_after_it_was_changed(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using (ConsoleBrowser first = new(desk.Desk))
        {
            using var signedIn = await SignInAsync(first, "admin", desk.OneTimePassword);
            using var changed = await ChangeAsync(first, desk.OneTimePassword, NewPassword);
        }

        using ConsoleBrowser browser = new(desk.Desk);
        using var refused = await SignInAsync(browser, "admin", desk.OneTimePassword);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        using var accepted = await SignInAsync(browser, "admin", NewPassword);
        Assert.Equal("/console", accepted.Headers.Location?.ToString());
    }

    [Theory, OnEachDatabase]
    public async Task A_second_start_prints_nothing_and_keeps_the_account_and_its_sessions(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        string password;
        await using (var first = await ConsoleDesk.StartAsync(database))
            password = first.OneTimePassword;
        await using var second = await ConsoleDesk.StartAsync(database);
        Assert.Empty(second.Printed);
        using ConsoleBrowser browser = new(second.Desk);
        using var signedIn = await SignInAsync(browser, "admin", password);
        Assert.Equal("/console/password", signedIn.Headers.Location?.ToString());
    }

    [Theory, OnEachDatabase("short9#"), OnEachDatabase("aaaaaaaaaaaa"), OnEachDatabase("1234567890"), OnEachDatabase("admin123456"), OnEachDatabase("qwertyuiop")]
    public async Task A_weak_new_password_is_refused(DatabaseProvider provider, string weak)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using ConsoleBrowser browser = new(desk.Desk);
        using var signedIn = await SignInAsync(browser, "admin", desk.OneTimePassword);
        using var refused = await ChangeAsync(browser, desk.OneTimePassword, weak);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        using var same = await ChangeAsync(browser, desk.OneTimePassword, desk.OneTimePassword);
        Assert.Equal(HttpStatusCode.OK, same.StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task Five_wrong_tries_lock_the_account_for_a_quarter_of_an_hour(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using ConsoleBrowser browser = new(desk.Desk);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await SignInAsync(browser, "admin", "wrong");
            Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        }

        using var locked = await SignInAsync(browser, "admin", desk.OneTimePassword);
        Assert.Equal(HttpStatusCode.OK, locked.StatusCode);
        desk.Desk.Clock.Advance(TimeSpan.FromMinutes(15));
        using var open = await SignInAsync(browser, "admin", desk.OneTimePassword);
        Assert.Equal("/console/password", open.Headers.Location?.ToString());
    }

    [Theory, OnEachDatabase]
    public async Task An_unknown_user_and_a_wrong_password_get_the_same_answer(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using ConsoleBrowser browser = new(desk.Desk);
        Assert.Equal(await AnswerAsync(browser, "admin"), await AnswerAsync(browser, "nobody"));
    }

    [Theory, OnEachDatabase]
    public async Task Who_signed_out_is_asked_to_sign_in_again(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("lin");
        using var left = await browser.SendAsync("/console", "/console/sign-out");
        using var after = await browser.GetAsync("/console");
        Assert.StartsWith(new Uri(desk.Desk.Url, "/console/sign-in").ToString(), after.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_form_without_its_hidden_number_is_a_bad_request(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("lin");
        foreach (var address in new[] { "/console/sign-in", "/console/sign-out", "/console/new", "/console/tasks?id=1", "/console/password" })
        {
            using var answer = await browser.SendBareAsync(address, ("user", "admin"));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Theory, OnEachDatabase]
    public async Task Somebody_who_left_the_company_has_no_session_any_more(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("lin");
        await desk.ReadAsync(async db =>
        {
            (await db.Set<StaffMember>().SingleAsync(member => member.WeComUserId == "lin")).IsActive = false;
            return await db.SaveChangesAsync();
        });
        using var after = await browser.GetAsync("/console");
        Assert.NotEqual(HttpStatusCode.OK, after.StatusCode);
    }

    private static Task<HttpResponseMessage> SignInAsync(ConsoleBrowser browser, string user, string password) =>
        browser.SendAsync("/console/sign-in", "/console/sign-in", ("user", user), ("password", password));

    private static Task<HttpResponseMessage> ChangeAsync(ConsoleBrowser browser, string old, string wanted) =>
        browser.SendAsync("/console/password", "/console/password", ("oldPassword", old), ("newPassword", wanted), ("again", wanted));

    private static async Task<string> AnswerAsync(ConsoleBrowser browser, string user)
    {
        using var response = await SignInAsync(browser, user, "not-the-password");
        var page = await response.Content.ReadAsStringAsync();
        var start = page.IndexOf("role=\"alert\"", StringComparison.Ordinal);
        return $"{response.StatusCode} {page[start..page.IndexOf("</div>", start, StringComparison.Ordinal)]}";
    }
}
