using System.Text.Json.Nodes;

namespace ChatDesk.Tests.Channels.Protocol;

internal static class JsonAssert
{
    /// <summary>The same JSON, whatever the order of its members.</summary>
    public static void Same(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"expected {expected}\ngot {actual}");
}
