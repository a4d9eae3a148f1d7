using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Tests.Channels.Protocol;

/// <summary>Compares an activity with the one that a person wrote beside the payload.</summary>
internal static class ActivityFiles
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static TheoryData<string> Names(string folder) =>
        [.. Directory.GetFiles($"Fixtures/{folder}", "*.xml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    public static System.Xml.Linq.XElement Payload(string folder, string name) =>
        CallbackXml.Parse(File.ReadAllText($"Fixtures/{folder}/{name}.xml"))!;

    public static void AssertIsAsWritten(Activity activity, string folder, string name)
    {
        var expected = JsonNode.Parse(File.ReadAllText($"Fixtures/{folder}/{name}.json"))!;
        var actual = JsonSerializer.SerializeToNode(activity, Options)!.AsObject();
        if (activity.Type is ActivityType.Event)
            actual.Remove("id");
        foreach (var empty in actual.Where(p => p.Value is JsonArray { Count: 0 } or JsonObject { Count: 0 }).Select(p => p.Key).ToList())
            actual.Remove(empty);
        Assert.True(JsonNode.DeepEquals(expected, actual), $"{name}: expected {expected.ToJsonString()}, got {actual.ToJsonString()}");
    }
}
