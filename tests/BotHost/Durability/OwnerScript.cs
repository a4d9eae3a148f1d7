using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Durability;

/// <summary>What a text of a script has to bring about.</summary>
/// <param name="Message">The text.</param>
/// <param name="Answer">The approved answer that it gets word for word; null for a repair, whose receipt names its ticket.</param>
internal sealed record ScriptedText(OwnerText Message, string? Answer);

/// <summary>What one owner writes, and in which order the platform delivers it: some of it again and again, or after the next one.</summary>
/// <param name="Texts">Each text once.</param>
/// <param name="Deliveries">Indexes into the texts; those of one group are delivered at the same time.</param>
internal sealed record OwnerScript(IReadOnlyList<ScriptedText> Texts, IReadOnlyList<IReadOnlyList<int>> Deliveries)
{
    public const int Length = 5;

    private static readonly int[][][] Orders =
    [
        [[0], [1], [2], [3], [4]],
        [[0], [1, 1, 1], [2], [3], [4, 4, 4]],
        [[0], [1], [0], [2], [3], [2], [4]],
        [[0], [0], [0], [1], [2], [2], [2], [3], [4]],
    ];

    /// <summary>Four different questions and one repair, at another place in each script.</summary>
    public static OwnerScript Of(int owner)
    {
        var texts = Enumerable.Range(0, Length).Select(i => TextOf(owner, i));
        return new([.. texts], Orders[owner % Orders.Length]);
    }

    private static ScriptedText TextOf(int owner, int index)
    {
        var id = 24_000_000_000_000L + owner * Length + index;
        var article = SmallEstate.Articles[(owner + index) % SmallEstate.Articles.Count];
        return index == owner / Orders.Length % Length
            ? new(new(SmallEstate.OpenId(owner), SmallEstate.Repair, id), Answer: null)
            : new(new(SmallEstate.OpenId(owner), article.Question, id), article.Answer);
    }
}
