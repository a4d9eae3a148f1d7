using System.Text;

namespace ChatDesk.Knowledge.Understanding;

/// <summary>The snake_case names under which intents, categories and urgencies stand in JSON, files and tables.</summary>
public static class Labels
{
    private static readonly Dictionary<string, Intent> Intents = ByLabel<Intent>();
    private static readonly Dictionary<string, Category> Categories = ByLabel<Category>();
    private static readonly Dictionary<string, Urgency> Urgencies = ByLabel<Urgency>();
    private static readonly string[] IntentLabels = [.. Enum.GetValues<Intent>().Select(Snake)];
    private static readonly string[] CategoryLabels = [.. Enum.GetValues<Category>().Select(Snake)];
    private static readonly string[] UrgencyLabels = [.. Enum.GetValues<Urgency>().Select(Snake)];

    public static string Label(this Intent intent) => IntentLabels[(int)intent];

    public static string Label(this Category category) => CategoryLabels[(int)category];

    public static string Label(this Urgency urgency) => UrgencyLabels[(int)urgency];

    public static bool TryParse(string label, out Intent intent) => Intents.TryGetValue(label, out intent);

    public static bool TryParse(string label, out Category category) => Categories.TryGetValue(label, out category);

    public static bool TryParse(string label, out Urgency urgency) => Urgencies.TryGetValue(label, out urgency);

    private static Dictionary<string, T> ByLabel<T>() where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(value => Snake(value), StringComparer.Ordinal);

    private static string Snake<T>(T value) where T : struct, Enum
    {
        StringBuilder label = new();
        foreach (var letter in value.ToString())
        {
            if (char.IsUpper(letter) && label.Length > 0)
                label.Append('_');
            label.Append(char.ToLowerInvariant(letter));
        }

        return label.ToString();
    }
}
