namespace ChatDesk.Knowledge.Retrieval;

/// <summary>One approved answer of the knowledge base.</summary>
/// <param name="Id">Stable id, as staff and reports name it ("F013").</param>
/// <param name="Version">Counts up with each approved change; goes out with the answer.</param>
/// <param name="Category">The shelf that staff file it under, free text.</param>
/// <param name="Question">The standard question.</param>
/// <param name="Answer">What goes out, verbatim.</param>
public sealed record Article(string Id, int Version, string Category, string Question, string Answer)
{
    /// <summary>Words owners use for it.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Other ways to ask the same question, approved with the article.</summary>
    public IReadOnlyList<string> Similar { get; init; } = [];

    /// <summary>Who may read it.</summary>
    public ArticleScope Scope { get; init; } = ArticleScope.Public;
}

/// <summary>Who may read an article.</summary>
public enum ArticleScope
{
    /// <summary>Anybody, also in a group.</summary>
    Public,

    /// <summary>Bound owners and staff.</summary>
    Owners,

    /// <summary>Staff only: manuals, case library.</summary>
    Staff,
}
