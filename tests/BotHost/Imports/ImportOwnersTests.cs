using System.Net;
using System.Text;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.Tests.BotHost.Imports;

public sealed class ImportOwnersTests
{
    /// <summary>Whom all the whole lists of Fixtures/Files/Imports name; 王女士 lives in the demonstration estate already.</summary>
    private static readonly string[] Listed =
    [
        "周女士 13800003401 : 401 Family", "孙女士 13800003301 1990: 301 Tenant", "李先生 13800003302 : 302 Owner", "王女士 13800003201 1960: 201 Owner", "钱先生 13800003202 1975: 202 Owner",
    ];

    [Theory]
    [OnEachDatabase("owners-gbk.csv")]
    [OnEachDatabase("owners-utf8.csv")]
    [OnEachDatabase("owners-utf8-bom.csv")]
    [OnEachDatabase("owners-semicolon.csv")]
    [OnEachDatabase("owners-tab-utf16.txt")]
    [OnEachDatabase("owners-exceljs.xlsx")]
    [OnEachDatabase("owners-sheetjs.xlsx")]
    public async Task A_list_is_previewed_changes_nothing_until_it_is_confirmed_and_nothing_the_second_time(DatabaseProvider provider, string file)
    {
        await using var desk = await ImportDesk.StartAsync(provider);
        var before = await desk.PeopleAsync();
        var (preview, page) = await desk.UploadAsync("Owners", file, ImportDesk.File(file));
        Assert.Equal((4, 1, 0, 0), ImportDesk.CountsOf(page));
        Assert.Equal(before, await desk.PeopleAsync());

        Assert.Contains("新增 4 行，修改 1 行，不变 0 行", await desk.ConfirmAsync(preview!, page), StringComparison.Ordinal);
        var others = before.Where(person => !person.StartsWith("王女士 13800003201", StringComparison.Ordinal));
        Assert.Equal(others.Concat(Listed).Order(StringComparer.Ordinal), await desk.PeopleAsync());

        await desk.ConfirmAsync(preview!, page);
        var (_, again) = await desk.UploadAsync("Owners", file, ImportDesk.File(file));
        Assert.Equal((0, 0, 5, 0), ImportDesk.CountsOf(again));
        Assert.DoesNotContain("确认导入", again, StringComparison.Ordinal);
        Assert.Equal(before.Count + 4, (await desk.PeopleAsync()).Count);
    }

    [Theory, OnEachDatabase]
    public async Task A_broken_list_names_row_column_and_reason_and_changes_nothing(DatabaseProvider provider)
    {
        await using var desk = await ImportDesk.StartAsync(provider);
        var before = await desk.PeopleAsync();
        var (preview, page) = await desk.UploadAsync("Owners", "owners-broken.csv", ImportDesk.File("owners-broken.csv"));
        foreach (var told in new[]
        {
            "第 2 行</td><td class=\"text-nowrap\">电话</td><td>手机号成了科学计数，后面的数字已经丢失",
            "第 3 行</td><td class=\"text-nowrap\">楼栋</td><td>档案里没有“33”，最接近的是“3”",
            "第 4 行</td><td class=\"text-nowrap\">房号</td><td>档案里没有“2011”，最接近的是“",
            "第 5 行</td><td class=\"text-nowrap\">姓名</td><td>不能为空",
            "第 5 行</td><td class=\"text-nowrap\">电话</td><td>一格里有两个电话",
            "第 6 行</td><td class=\"text-nowrap\">电话</td><td>不是有效的电话号码",
            "“关糸”（是不是“关系”？）",
        })
            Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.DoesNotContain("确认导入", page, StringComparison.Ordinal);

        await desk.ConfirmAsync(preview!, "name=\"seen\" value=\"forged\"");
        Assert.Equal(before, await desk.PeopleAsync());
    }

