using System.ComponentModel.DataAnnotations;

namespace ChatDesk.BotHost.Data;

/// <summary>A row that two people may change at once: the second one's save fails and its work runs again.</summary>
public interface IVersioned
{
    [ConcurrencyCheck]
    long Version { get; set; }
}
