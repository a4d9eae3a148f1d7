using System.Net;
using System.Text.Json;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Tests.BotHost.Console;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.Tests.BotHost.Delivery;

/// <summary>The desk sees what is left (N-05) and what the owner was told, on the pages and through the API.</summary>
public sealed class RemindersTests
{
    [Theory, OnEachDatabase]
    public async Task The_desk_sees_what_is_left_until_when_and_each_word_to_the_owner_N_05_R_114(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var clerk = await desk.SignInAsync("lin");
        var number = await AcceptedAsync(desk);

        var page = await clerk.ReadAsync($"/console/tickets/{number}");
        Assert.Contains("剩余 4/5", page, StringComparison.Ordinal);
        Assert.Contains("还可主动发4条公众号消息", page, StringComparison.Ordinal);
        Assert.Contains("已提醒（公众号消息", page, StringComparison.Ordinal);
        Assert.Contains("已提醒 ", await clerk.ReadAsync("/console"), StringComparison.Ordinal);

        using var json = JsonDocument.Parse(await clerk.ReadAsync($"/api/v1/tickets/{number}/reminders"));
        var budget = json.RootElement.GetProperty("budget");
        Assert.Equal((4, 5), (budget.GetProperty("left").GetInt32(), budget.GetProperty("of").GetInt32()));
        Assert.Equal(DeskSettings.MondayMorning.AddHours(48), budget.GetProperty("endsAt").GetDateTimeOffset());
        var told = Assert.Single(json.RootElement.GetProperty("reminders").EnumerateArray());
        Assert.Equal(("chat", "sent"), (told.GetProperty("way").GetString(), told.GetProperty("state").GetString()));
        Assert.Contains("接单", told.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_clerk_of_another_estate_sees_neither(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        var number = await AcceptedAsync(desk);
        var other = new Estate { Code = "E9", Name = "别处", Police = "110", Fire = "119", Medical = "120", Gas = "96777", Desk = "0571-0000000" };
        await desk.Desk.AddAsync(other);
        using var stranger = await desk.SignInAsync("stranger", StaffRoles.Desk, other.Id);

        using var answer = await stranger.GetAsync($"/api/v1/tickets/{number}/reminders");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<string> AcceptedAsync(ConsoleDesk desk)
    {
        SandboxPhones phones = new(desk.Desk.Http);
        var phone = phones.Owner("openid-qian");
        await phone.FollowAsync();
        await phone.SayAsync("3栋2单元201厨房水管漏水");
        var card = await phones.Staff("li").WaitForCardAsync();
        await phones.Staff("li").PressAsync(card, "接单");
        await phone.WaitForAsync(item => item.Via == "message" && item.Text?.Contains("已接单", StringComparison.Ordinal) == true);
        return await desk.ReadAsync(db => db.Set<Ticket>().Select(ticket => ticket.Number).SingleAsync());
    }
}
