using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatDesk.BotHost.Tickets;

/// <summary>How an event's facts are stored. The hash chain covers this text: names and order are part of the record.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(TicketEventData))]
internal sealed partial class TicketJson : JsonSerializerContext;
