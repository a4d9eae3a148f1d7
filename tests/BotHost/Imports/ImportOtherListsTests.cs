using System.Net;
using System.Text;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Fees;
using ChatDesk.BotHost.Owners;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.Tests.BotHost.Imports;

public sealed class ImportOtherListsTests
{
    [Theory, OnEachDatabase]
    public async Task Homes_devices_and_fees_are_taken_over_once_and_a_later_list_takes_no_payment_back(DatabaseProvider provider)
    {
        await using var desk = await ImportDesk.StartAsync(provider);
        await ImportTwiceAsync(desk, "Rooms", "楼栋,单元,房号,建筑面积,总楼层\n8,1,101,89.06,6\n8,1,102,120,6\n3,2,201,75.5,\n", (3, 0));
        await ImportTwiceAsync(desk, "Devices", "设备编号,设备类型,楼栋,单元\n8-1-L1,客梯,8栋,1单元\nP2,水泵,,\n3-2-L1,电梯,3,1\n", (2, 1));
        var fees = ImportDesk.File("fees-sheetjs.xlsx");
        await desk.ImportAsync("Fees", "fees.xlsx", fees);
        var (_, again) = await desk.UploadAsync("Fees", "fees.xlsx", fees);
        Assert.Equal((0, 0, 3, 0), ImportDesk.CountsOf(again));

        var stored = await desk.Desk.ReadAsync(db => db.Set<FeeRecord>().OrderBy(fee => fee.AmountInFen).ToListAsync());
        Assert.Equal(
            [("停车费", 30000L, "2026-10-31", "2026-11-05"), ("物业费", 35680L, "2026-10-31", "2026-10-15"), ("物业费", 128050L, "2026-10-31", "")],
            stored.Select(fee => (fee.Item, fee.AmountInFen, $"{fee.DueOn:yyyy-MM-dd}", $"{fee.PaidOn:yyyy-MM-dd}")));
        var (_, unpaid) = await desk.UploadAsync("Fees", "房号,费用项目,账期,应缴金额\n3-2-201,物业费,2026年10月,356.8\n");
        Assert.Equal((0, 0, 1, 0), ImportDesk.CountsOf(unpaid));
        var lift = await desk.Desk.ReadAsync(db => db.Set<Device>().SingleAsync(device => device.Code == "8-1-L1"));
        Assert.Equal("lift", lift.Kind);
        Assert.NotNull(lift.UnitId);
        Assert.Equal(8906, await desk.Desk.ReadAsync(db => db.Set<Room>().Where(room => room.Name == "101" && room.UnitId == lift.UnitId).Select(room => room.HundredthsOfSquareMetre).SingleAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_exported_cannot_be_computed_by_a_spreadsheet_and_can_be_imported_without_a_change(DatabaseProvider provider)
    {
        await using var desk = await ImportDesk.StartAsync(provider);
        var room = await desk.Desk.ReadAsync(db => db.Set<OwnerHome>().Select(home => home.RoomId).FirstAsync());
        foreach (var name in new[] { "=HYPERLINK(1)", "+cmd", "-1+1", "@SUM(1)" })
        {
            Owner owner = new() { Name = name, Phone = "13800009999" };
            owner.Homes.Add(new() { RoomId = room });
            await desk.Desk.Desk.AddAsync(owner);
        }

        using var answer = await desk.Browser.GetAsync("/console/import/export/Owners");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var text = Encoding.UTF8.GetString(bytes);
        Assert.StartsWith("\ufeff小区,期区,楼栋,单元,房号,姓名,电话,关系,出生年份\r\n", text, StringComparison.Ordinal);
        foreach (var escaped in new[] { "\"'=HYPERLINK(1)\"", "\"'+cmd\"", "\"'-1+1\"", "\"'@SUM(1)\"" })
            Assert.Contains(escaped, text, StringComparison.Ordinal);
        var (_, page) = await desk.UploadAsync("Owners", "back.csv", bytes);
        var (added, changed, _, errors) = ImportDesk.CountsOf(page);
        Assert.Equal((0, 0, 0), (added, changed, errors));
    }

    [Theory]
    [OnEachDatabase("Owners"), OnEachDatabase("Rooms"), OnEachDatabase("Devices"), OnEachDatabase("Fees")]
    public async Task The_template_holds_an_example_that_is_skipped(DatabaseProvider provider, string kind)
    {
        await using var desk = await ImportDesk.StartAsync(provider);
        using var answer = await desk.Browser.GetAsync($"/console/import/template/{kind}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var (_, page) = await desk.UploadAsync(kind, "template.xlsx", await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains("第 2 行是模板里的示例，已跳过", page, StringComparison.Ordinal);
        Assert.Contains("表头下面没有数据", page, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_missing_column_is_named_with_what_may_have_been_meant_and_a_wrong_file_is_refused_at_once(DatabaseProvider provider)
    {
        await using var desk = await ImportDesk.StartAsync(provider);
        var (_, missing) = await desk.UploadAsync("Owners", "楼栋,单元,房号,姓名,备用电话号\n3,2,201,王女士,13800003201\n");
        Assert.Contains("缺少“电话”列。第 1 行的“备用电话号”如果就是它，请改名为“电话”", missing, StringComparison.Ordinal);
        var (_, twice) = await desk.UploadAsync("Owners", "楼栋,单元,房号,姓名,手机,联系电话\n3,2,201,王女士,13800003201,\n");
        Assert.Contains("有几列都像“电话”：手机、联系电话", twice, StringComparison.Ordinal);
        var (preview, refused) = await desk.UploadAsync("Owners", "old.xls", ImportDesk.File("owners-old.xls"));
        Assert.Null(preview);
        Assert.Contains("旧版 Excel", refused, StringComparison.Ordinal);
        var (_, large) = await desk.UploadAsync("Owners", "large.xlsx", new byte[25_000_000]);
        Assert.Contains("文件太大：最大 20 MB", large, StringComparison.Ordinal);
        var (_, huge) = await desk.UploadAsync("Owners", "huge.xlsx", new byte[50_000_000]);
        Assert.Contains("文件太大：最大 20 MB", huge, StringComparison.Ordinal);
    }

    private static async Task ImportTwiceAsync(ImportDesk desk, string kind, string csv, (int Added, int Changed) expected)
    {
        var (preview, page) = await desk.UploadAsync(kind, csv);
        var (added, changed, _, errors) = ImportDesk.CountsOf(page);
        Assert.Equal((3, 0), (added + changed, errors));
        if (kind == "Devices")
            Assert.Equal(expected, (added, changed));
        await desk.ConfirmAsync(preview!, page);
        var (_, again) = await desk.UploadAsync(kind, csv);
        Assert.Equal((0, 0, 3, 0), ImportDesk.CountsOf(again));
    }
}
