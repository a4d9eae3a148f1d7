using System.Text.Json;

namespace ChatDesk.Tests.Bench;

/// <summary>A small estate with one plumber on shift, and 30 articles.</summary>
internal static class BenchEstate
{
    /// <summary>A file of the <c>setup</c> command (section 4 of the design).</summary>
    public static string Setup()
    {
        var rooms = Enumerable.Range(1, 18).SelectMany(floor => new[] { $"{floor}01", $"{floor}02" }).ToArray();
        var buildings = Enumerable.Range(1, 10).Select(number => new
        {
            name = $"{number}",
            phase = (string?)null,
            units = new[] { new { name = "1", floors = 18, rooms }, new { name = "2", floors = 18, rooms } },
        });
        int[] days = [1, 2, 3, 4, 5, 6, 7];
        var setup = new
        {
            company = new { name = "测试物业", botName = "小测", hotline = "0000-0000000" },
            estates = new[]
            {
                new
                {
                    code = "BENCH", name = "测试小区", emergency = new { police = "110", fire = "119", medical = "120", gas = "0000-1", desk = "0000-2" },
                    buildings, areas = new[] { "东门" }, groups = Array.Empty<object>(),
                },
            },
            teams = new[] { new { code = "water", name = "水暖班", categories = new[] { "plumbing", "other" } } },
            staff = new[]
            {
                new
                {
                    weComUserId = "bench1", name = "李师傅", phone = "13800000000", roles = new[] { "engineer" }, teams = new[] { "water" }, estates = new[] { "BENCH" },
                    shifts = new[] { new { days, from = "00:00", to = "24:00" } },
                },
            },
            owners = Array.Empty<object>(),
        };
        return JsonSerializer.Serialize(setup);
    }

    /// <summary>A file of the <c>articles import</c> command.</summary>
    public static string Articles()
    {
        string[] topics =
        [
            "物业费", "停车月租", "临时停车", "访客登记", "门禁卡补办", "装修手续", "装修时间", "装修保证金", "垃圾投放", "快递代收", "宽带报装", "电动车充电", "宠物登记", "游泳池开放",
            "健身房使用", "水费缴纳", "电费缴纳", "燃气开户", "暖气供应", "电子发票", "房屋过户", "租客登记", "钥匙托管", "大件搬运", "绿化修剪", "消防通道", "停水通知", "电梯保养", "投诉渠道", "业主大会",
        ];
        var rows = topics.Select((topic, i) => $"B{i + 1:D3},服务,{topic}怎么办理？,{topic}请到1栋一楼服务中心办理，每天8点到20点，也可以在公众号菜单里自助办理。,{topic}");
        return string.Join('\n', ["id,category,question,answer,keywords", .. rows]);
    }
}