    [Theory, OnEachDatabase]
    public async Task A_new_phone_and_a_corrected_name_change_the_person_and_nobody_is_doubled(DatabaseProvider provider)
    {
        await using var desk = await ImportDesk.StartAsync(provider);
        var (_, page) = await desk.UploadAsync("Owners", "楼栋,单元,房号,姓名,电话\n3,2,201,王女士,13900003201\n1,1,502,章先生,13800001502\n3,2,201,小王,13900003201,\n");
        Assert.Equal((1, 2, 0, 0), ImportDesk.CountsOf(page));
        Assert.Contains("电话：13800003201 → 13900003201", page, StringComparison.Ordinal);
        Assert.Contains("姓名：张先生 → 章先生", page, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Homes_that_the_register_lacks_are_added_only_when_that_was_chosen_and_are_known_at_once(DatabaseProvider provider)
    {
        const string Csv = "楼栋,单元,房号,姓名,电话\n8栋,1,101,赵女士,13800008101\n8栋,1,102,赵女士,13800008101\n";
        await using var desk = await ImportDesk.StartAsync(provider);
        var (_, refused) = await desk.UploadAsync("Owners", Csv);
        Assert.Contains("档案里没有“8栋”", refused, StringComparison.Ordinal);

        var (preview, page) = await desk.UploadAsync("Owners", Csv, ("addsPlaces", "true"));
        Assert.Contains("将新建 1 栋楼、1 个单元、2 套房", page, StringComparison.Ordinal);
        await desk.ConfirmAsync(preview!, page);
        Assert.Contains("赵女士 13800008101 : 101 Owner 102 Owner", await desk.PeopleAsync());
        var (_, again) = await desk.UploadAsync("Owners", Csv);
        Assert.Equal((0, 0, 2, 0), ImportDesk.CountsOf(again));
    }

    [Theory, OnEachDatabase]
    public async Task What_changed_after_the_preview_is_shown_again_before_anything_is_taken_over(DatabaseProvider provider)
    {
        await using var desk = await ImportDesk.StartAsync(provider);
        var (preview, page) = await desk.UploadAsync("Owners", "楼栋,单元,房号,姓名,电话\n3,2,201,王女士,13900003201\n");
        await desk.ImportAsync("Owners", "other.csv", Encoding.UTF8.GetBytes("楼栋,单元,房号,姓名,电话\n3,2,201,王女士,13700003201\n"));
        var told = await desk.ConfirmAsync(preview!, page);
        Assert.Contains("在您预览之后，档案被别人改过", told, StringComparison.Ordinal);
        Assert.Contains("13700003201 → 13900003201", told, StringComparison.Ordinal);
        Assert.Contains(await desk.PeopleAsync(), person => person.StartsWith("王女士 13700003201", StringComparison.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task Two_people_who_confirm_the_same_list_at_once_add_everybody_once(DatabaseProvider provider)
    {
        await using var desk = await ImportDesk.StartAsync(provider);
        await using ImportDeskGuest guest = new(await desk.Desk.SignInAsync("lin"));
        var before = (await desk.PeopleAsync()).Count;
        var file = ImportDesk.File("owners-gbk.csv");
        var (mine, page) = await desk.UploadAsync("Owners", "mine.csv", file);
        var (theirs, theirPage) = await guest.UploadAsync("theirs.csv", file);
        await Task.WhenAll(desk.ConfirmAsync(mine!, page), desk.ConfirmAsync(mine!, page), guest.ConfirmAsync(theirs, theirPage));
        Assert.Equal(before + 4, (await desk.PeopleAsync()).Count);
    }

    [Theory, OnEachDatabase]
    public async Task Staff_of_another_estate_can_neither_name_these_homes_nor_open_the_preview(DatabaseProvider provider)
    {
        await using var desk = await ImportDesk.StartAsync(provider);
        var (preview, _) = await desk.UploadAsync("Owners", "owners-gbk.csv", ImportDesk.File("owners-gbk.csv"));
        Estate other = new() { Code = "OTHER", Name = "另一小区", Police = "110", Fire = "119", Medical = "120", Gas = "0", Desk = "0" };
        await desk.Desk.Desk.AddAsync(other);
        await desk.Desk.Desk.InScopeAsync(async services =>
        {
            await ((RevisionWatcher)services.GetService(typeof(RevisionWatcher))!).RefreshAsync(CancellationToken.None);
            return 0;
        });
        await using ImportDeskGuest stranger = new(await desk.Desk.SignInAsync("elsewhere", StaffRoles.Housekeeper, other.Id));
        using (var foreign = await stranger.Browser.GetAsync(preview!))
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        var (_, page) = await stranger.UploadAsync("list.csv", Encoding.UTF8.GetBytes("小区,楼栋,单元,房号,姓名,电话\n晴川里,3,2,201,王女士,13900003201\n"));
        Assert.Contains("没有小区“晴川里”，或不由您负责", page, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Every_change_is_written_down_with_who_when_and_what_and_phones_masked(DatabaseProvider provider)
    {
        await using var desk = await ImportDesk.StartAsync(provider);
        await desk.ImportAsync("Owners", "名册.csv", Encoding.UTF8.GetBytes("楼栋,单元,房号,姓名,电话\n3,2,201,王女士,13900003201\n3,2,202,钱先生,13800003202\n"));
        var rows = await desk.Desk.ReadAsync(db => db.Set<DeskAudit>().OrderBy(audit => audit.Id).ToListAsync());
        Assert.All(rows, row => Assert.Equal(("tao", desk.Desk.Desk.Clock.Now), (row.By, row.At)));
        Assert.Contains(rows, row => row is { Action: DeskAuditAction.Changed, Summary: "电话：138****3201 → 139****3201" });
        Assert.Contains(rows, row => row is { Action: DeskAuditAction.Added, Summary: "3栋2单元202 钱先生" });
        Assert.Contains(rows, row => row is { Action: DeskAuditAction.Imported, Summary: "导入“名册.csv”：新增 1，修改 1，不变 0" });
    }

    /// <summary>How long it takes stands in docs/measurements.md.</summary>
    [Theory, OnEachDatabase]
    public async Task Ten_thousand_households_with_their_homes_are_taken_over_as_a_whole(DatabaseProvider provider)
    {
        await using var desk = await ImportDesk.StartAsync(provider);
        var before = (await desk.PeopleAsync()).Count;
        var homes = from building in Enumerable.Range(101, 50)
                    from unit in Enumerable.Range(1, 2)
                    from floor in Enumerable.Range(1, 25)
                    from door in Enumerable.Range(1, 4)
                    select $"{building}栋,{unit}单元,{floor}{door:00},住户,139{building:000}{unit}{floor:00}{door:00},业主,1960/1/5";
        var csv = Encoding.UTF8.GetBytes("楼栋,单元,房号,姓名,手机号,关系,出生日期\r\n" + string.Join("\r\n", homes));
        var page = await desk.ImportAsync("Owners", "小区.csv", csv, ("addsPlaces", "true"));
        Assert.Contains("新增 10000 行，修改 0 行，不变 0 行", page, StringComparison.Ordinal);
        Assert.Equal(before + 10_000, await desk.Desk.ReadAsync(db => db.Set<Owner>().CountAsync()));
        var (_, again) = await desk.UploadAsync("Owners", "小区.csv", csv);
        Assert.Equal((0, 0, 10_000, 0), ImportDesk.CountsOf(again));
    }

    [Theory, OnEachDatabase]
    public async Task A_clerk_without_the_right_finds_no_list_to_import(DatabaseProvider provider)
    {
        await using var desk = await ImportDesk.StartAsync(provider, "li");
        using var page = await desk.Browser.GetAsync("/console/import");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }
}
