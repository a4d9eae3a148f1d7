using System.Text.Json;
using System.Text.Json.Serialization;
using ChatDesk.Channels.Activities;

namespace ChatDesk.BotHost.Delivery;

/// <summary>How activities are stored in the inbox and the outbox.</summary>
public static class ActivityJson
{
    public static string Write(Activity activity) => JsonSerializer.Serialize(activity, StoredActivity.Default.Activity);

    public static Activity Read(string json) => JsonSerializer.Deserialize(json, StoredActivity.Default.Activity)!;
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
internal sealed partial class StoredActivity : JsonSerializerContext;
