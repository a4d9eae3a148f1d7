namespace ChatDesk.BotHost.Data;

/// <summary>
/// Tells the listeners of this instance what was just committed, so that nothing waits for the next poll.
/// Only a hint: other instances' commits are not seen, so every listener also looks at the rows.
/// </summary>
public sealed class CommitSignals
{
    /// <summary>Raised after a commit with the entities that were added or changed; handlers must be quick and must not throw.</summary>
    public event Action<IReadOnlyList<object>>? Committed;

    internal bool HasListeners => Committed is not null;

    internal void Raise(IReadOnlyList<object> entities) => Committed?.Invoke(entities);
}
