using System.Reflection;
using ChatDesk.Channels.Activities;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.Tests.BotHost.Architecture;

/// <summary>BotHost uses Channels and Knowledge; those two use neither it nor each other.</summary>
public sealed class LayersTests
{
    private static readonly Assembly Host = typeof(Program).Assembly;
    private static readonly Assembly Channels = typeof(Activity).Assembly;
    private static readonly Assembly Knowledge = typeof(PlaceRegister).Assembly;

    [Fact]
    public void Channels_uses_neither_BotHost_nor_Knowledge() => AssertIndependent(Channels, Host, Knowledge);

    [Fact]
    public void Knowledge_uses_neither_BotHost_nor_Channels() => AssertIndependent(Knowledge, Host, Channels);

    [Fact]
    public void BotHost_uses_both_so_that_the_two_tests_above_would_see_a_use()
    {
        Assert.Contains(Channels.GetName().Name, References(Host));
        Assert.Contains(Knowledge.GetName().Name, References(Host));
    }

    [Theory]
    [InlineData("Channels", "ChatDesk.Channels")]
    [InlineData("Knowledge", "ChatDesk.Knowledge")]
    [InlineData("BotHost", "ChatDesk.BotHost")]
    public void Every_type_lies_in_the_name_space_of_its_project(string assembly, string expected)
    {
        var types = Assembly.Load(assembly).GetTypes().Where(type => type.Namespace?.StartsWith("ChatDesk", StringComparison.Ordinal) == true).ToList();

        Assert.True(types.Count > 20, $"Only {types.Count} types seen in {assembly}.");
        Assert.All(types, type => Assert.StartsWith(expected, type.Namespace, StringComparison.Ordinal));
    }

    private static void AssertIndependent(Assembly layer, params Assembly[] others)
    {
        Assert.True(layer.GetTypes().Length > 20, $"Only {layer.GetTypes().Length} types seen in {layer.GetName().Name}.");
        Assert.Empty(References(layer).Intersect(others.Select(other => other.GetName().Name)));
    }

    private static IEnumerable<string?> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name);
}
