using System.Text.Json.Nodes;

namespace ChatDesk.Tests.BotHost.Estates;

/// <summary>A small, right setup file (section 4 of the design) for tests to change.</summary>
internal static class SmallSetup
{
    private const string Json = """
        {
          "company": { "name": "示范物业", "botName": "小安", "hotline": "0000-5550100" },
          "estates": [{
            "code": "E1", "name": "示范里",
            "emergency": { "police": "110", "fire": "119", "medical": "120", "gas": "0000-1", "desk": "0000-2" },
            "buildings": [
              { "name": "3", "phase": null, "housekeeper": "tao", "units": [{ "name": "2", "floors": 18, "rooms": ["201", "202"] }] },
              { "name": "V4", "phase": null, "units": [{ "name": null, "floors": 2, "rooms": ["V4"] }] }
            ],
            "areas": ["东门"],
            "groups": [{ "name": "业主群", "chatId": "wr1", "housekeeper": "tao", "clerk": "lin", "buildingHead": "周阿姨" }],
            "devices": [{ "code": "3-2-L1", "kind": "lift", "building": "3", "unit": "2" }]
          }],
          "departments": [{ "code": "eng", "name": "工程部", "manager": "zou" }],
          "teams": [
            { "code": "water", "name": "水暖班", "categories": ["plumbing"], "lead": "li", "department": "eng" },
            { "code": "desk", "name": "客服组", "categories": ["other"] }
          ],
          "staff": [
            { "weComUserId": "li", "name": "李师傅", "phone": "13900000001", "roles": ["engineer", "lead"], "teams": ["water"], "estates": ["E1"],
              "shifts": [{ "days": [1, 2, 3, 4, 5], "from": "08:00", "to": "20:00" }] },
            { "weComUserId": "zhao", "name": "赵师傅", "phone": "13900000002", "roles": ["engineer"], "teams": ["water"], "estates": [],
              "shifts": [{ "days": [5], "from": "20:00", "to": "08:00" }, { "days": [7], "from": "08:00", "to": "24:00", "standBy": true }] },
            { "weComUserId": "lin", "name": "林客服", "phone": "13900000003", "roles": ["desk"], "teams": ["desk"], "estates": ["E1"], "shifts": [] },
            { "weComUserId": "tao", "name": "陶管家", "phone": "13900000004", "roles": ["housekeeper"], "teams": [], "estates": ["E1"], "shifts": [] },
            { "weComUserId": "zou", "name": "邹经理", "phone": "13900000005", "roles": ["manager"], "teams": [], "estates": ["E1"], "shifts": [] }
          ],
          "owners": [
            { "name": "王女士", "phone": "13800003201", "rooms": [{ "estate": "E1", "building": "3", "unit": "2", "room": "201" }] },
            { "name": "陈先生", "phone": "13800000004", "rooms": [{ "estate": "E1", "building": "V4", "room": "V4", "relation": "tenant" }] }
          ]
        }
        """;

    public static string Text => Json;

    /// <param name="path">Names and indexes separated by "/": <c>estates/0/areas</c>.</param>
    /// <param name="json">The value to put there; null removes the field.</param>
    public static string With(string path, string? json)
    {
        var root = JsonNode.Parse(Json)!;
        var parts = path.Split('/');
        var parent = parts[..^1].Aggregate(root, (node, part) => int.TryParse(part, out var index) ? node[index]! : node[part]!);
        if (parent is JsonArray list)
            list[int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(json!);
        else if (json is null)
            parent.AsObject().Remove(parts[^1]);
        else
            parent[parts[^1]] = JsonNode.Parse(json);
        return root.ToJsonString();
    }
}
