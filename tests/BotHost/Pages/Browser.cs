using System.Net;
using System.Text.RegularExpressions;

namespace ChatDesk.Tests.BotHost.Pages;

/// <summary>A browser without scripts: keeps cookies, sends a form with the hidden fields that the page gave it.</summary>
public sealed partial class Browser : IDisposable
{
    private readonly HttpClient _http;

    public Browser(Uri desk) => _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = desk };

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public async Task<string> ReadAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent form = new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _http.PostAsync(path, form);
    }

    /// <summary>Fills the form on the page: its verification token and the last event that it showed travel along.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = await ReadAsync(path);
        return await PostAsync(path, [.. fields, ("seen", SeenIn(page)), ("__RequestVerificationToken", TokenIn(page))]);
    }

    public async Task<HttpResponseMessage> UploadAsync(string path, IEnumerable<(string FileName, byte[] Bytes)> photos, params (string Name, string Value)[] fields)
    {
        var page = await ReadAsync(path);
        using MultipartFormDataContent form = [];
        foreach (var (name, value) in fields.Append(("seen", SeenIn(page))).Append(("__RequestVerificationToken", TokenIn(page))))
            form.Add(new StringContent(value), name);
        foreach (var (fileName, bytes) in photos)
            form.Add(new ByteArrayContent(bytes) { Headers = { ContentType = new("image/jpeg") } }, "photos", fileName);
        return await _http.PostAsync(path, form);
    }

    public static string SeenIn(string page) => Seen().Match(page).Groups[1].Value;

    public static string TokenIn(string page) => Token().Match(page).Groups[1].Value;

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"seen\" value=\"(\\d+)\"")]
    private static partial Regex Seen();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
