namespace ChatDesk.Channels.Activities;

/// <summary>What a platform answered to a call that reads or makes something.</summary>
/// <param name="Value">What was asked for; null where the platform refused.</param>
/// <param name="Outcome">The reaction that the platform's documents ask for; <see cref="SendOutcome.Sent"/> with a value.</param>
/// <param name="ErrorCode">The platform's errcode, 0 for success; null where no answer came.</param>
/// <param name="Error">The platform's errmsg, without tokens.</param>
public sealed record ApiResult<T>(T? Value, SendOutcome Outcome = SendOutcome.Sent, int? ErrorCode = 0, string? Error = null)
    where T : class;
