using System.Net;
using System.Text.RegularExpressions;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Console;

/// <summary>A browser at the console without scripts: keeps cookies, takes a form's hidden number along, follows no redirect.</summary>
internal sealed partial class ConsoleBrowser : IDisposable
{
    private readonly HttpClient _http;

    public ConsoleBrowser(Desk desk) =>
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = desk.Url };

    public Task<HttpResponseMessage> GetAsync(string address) => _http.GetAsync(new Uri(address, UriKind.Relative));

    /// <summary>The page's HTML; fails unless it is a 200.</summary>
    public async Task<string> ReadAsync(string address)
    {
        using var response = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Fills in the form of a page and sends it.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = HiddenNumber().Match(await ReadAsync(page)).Groups[1].Value;
        return await SendBareAsync(action, [.. fields, ("__RequestVerificationToken", token)]);
    }

    /// <summary>Sends a page's form with a file.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string page, string action, string fileName, byte[] file, params (string Name, string Value)[] fields)
    {
        var token = HiddenNumber().Match(await ReadAsync(page)).Groups[1].Value;
        using MultipartFormDataContent content = [];
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", token)))
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file), "file", fileName);
        return await _http.PostAsync(new Uri(action, UriKind.Relative), content);
    }

    /// <summary>Sends JSON with the browser's session.</summary>
    public async Task<HttpResponseMessage> SendJsonAsync(HttpMethod method, string address, object body)
    {
        using HttpRequestMessage request = new(method, new Uri(address, UriKind.Relative)) { Content = System.Net.Http.Json.JsonContent.Create(body) };
        return await _http.SendAsync(request);
    }

    /// <summary>Sends fields without having opened the page before.</summary>
    public async Task<HttpResponseMessage> SendBareAsync(string action, params (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent content = new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _http.PostAsync(new Uri(action, UriKind.Relative), content);
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex HiddenNumber();
}
