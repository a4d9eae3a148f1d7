using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Masters;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>A page with one person's form.</summary>
public abstract class OwnerPage : RegisterPage
{
    /// <summary>What the form shows.</summary>
    public OwnerForm Form { get; protected set; } = new("", "", null, null);

    /// <summary>The estates to choose a home from.</summary>
    public IReadOnlyList<Estate> Estates { get; protected set; } = [];

    public int? EstateId { get; protected set; }

    /// <summary>The home as it was typed.</summary>
    public string? TypedPlace { get; protected set; }
}
