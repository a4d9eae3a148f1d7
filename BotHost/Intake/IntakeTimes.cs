namespace ChatDesk.BotHost.Intake;

/// <summary>The times of the way of one message; the platforms' own limits decide them, so they are not settings.</summary>
internal static class IntakeTimes
{
    /// <summary>From arrival until the callback is answered without the reply (the platforms hang up after 5 s).</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(4);

    /// <summary>How long an instance may work on a message before another takes it up.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    /// <summary>How long a repeat of a running message watches for its reply.</summary>
    public static readonly TimeSpan WatchRunning = TimeSpan.FromSeconds(2);

    public static readonly TimeSpan WatchEach = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// How long a committed reply waits to be handed over in a callback before it goes out another way:
    /// the platform asks three times within 15 s.
    /// </summary>
    public static readonly TimeSpan HandOverWithin = TimeSpan.FromSeconds(20);

    /// <summary>How often a turn is tried before a person has to look.</summary>
    public const int MaxAttempts = 5;
}
