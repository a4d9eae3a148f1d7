using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using ChatDesk.Tests.BotHost.Pages;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Work;

/// <summary>Sends entries as the script of the work page does.</summary>
internal static class PhoneQueue
{
    public static string NewKey() => Guid.NewGuid().ToString("N");

    /// <summary>Sends one entry.</summary>
    /// <param name="phone">Signed in.</param>
    /// <param name="number">The ticket.</param>
    /// <param name="key">The entry's name; null: without the header.</param>
    /// <param name="fields">With <c>by</c> where it is not li's.</param>
    /// <param name="photos">How many photos go along.</param>
    /// <param name="isSigned">Whether the owner signed.</param>
    public static async Task<QueueAnswer> SendAsync(
        this Browser phone, string number, string? key, (string Name, string Value)[] fields, int photos = 0, bool isSigned = false)
    {
        using MultipartFormDataContent form = [];
        foreach (var (name, value) in fields.Any(field => field.Name == "by") ? fields : [("by", "li"), .. fields])
            form.Add(new StringContent(value), name);
        for (var i = 0; i < photos; i++)
            form.Add(Picture("photo.jpg"), "photos", i.ToString(CultureInfo.InvariantCulture) + ".jpg");
        if (isSigned)
            form.Add(Picture("photo.png"), "signature", "signature.png");
        using HttpRequestMessage request = new(HttpMethod.Post, $"/w/{number}/entries") { Content = form };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var answer = await phone.SendAsync(request);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return new((int)answer.StatusCode, said);
    }

    private static ByteArrayContent Picture(string name) =>
        new(TestFiles.Read(name)) { Headers = { ContentType = new($"image/{Path.GetExtension(name)[1..].Replace("jpg", "jpeg", StringComparison.Ordinal)}") } };
}

/// <summary>What the desk said to an entry.</summary>
internal sealed record QueueAnswer(int Status, JsonElement Said)
{
    public string? Code => Text("code");

    public string? Detail => Text("detail");

    public bool IsRepeated => Said.TryGetProperty("repeated", out var repeated) && repeated.GetBoolean();

    private string? Text(string name) => Said.TryGetProperty(name, out var text) ? text.GetString() : null;
}
