using ChatDesk.BotHost.Work;

namespace ChatDesk.BotHost.Pages.Work;

/// <summary>The estate's materials within a form.</summary>
/// <param name="Form">Tells this form's fields from another's on the page.</param>
/// <param name="Offered">In the order to show them.</param>
/// <param name="Typed">Quantities to show again, by material.</param>
public sealed record MaterialPicker(string Form, IReadOnlyList<Material> Offered, IReadOnlyDictionary<int, string?> Typed);
