using System.ComponentModel.DataAnnotations;

namespace ChatDesk.Channels.Protocol;

/// <summary>What all callbacks share; the section <c>Channels</c>.</summary>
public sealed class CallbackOptions
{
    /// <summary>How far a callback's signed timestamp may be from the machine's clock, either way. Default 10 min, 1 s to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan CallbackTolerance { get; set; } = TimeSpan.FromMinutes(10);
}
