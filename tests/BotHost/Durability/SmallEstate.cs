using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ChatDesk.Tests.BotHost.Durability;

/// <summary>An estate whose owners' chats are known by openid, each with one room, and two plumbers around the clock.</summary>
internal static class SmallEstate
{
    public const string Repair = "厨房水管漏水";

    private const int RoomsOnAFloor = 4;
    private static readonly object Always = new { days = new[] { 1, 2, 3, 4, 5, 6, 7 }, from = "00:00", to = "24:00" };

    /// <summary>Who is on shift in the team that repairs go to.</summary>
    public static IReadOnlyList<string> Plumbers { get; } = ["li", "wang"];

    public static IReadOnlyList<(string Question, string Answer)> Articles { get; } =
    [
        ("物业费多少钱一平方？", "住宅物业费每月每平方米2.30元。"),
        ("月租车位多少钱？", "地下车位每月320元，地面车位每月180元。"),
        ("门禁卡怎么办理？", "带身份证到服务中心办理，当场可用。"),
        ("装修要办什么手续？", "装修前三天到服务中心登记，交图纸和施工人员身份证复印件。"),
        ("快递柜在哪里？", "快递柜在东门岗亭旁，24小时可取。"),
        ("大件垃圾放在哪里？", "大件垃圾放到地下一层集中点，周三和周六清运。"),
        ("游泳池几点开放？", "游泳池夏季每天9点到21点开放。"),
        ("养狗要办什么证？", "养狗要到派出所办犬证，再到服务中心登记。"),
    ];

    public static string OpenId(int owner) => string.Create(CultureInfo.InvariantCulture, $"oSmallEstateOwner{owner:D4}");

    /// <summary>A file of the <c>setup</c> command (section 4 of the design).</summary>
    public static string Setup(int owners) => JsonSerializer.Serialize(new
    {
        company = new { name = "示范物业", botName = "小安", hotline = "0000-5550100" },
        estates = new[]
        {
            new
            {
                code = "E1",
                name = "示范里",
                emergency = new { police = "110", fire = "119", medical = "120", gas = "0000-1", desk = "0000-2" },
                buildings = new[]
                {
                    new { name = "3", phase = (string?)null, units = new[] { new { name = "2", floors = Floor(owners), rooms = Enumerable.Range(0, owners).Select(Room) } } },
                },
                areas = Array.Empty<string>(),
                groups = Array.Empty<object>(),
            },
        },
        departments = Array.Empty<object>(),
        teams = new[] { new { code = "water", name = "水暖班", categories = new[] { "plumbing" } } },
        staff = Plumbers.Select((id, i) => new
        {
            weComUserId = id,
            name = $"{id}师傅",
            phone = $"1390000000{i}",
            roles = new[] { "engineer" },
            teams = new[] { "water" },
            estates = new[] { "E1" },
            shifts = new[] { Always },
        }),
        owners = Enumerable.Range(0, owners).Select(i => new
        {
            name = "业主",
            phone = string.Create(CultureInfo.InvariantCulture, $"138{i:D8}"),
            weChatOpenId = OpenId(i),
            rooms = new[] { new { estate = "E1", building = "3", unit = "2", room = Room(i) } },
        }),
    });

    /// <summary>A file of the <c>articles import</c> command.</summary>
    public static string ArticlesCsv()
    {
        StringBuilder csv = new("id,category,question,answer,keywords\n");
        for (var i = 0; i < Articles.Count; i++)
            csv.Append(CultureInfo.InvariantCulture, $"K{i},其他,{Articles[i].Question},{Articles[i].Answer},\n");
        return csv.ToString();
    }

    private static int Floor(int owner) => owner / RoomsOnAFloor + 1;

    private static string Room(int owner) => string.Create(CultureInfo.InvariantCulture, $"{Floor(owner)}{owner % RoomsOnAFloor + 1:D2}");
}
