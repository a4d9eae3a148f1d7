using System.Net;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Work;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.Tests.BotHost.Console;

/// <summary>The estate's price list and its place on the map.</summary>
public sealed class MaterialPagesTests
{
    private const string Page = "/console/materials?estate=QCL";
    private const string Save = "/console/materials?handler=Save";

    [Theory, OnEachDatabase]
    public async Task A_supervisor_adds_a_material_changes_its_price_and_takes_it_off_the_list(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("xie");

        await SavedAsync(browser, ("name", " 浮球阀 "), ("unit", "个"), ("price", "38.50"), ("category", "plumbing"), ("isOffered", "true"));
        var added = await FindAsync(desk, "浮球阀");
        Assert.Equal((38.5m, "plumbing", true), (added.Price, added.Category, added.IsOffered));
        await SavedAsync(browser, ("id", $"{added.Id}"), ("version", "0"), ("name", "浮球阀"), ("unit", "个"), ("price", "40"));

        var changed = await FindAsync(desk, "浮球阀");
        Assert.Equal((40m, null, false), (changed.Price, changed.Category, changed.IsOffered));
        var audit = await desk.ReadAsync(db => db.Set<DeskAudit>().Where(row => row.Subject.StartsWith("materials:")).OrderBy(row => row.Id).ToListAsync());
        Assert.Equal(["浮球阀 38.5元/个，给排水", "浮球阀 38.5元/个，给排水 → 浮球阀 40元/个，停用"], audit.Select(row => row.Summary));
        Assert.All(audit, row => Assert.Equal("xie", row.By));
    }

    [Theory]
    [OnEachDatabase("", "个", "1", "请填写名称")]
    [OnEachDatabase("浮球阀", " ", "1", "请填写单位")]
    [OnEachDatabase("浮球阀", "个", "-1", "单价只能是")]
    [OnEachDatabase("浮球阀", "个", "1.234", "单价只能是")]
    [OnEachDatabase("浮球阀", "个", "一元", "单价只能是")]
    [OnEachDatabase("弯头", "个", "1", "价目表里已经有“弯头”")]
    public async Task A_wrong_line_is_refused_with_its_reason_and_what_was_typed_stays(DatabaseProvider provider, string name, string unit, string price, string words)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("xie");
        var before = await desk.ReadAsync(db => db.Set<Material>().CountAsync());

        using var answer = await browser.SendAsync(Page, Save, ("estate", "QCL"), ("name", name), ("unit", unit), ("price", price), ("isOffered", "true"));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{price}\"", page, StringComparison.Ordinal);
        Assert.Equal(before, await desk.ReadAsync(db => db.Set<Material>().CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Of_two_who_change_the_same_line_the_second_sees_the_firsts_and_saves_nothing(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var xie = await desk.SignInAsync("xie");
        using var manager = await desk.SignInAsync("zou");
        var row = await FindAsync(desk, "弯头");
        (string, string)[] line = [("estate", "QCL"), ("id", $"{row.Id}"), ("version", $"{row.Version}"), ("name", "弯头"), ("unit", "个"), ("isOffered", "true")];

        await SavedAsync(xie, [.. line, ("price", "9")]);
        using var second = await manager.SendAsync(Page, Save, [.. line, ("price", "7")]);

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("刚刚被别人改过", WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(9m, (await FindAsync(desk, "弯头")).Price);
    }

    [Theory, OnEachDatabase]
    public async Task The_map_leads_to_the_estate_and_a_wrong_place_is_refused(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("xie");
        const string place = "/console/materials?handler=Place";

        using var wrong = await browser.SendAsync(Page, place, ("estate", "QCL"), ("latitude", "130"), ("longitude", "120.1551"));
        using var half = await browser.SendAsync(Page, place, ("estate", "QCL"), ("latitude", "30.2741"), ("longitude", ""));
        using var saved = await browser.SendAsync(Page, place, ("estate", "QCL"), ("address", "晴川路1号"), ("latitude", "30.2741"), ("longitude", "120.1551"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (wrong.StatusCode, half.StatusCode, saved.StatusCode));
        var estate = await desk.ReadAsync(db => db.Set<Estate>().SingleAsync(e => e.Code == "QCL"));
        Assert.Equal("https://uri.amap.com/marker?position=120.1551,30.2741&name=%E6%99%B4%E5%B7%9D%E9%87%8C&coordinate=gaode&callnative=1", MapLink.To(estate));
    }

    [Theory, OnEachDatabase]
    public async Task Another_estates_list_and_one_who_may_not_edit_get_a_404(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        Estate other = new() { Code = "OTHER", Name = "别的小区", Police = "110", Fire = "119", Medical = "120", Gas = "96777", Desk = "1" };
        await desk.Desk.AddAsync(other);
        using var guest = await desk.SignInAsync("guest", StaffRoles.Manager, other.Id);
        using var clerk = await desk.SignInAsync("lin");

        using var foreign = await guest.GetAsync(Page);
        using var posted = await guest.SendAsync("/console/materials", Save, ("estate", "QCL"), ("name", "x"), ("unit", "个"));
        using var notEditor = await clerk.GetAsync(Page);

        Assert.All([foreign, posted, notEditor], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.DoesNotContain("value=\"弯头\"", await guest.ReadAsync("/console/materials"), StringComparison.Ordinal);
    }

    private static async Task SavedAsync(ConsoleBrowser browser, params (string, string)[] fields)
    {
        using var answer = await browser.SendAsync(Page, Save, fields.Any(field => field.Item1 == "estate") ? fields : [("estate", "QCL"), .. fields]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static Task<Material> FindAsync(ConsoleDesk desk, string name) =>
        desk.ReadAsync(db => db.Set<Material>().AsNoTracking().SingleAsync(material => material.Name == name));
}
