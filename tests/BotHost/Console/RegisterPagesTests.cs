using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Fees;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.Tests.BotHost.Console;

public sealed class RegisterPagesTests
{
    [Theory, OnEachDatabase]
    public async Task A_person_is_added_found_changed_bound_and_unbound_and_every_step_is_written_down(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("lin");
        using var added = await browser.SendAsync("/console/owners/new", "/console/owners/new", ("name", "吴女士"), ("phone", "138 0000 7777"), ("home", "3-2-202"), ("relation", "Owner"));
        var address = added.Headers.Location!.ToString();
        Assert.Contains("吴女士", await browser.ReadAsync("/console/owners?q=7777"), StringComparison.Ordinal);
        Assert.Contains("吴女士", await browser.ReadAsync("/console/owners?q=3-2-202"), StringComparison.Ordinal);

        using var wrong = await browser.SendAsync(address, address, ("name", ""), ("phone", "1.38E+10"), ("version", "0"));
        Assert.Contains("科学计数", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var changed = await browser.SendAsync(address, address, ("name", "吴女士"), ("phone", "13800008888"), ("version", "0"));
        using var late = await browser.SendAsync(address, address, ("name", "晚到者"), ("phone", "13800008889"), ("version", "0"));
        Assert.Contains("刚刚有别人改过", await browser.ReadAsync(address), StringComparison.Ordinal);
        using var bound = await browser.SendAsync(address, address + "?handler=Bind", ("home", "1-1-101"), ("relation", "Tenant"));
        var owner = await desk.ReadAsync(db => db.Set<Owner>().Include(o => o.Homes).SingleAsync(o => o.Name == "吴女士"));
        Assert.Equal(("13800008888", 2), (owner.Phone, owner.Homes.Count));

        using var unbound = await browser.SendAsync(address, address + "?handler=Unbind", ("roomId", $"{owner.Homes[0].RoomId}"));
        var page = await browser.ReadAsync(address);
        foreach (var told in new[] { "电话：138****7777 → 138****8888", "绑定为租户", "解除绑定", "林客服" })
            Assert.Contains(told, page, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_person_who_was_registered_twice_becomes_one_with_all_homes_and_chats(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("lin");
        var first = await desk.ReadAsync(db => db.Set<Owner>().AsNoTracking().Include(o => o.Homes).FirstAsync());
        Owner twin = new() { Name = first.Name, Phone = first.Phone, BirthYear = 1960 };
        twin.Homes.Add(new() { RoomId = await desk.ReadAsync(db => db.Set<Room>().OrderByDescending(room => room.Id).Select(room => room.Id).FirstAsync()) });
        await desk.Desk.AddAsync(twin);
        Conversation chat = new() { Channel = "oa", Account = "main", PeerId = "oTwin", OwnerId = twin.Id };
        await desk.Desk.AddAsync(chat);

        using var merged = await browser.SendAsync($"/console/owners/{first.Id}", $"/console/owners/{first.Id}?handler=Merge", ("otherId", $"{twin.Id}"));
        Assert.Equal(HttpStatusCode.Redirect, merged.StatusCode);
        var one = await desk.ReadAsync(db => db.Set<Owner>().AsNoTracking().Include(o => o.Homes).SingleAsync(o => o.Phone == first.Phone));
        Assert.Equal((first.Id, first.Homes.Count + 1, 1960), (one.Id, one.Homes.Count, one.BirthYear));
        Assert.Equal(first.Id, (await desk.ReadAsync(db => db.Set<Conversation>().SingleAsync(c => c.PeerId == "oTwin"))).OwnerId);
    }

    [Theory, OnEachDatabase]
    public async Task A_housekeeper_sets_up_an_estates_places_devices_and_fees(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("tao");
        var estate = await desk.ReadAsync(db => db.Set<Estate>().Select(e => e.Id).SingleAsync());
        using var building = await browser.SendAsync($"/console/estates/{estate}", $"/console/estates/{estate}?handler=Building", ("name", "9栋"));
        var address = building.Headers.Location!.ToString();
        using var unit = await browser.SendAsync(address, address + "?handler=Unit", ("unit", "1"), ("floors", "6"));
        var unitId = await desk.ReadAsync(db => db.Set<Unit>().OrderByDescending(u => u.Id).Select(u => u.Id).FirstAsync());
        using var rooms = await browser.SendAsync(address, address + "?handler=Rooms", ("unitId", $"{unitId}"), ("rooms", "101-103 101"));
        using var device = await browser.SendAsync("/console/devices", "/console/devices", ("code", "9-1-L1"), ("kind", "lift"), ("place", "9-1"));
        Assert.Contains("9栋1单元", await browser.ReadAsync("/console/devices?kind=lift"), StringComparison.Ordinal);

        var room = await desk.ReadAsync(db => db.Set<Room>().Where(r => r.UnitId == unitId).OrderBy(r => r.Id).FirstAsync());
        using var fee = await browser.SendAsync($"/console/rooms/{room.Id}", $"/console/rooms/{room.Id}?handler=Fee", ("item", "物业费"), ("period", "2026年10月"), ("amount", "356.8"), ("dueOn", "2026-10-31"));
        Assert.Contains("356.80", await browser.ReadAsync("/console/fees?q=9-1-101&owed=true"), StringComparison.Ordinal);
        using var kept = await browser.SendAsync($"/console/rooms/{room.Id}", $"/console/rooms/{room.Id}?handler=Remove");
        Assert.Contains("不能删除", await browser.ReadAsync($"/console/rooms/{room.Id}"), StringComparison.Ordinal);
        Assert.Equal(3, await desk.ReadAsync(db => db.Set<Room>().CountAsync(r => r.UnitId == unitId)));
        foreach (var page in new[] { "/console/manage", "/console/estates", $"/console/estates/{estate}", address, "/console/import" })
            await browser.ReadAsync(page);
    }

    [Theory, OnEachDatabase]
    public async Task The_register_speaks_JSON_with_problem_details_and_another_estate_does_not_exist(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("tao");
        var home = await desk.ReadAsync(db => db.Set<OwnerHome>().FirstAsync());
        using var created = await browser.SendJsonAsync(HttpMethod.Post, "/api/v1/owners", new { name = "程序", phone = "13800006666", roomId = home.RoomId, relation = "family" });
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt32();
        using var wrong = await browser.SendJsonAsync(HttpMethod.Post, "/api/v1/owners", new { name = "", phone = "1", roomId = home.RoomId, relation = "owner" });
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (wrong.StatusCode, wrong.Content.Headers.ContentType?.MediaType));
        Assert.True((await wrong.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("phone", out _));
        using var fee = await browser.SendJsonAsync(HttpMethod.Put, $"/api/v1/rooms/{home.RoomId}/fees", new { item = "停车费", period = "2026-11", amount = "300" });
        Assert.Equal(HttpStatusCode.OK, fee.StatusCode);

        Estate other = new() { Code = "OTHER", Name = "另一小区", Police = "110", Fire = "119", Medical = "120", Gas = "0", Desk = "0" };
        await desk.Desk.AddAsync(other);
        using var stranger = await desk.SignInAsync("elsewhere", StaffRoles.Manager, other.Id);
        var estate = await desk.ReadAsync(db => db.Set<Estate>().Where(e => e.Id != other.Id).Select(e => e.Id).SingleAsync());
        var place = await desk.ReadAsync(db => db.Set<Building>().Select(b => b.Id).FirstAsync());
        foreach (var address in new[]
        {
            $"/console/owners/{id}", $"/console/rooms/{home.RoomId}", $"/console/estates/{estate}", $"/console/buildings/{place}", $"/console/fees?estate={estate}",
            $"/console/devices?estate={estate}", $"/console/owners?estate={estate}", $"/api/v1/owners/{id}", $"/api/v1/rooms/{home.RoomId}/fees", $"/api/v1/estates/{estate}/devices",
        })
        {
            using var foreign = await stranger.GetAsync(address);
            Assert.True(foreign.StatusCode == HttpStatusCode.NotFound, $"{address}: {foreign.StatusCode}");
        }

        using var taken = await stranger.SendJsonAsync(HttpMethod.Put, $"/api/v1/owners/{id}/homes/{home.RoomId}", new { relation = "owner" });
        using var renamed = await stranger.SendJsonAsync(HttpMethod.Put, $"/api/v1/owners/{id}", new { name = "别人", phone = "13800006667", version = 0 });
        using var charged = await stranger.SendJsonAsync(HttpMethod.Put, $"/api/v1/rooms/{home.RoomId}/fees", new { item = "停车费", period = "2026-12", amount = "300" });
        Assert.All([taken, renamed, charged], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.DoesNotContain("程序", await stranger.ReadAsync("/console/owners"), StringComparison.Ordinal);
        Assert.Equal(1, await desk.ReadAsync(db => db.Set<FeeRecord>().CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task What_was_written_down_about_a_change_can_be_neither_changed_nor_removed(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        await desk.Desk.AddAsync(new DeskAudit { At = desk.Desk.Clock.Now, By = "lin", Action = DeskAuditAction.Added, Subject = "owner:1", Summary = "x" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.ReadAsync(async db =>
        {
            db.Remove(await db.Set<DeskAudit>().SingleAsync());
            return await db.SaveChangesAsync();
        }));
    }

    [Theory, OnEachDatabase]
    public async Task A_lead_sees_no_owners_and_a_clerk_changes_no_places(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var lead = await desk.SignInAsync("li");
        using (var owners = await lead.GetAsync("/console/owners"))
            Assert.Equal(HttpStatusCode.NotFound, owners.StatusCode);
        using var clerk = await desk.SignInAsync("lin");
        var estate = await desk.ReadAsync(db => db.Set<Estate>().Select(e => e.Id).SingleAsync());
        using var refused = await clerk.SendAsync("/console/owners/new", $"/console/estates/{estate}?handler=Area", ("area", "西门"));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }
}
