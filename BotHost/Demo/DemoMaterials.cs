using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Work;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Demo;

/// <summary>The demonstration estate's price list and its place on the map. The prices are made up.</summary>
internal static class DemoMaterials
{
    private static readonly (string Name, string Unit, decimal Price, string? Category)[] Materials =
    [
        ("弯头", "个", 8, "plumbing"),
        ("三角阀", "个", 25, "plumbing"),
        ("不锈钢软管", "根", 18, "plumbing"),
        ("水龙头", "个", 65, "plumbing"),
        ("PPR水管", "米", 12.5m, "plumbing"),
        ("马桶密封圈", "个", 15, "plumbing"),
        ("空气开关", "个", 42, "electrical"),
        ("五孔插座", "个", 20, "electrical"),
        ("BV电线", "米", 4.5m, "electrical"),
        ("感应灯", "个", 32, "public_lighting"),
        ("门禁卡", "张", 10, "door_access"),
        ("生料带", "卷", 2, null),
        ("玻璃胶", "支", 16, null),
        ("螺丝", "个", 0, null),
    ];

    public static async Task LoadAsync(DeskDb db, CancellationToken ct)
    {
        var estate = await db.Set<Estate>().OrderBy(e => e.Id).FirstAsync(ct);
        estate.Address = "示范市示范区晴川路1号";
        db.AddRange(Materials.Select(m => new Material { EstateId = estate.Id, Name = m.Name, Unit = m.Unit, Price = m.Price, Category = m.Category }));
        await db.SaveChangesAsync(ct);
    }
}
