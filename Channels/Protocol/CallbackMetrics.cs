using System.Diagnostics.Metrics;

namespace ChatDesk.Channels.Protocol;

/// <summary>Counts callbacks under the meter "ChatDesk.Channels".</summary>
internal static class CallbackMetrics
{
    public const string MeterName = "ChatDesk.Channels";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Received =
        Meter.CreateCounter<long>("chatdesk.callback.received", "{message}", "Messages that were verified, read and handed to the desk.");

    private static readonly Counter<long> Rejected =
        Meter.CreateCounter<long>("chatdesk.callback.rejected", "{request}", "Callbacks that were not accepted, by reason.");

    public static void CountReceived(string channel) => Received.Add(1, new KeyValuePair<string, object?>("channel", channel));

    public static void CountRejected(string channel, CallbackFailure reason) =>
        Rejected.Add(1, new("channel", channel), new("reason", Reason(reason)));

    private static string Reason(CallbackFailure reason) => reason switch
    {
        CallbackFailure.Account => "account",
        CallbackFailure.Size => "size",
        CallbackFailure.Signature => "signature",
        CallbackFailure.Stale => "stale",
        CallbackFailure.Encoding => "encoding",
        CallbackFailure.Padding => "padding",
        CallbackFailure.Length => "length",
        CallbackFailure.Id => "id",
        CallbackFailure.Xml => "xml",
        CallbackFailure.Field => "field",
        CallbackFailure.Desk => "desk",
        _ => "none",
    };
}
