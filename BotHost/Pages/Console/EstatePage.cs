using ChatDesk.BotHost.Masters;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>A page with one estate's form.</summary>
public abstract class EstatePage : RegisterPage
{
    /// <summary>What the form shows; the emergency numbers of the country to begin with.</summary>
    public EstateForm Form { get; protected set; } = new("", "", "110", "119", "120", "", "", null);
}
