using ChatDesk.Knowledge.Retrieval;

namespace ChatDesk.Knowledge.Understanding;

/// <summary>What is known around a message before it is read.</summary>
public sealed record ReadContext
{
    public static ReadContext Direct { get; } = new();

    /// <summary>Whether others read along (an owner group).</summary>
    public bool InGroup { get; init; }

    /// <summary>In a group: the desk was addressed by the platform's own mark; the reader also sees "@name" in the text.</summary>
    public bool AtBot { get; init; }

    /// <summary>The writer's name in the group; never used as proof of identity.</summary>
    public string? Sender { get; init; }

    /// <summary>What the group said before; null where nothing is known.</summary>
    public GroupMemory? Group { get; init; }

    public SurveyKind Pending { get; init; }

    /// <summary>The knowledge base; null leaves <see cref="MessageMeaning.Found"/> empty.</summary>
    public ArticleIndex? Articles { get; init; }

    /// <summary>The estate's register; null where places are taken as said.</summary>
    public PlaceRegister? Places { get; init; }

    /// <summary>Whose articles count; default those for everybody and for bound owners.</summary>
    public ArticleScope Reads { get; init; } = ArticleScope.Owners;
}
