using System.Text.Json.Serialization;

namespace ChatDesk.Channels.Sandbox.Platform;

/// <summary>What can go wrong on request.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
public enum FaultKind
{
    /// <summary>A call is answered late.</summary>
    Delay,

    /// <summary>A call is answered with an HTTP status and nothing is done.</summary>
    Status,

    /// <summary>A call is answered with an errcode and nothing is done.</summary>
    Error,

    /// <summary>A call is carried out and never answered.</summary>
    ActThenHang,

    /// <summary>A callback is sent twice at the same time.</summary>
    Duplicate,

    /// <summary>A callback waits until the one after it was sent.</summary>
    Swap,

    /// <summary>A callback is sent once more after the one that follows it.</summary>
    RepeatLater,

    /// <summary>The platform does not see the answer to a callback's first attempt and tries again.</summary>
    LoseAnswer,
}

/// <summary>A fault that waits for its chance.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Api">Which calls: a part of the path such as <c>custom/send</c> or <c>/sandbox/wecom</c>; null for all. Callbacks: <c>wechat</c> or <c>wecom</c>.</param>
/// <param name="Times">How often; null until cleared.</param>
/// <param name="Milliseconds">How late, for <see cref="FaultKind.Delay"/>.</param>
/// <param name="Status">Which HTTP status, for <see cref="FaultKind.Status"/>.</param>
/// <param name="ErrorCode">Which errcode, for <see cref="FaultKind.Error"/>.</param>
public sealed record Fault(FaultKind Kind, string? Api = null, int? Times = 1, int Milliseconds = 0, int Status = 503, int ErrorCode = -1);

/// <summary>The faults that are switched on.</summary>
internal sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _waiting = [];

    public void Add(Fault fault)
    {
        lock (_gate)
            _waiting.Add(fault);
    }

    public void Clear()
    {
        lock (_gate)
            _waiting.Clear();
    }

    public IReadOnlyList<Fault> List()
    {
        lock (_gate)
            return [.. _waiting];
    }

    /// <returns>The first fault of these kinds that fits, used up once; null where nothing goes wrong.</returns>
    public Fault? Take(string api, params ReadOnlySpan<FaultKind> kinds)
    {
        lock (_gate)
        {
            for (var i = 0; i < _waiting.Count; i++)
            {
                var fault = _waiting[i];
                if (!kinds.Contains(fault.Kind) || (fault.Api is not null && !api.Contains(fault.Api, StringComparison.Ordinal)))
                    continue;
                Use(i);
                return fault;
            }

            return null;
        }
    }

    private void Use(int index)
    {
        var fault = _waiting[index];
        if (fault.Times is not { } times)
            return;
        if (times > 1)
            _waiting[index] = fault with { Times = times - 1 };
        else
            _waiting.RemoveAt(index);
    }
}
