namespace ChatDesk.BotHost.Data;

/// <summary>A row that two people may change at once: the second one's save fails and its work runs again.</summary>
public interface IVersioned
{
    /// <summary>Counts the row's changes; every model makes it a concurrency token.</summary>
    long Version { get; set; }
}
