using System.Text.Json;

namespace ChatDesk.BotHost.Estates.Setup;

/// <summary>One object of the setup file, read strictly: a field that is unknown, missing, twice there or of another type is an error with its path.</summary>
internal sealed class SetupFields
{
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);

    /// <param name="element">The object.</param>
    /// <param name="path">Where it is: <c>estates[0].buildings[2]</c>, empty for the whole file.</param>
    /// <param name="known">Every field that it may have.</param>
    /// <exception cref="FormatException">It is no object, or has other fields.</exception>
    public SetupFields(JsonElement element, string path, params ReadOnlySpan<string> known)
    {
        Path = path;
        if (element.ValueKind != JsonValueKind.Object)
            throw Error(path.Length == 0 ? "the file" : path, "must be an object");
        foreach (var field in element.EnumerateObject())
        {
            if (!known.Contains(field.Name))
                throw Error(PathOf(field.Name), "unknown field");
            if (!_values.TryAdd(field.Name, field.Value))
                throw Error(PathOf(field.Name), "stands twice");
        }
    }

    public string Path { get; }

    public static FormatException Error(string path, string problem) => new($"{path}: {problem}");

    public static string Text(JsonElement value, string path, int maxLength)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw Error(path, "must be a text");
        var text = value.GetString()!.Trim();
        if (text.Length == 0)
            throw Error(path, "is empty");
        return text.Length <= maxLength ? text : throw Error(path, $"is longer than {maxLength} characters");
    }

    public string PathOf(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    public JsonElement Required(string name) =>
        _values.TryGetValue(name, out var value) ? value : throw Error(PathOf(name), "is missing");

    public string Text(string name, int maxLength) => Text(Required(name), PathOf(name), maxLength);

    /// <returns>Null where the field is missing or null.</returns>
    public string? OptionalText(string name, int maxLength) =>
        IsGiven(name, out var value) ? Text(value, PathOf(name), maxLength) : null;

    public int Number(string name, int from, int to)
    {
        var value = Required(name);
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number) || number < from || number > to)
            throw Error(PathOf(name), $"must be a whole number from {from} to {to}");
        return number;
    }

    public int? OptionalNumber(string name, int from, int to) => IsGiven(name, out _) ? Number(name, from, to) : null;

    public bool OptionalFlag(string name)
    {
        if (!IsGiven(name, out var value))
            return false;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Error(PathOf(name), "must be true or false");
    }

    public List<T> List<T>(string name, Func<JsonElement, string, T> read) => Items(Required(name), PathOf(name), read);

    public List<T> OptionalList<T>(string name, Func<JsonElement, string, T> read) =>
        IsGiven(name, out var value) ? Items(value, PathOf(name), read) : [];

    public List<string> Texts(string name, int maxLength) => List(name, (item, path) => Text(item, path, maxLength));

    private static List<T> Items<T>(JsonElement value, string path, Func<JsonElement, string, T> read)
    {
        if (value.ValueKind != JsonValueKind.Array)
            throw Error(path, "must be a list");
        List<T> items = new(value.GetArrayLength());
        foreach (var item in value.EnumerateArray())
            items.Add(read(item, $"{path}[{items.Count}]"));
        return items;
    }

    private bool IsGiven(string name, out JsonElement value) =>
        _values.TryGetValue(name, out value) && value.ValueKind != JsonValueKind.Null;
}
