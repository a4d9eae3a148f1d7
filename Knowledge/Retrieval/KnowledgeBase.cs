namespace ChatDesk.Knowledge.Retrieval;

/// <summary>Holds the index in use and swaps it whole when articles changed, so that a reader sees either all of the old or all of the new.</summary>
public sealed class KnowledgeBase(IArticleSource source) : IDisposable
{
    private readonly SemaphoreSlim _oneRefresh = new(1, 1);
    private volatile ArticleIndex _index = ArticleIndex.Empty;

    /// <summary>The index in use; empty until the first <see cref="RefreshAsync"/>.</summary>
    public ArticleIndex Index => _index;

    /// <summary>Reads all articles again and puts a new index into use. Call it after each commit that changed an article.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        await _oneRefresh.WaitAsync(ct);
        try
        {
            _index = ArticleIndex.Build(await source.ReadAsync(ct));
        }
        finally
        {
            _oneRefresh.Release();
        }
    }

    public void Dispose() => _oneRefresh.Dispose();
}
