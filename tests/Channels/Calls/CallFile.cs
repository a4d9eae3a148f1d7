using System.Text.Json;

namespace ChatDesk.Tests.Channels.Calls;

/// <summary>A call as a document has it.</summary>
/// <param name="Request">Method, path and query with the token <c>token-1</c>; for an address that a browser opens, that address.</param>
/// <param name="Body">The JSON body; "multipart" for a form, null for none.</param>
/// <param name="Answer">The documented answer to a success; "file" for bytes.</param>
internal sealed record CallFile(string Request, JsonElement? Body, JsonElement Answer)
{
    public bool IsMultipart => Body is { ValueKind: JsonValueKind.String };

    public bool IsPage => Request.StartsWith("https://", StringComparison.Ordinal);

    public string Path => Request.Split(' ')[1].Split('?')[0];

    public static CallFile Read(string name) => JsonSerializer.Deserialize<CallFile>(
        File.ReadAllText($"Fixtures/Calls/{name}.json"), JsonSerializerOptions.Web)!;

    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles("Fixtures/Calls", "*.json", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.ChangeExtension(System.IO.Path.GetRelativePath("Fixtures/Calls", path), null).Replace('\\', '/'));
}
