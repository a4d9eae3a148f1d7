using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ChatDesk.Tests.Channels.Protocol;

/// <summary>Listens to the counter of refused callbacks. Other tests count too: only what a test itself causes may be asserted.</summary>
internal sealed class Rejections : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentBag<string> _reasons = [];

    public Rejections()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "ChatDesk.Channels", Name: "chatdesk.callback.rejected" })
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag.Key == "reason")
                    _reasons.Add((string)tag.Value!);
            }
        });
        _listener.Start();
    }

    public bool Saw(string reason) => _reasons.Contains(reason);

    public void Dispose() => _listener.Dispose();
}
