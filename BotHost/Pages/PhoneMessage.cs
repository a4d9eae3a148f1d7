using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ChatDesk.BotHost.Pages;

/// <summary>A page that only says something: a wrong link, no session, an answer taken.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Text">One or two sentences.</param>
/// <param name="Link">Where to go from here; null for nowhere.</param>
/// <param name="LinkText">What the link says.</param>
public sealed record PhoneMessage(string Title, string Text, string? Link = null, string? LinkText = null)
{
    /// <summary>The message with a status, in the phone layout of the page's own folder.</summary>
    /// <param name="page">The page that answers.</param>
    /// <param name="folder">Owner, with the call button, or Work.</param>
    /// <param name="status">The HTTP status.</param>
    public IActionResult On(PageModel page, string folder, int status)
    {
        ArgumentNullException.ThrowIfNull(page);
        ViewDataDictionary<PhoneMessage> data = new(page.MetadataProvider, page.ModelState) { Model = this };
        return new ViewResult { ViewName = $"/Pages/{folder}/_Message.cshtml", ViewData = data, StatusCode = status };
    }
}
