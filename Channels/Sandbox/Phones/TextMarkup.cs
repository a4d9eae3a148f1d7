using System.Net;
using System.Text.RegularExpressions;
using System.Web;

namespace ChatDesk.Channels.Sandbox.Phones;

/// <summary>Reads a text message as a phone shows it: words, links, and links that answer when they are tapped.</summary>
internal static partial class TextMarkup
{
    private const string TapScheme = "weixin://bizmsgmenu?";

    public static PhoneItem ToItem(string markup)
    {
        var anchors = Anchor().Matches(markup)
            .Select(m => new PhoneLink(WebUtility.HtmlDecode(m.Groups["text"].Value), WebUtility.HtmlDecode(m.Groups["href"].Value)))
            .ToList();
        return new PhoneItem
        {
            From = "them",
            Kind = "text",
            Markup = markup,
            Text = Anchor().Replace(markup, m => m.Groups["text"].Value),
            Links = [.. anchors.Where(a => !IsTap(a)), .. BareAddress().Matches(Anchor().Replace(markup, "")).Select(m => new PhoneLink(m.Value, m.Value))],
            Choices = [.. anchors.Where(IsTap).Select(Choice)],
        };
    }

    private static bool IsTap(PhoneLink link) => link.Url.StartsWith(TapScheme, StringComparison.Ordinal);

    private static PhoneChoice Choice(PhoneLink link)
    {
        var query = HttpUtility.ParseQueryString(link.Url[TapScheme.Length..]);
        return new(query["msgmenuid"] ?? "", query["msgmenucontent"] ?? link.Text);
    }

    // A client makes a link of an address in the text; it ends where no address goes on.
    [GeneratedRegex(@"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+", RegexOptions.IgnoreCase)]
    private static partial Regex BareAddress();

    [GeneratedRegex("""<a\s[^>]*?href\s*=\s*["'](?<href>[^"']*)["'][^>]*>(?<text>.*?)</a>""", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Anchor();
}
