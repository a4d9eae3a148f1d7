using System.Text.Json;

namespace ChatDesk.BotHost.Estates.Setup;

/// <summary>Reads a setup file. Strict: what it does not know is an error, so that a typing mistake is not silently dropped.</summary>
public static class SetupReader
{
    /// <exception cref="FormatException">The file is wrong; the message starts with the path, such as <c>estates[0].buildings[2]</c>.</exception>
    public static async Task<SetupFile> ReadAsync(Stream stream, CancellationToken ct)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: ct);
            var file = File(document.RootElement);
            SetupDuplicates.Check(file);
            return file;
        }
        catch (JsonException malformed)
        {
            throw new FormatException($"line {malformed.LineNumber + 1}, position {malformed.BytePositionInLine + 1}: is not JSON", malformed);
        }
    }

    private static SetupFile File(JsonElement root)
    {
        SetupFields fields = new(root, "", "company", "estates", "departments", "teams", "staff", "owners");
        return new(
            Company(fields.Required("company"), "company"),
            fields.List("estates", EstateReader.Estate),
            fields.OptionalList("departments", PeopleReader.Department),
            fields.List("teams", PeopleReader.Team),
            fields.List("staff", PeopleReader.Member),
            fields.List("owners", PeopleReader.Owner));
    }

    private static SetupCompany Company(JsonElement element, string path)
    {
        SetupFields fields = new(element, path, "name", "botName", "hotline");
        return new(fields.Text("name", 100), fields.Text("botName", 50), fields.Text("hotline", 40));
    }
}
