namespace ChatDesk.Knowledge.Retrieval;

/// <summary>Where the published articles come from: the desk's database, a file, a test.</summary>
public interface IArticleSource
{
    /// <returns>Every article that is valid now, once each, in a stable order.</returns>
    ValueTask<IReadOnlyList<Article>> ReadAsync(CancellationToken ct);
}
