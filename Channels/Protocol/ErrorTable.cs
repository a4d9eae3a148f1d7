using System.Collections.Frozen;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.Protocol;

/// <summary>A platform's error codes as data.</summary>
/// <param name="errors">A code that is not listed is for a person to look at.</param>
internal sealed class ErrorTable(IEnumerable<ApiError> errors)
{
    private readonly FrozenDictionary<int, ApiError> _errors = errors.ToFrozenDictionary(error => error.Code);

    public IEnumerable<ApiError> Errors => _errors.Values;

    /// <summary>What the code means; for one that is not listed, whom to ask.</summary>
    public ApiError Explain(int code) => _errors.GetValueOrDefault(code)
        ?? new ApiError(code, ErrorKind.Alert, "没有收录的错误码", "请在平台文档里查这个错误码；错误信息里的 rid 可以在平台后台查到详情。");

    public SendOutcome Outcome(int code) => code == 0 ? SendOutcome.Sent : Explain(code).Outcome;

    public bool IsTokenRefused(ApiAnswer answer) => answer.Code is { } code && _errors.GetValueOrDefault(code) is { Kind: ErrorKind.Refresh };
}
