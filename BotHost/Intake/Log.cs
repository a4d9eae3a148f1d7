namespace ChatDesk.BotHost.Intake;

internal static partial class Log
{
    [LoggerMessage(1101, LogLevel.Error, "{Count} handed-over replies could not be noted; they may be sent again.")]
    public static partial void HandOversNotNoted(ILogger logger, int count, Exception exception);

    [LoggerMessage(1103, LogLevel.Error, "Taking up what was left behind failed; it is tried again.")]
    public static partial void RecoveryFailed(ILogger logger, Exception exception);

    [LoggerMessage(1102, LogLevel.Error, "The turn of message {Id} failed at attempt {Attempt}.")]
    public static partial void TurnFailed(ILogger logger, long id, int attempt, Exception exception);
}
