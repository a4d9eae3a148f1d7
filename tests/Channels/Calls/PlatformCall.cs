using ChatDesk.Channels.Activities;
using ChatDesk.Tests.Channels.Protocol;

namespace ChatDesk.Tests.Channels.Calls;

/// <summary>One call of a client, as the file of this name has it from the platform's document.</summary>
/// <param name="File">Under Fixtures/Calls, such as <c>WeChat/menu-create</c>.</param>
/// <param name="Method">The client's method.</param>
/// <param name="Run">Makes the call and gives what came of it.</param>
internal sealed record PlatformCall(string File, string Method, Func<Clients, Task<CallResult>> Run)
{
    public override string ToString() => File;
}

/// <summary>What came of a call.</summary>
/// <param name="Outcome">Null where the method does not tell.</param>
/// <param name="Code">The platform's errcode.</param>
/// <param name="Value">What it gave; null for nothing.</param>
internal sealed record CallResult(SendOutcome? Outcome, int? Code, object? Value)
{
    public static async Task<CallResult> Of(Task<SendResult> call)
    {
        var result = await call;
        return new(result.Outcome, result.ErrorCode, result.Outcome is SendOutcome.Sent ? result : null);
    }

    public static async Task<CallResult> Of<T>(Task<ApiResult<T>> call)
        where T : class
    {
        var result = await call;
        return new(result.Outcome, result.ErrorCode, result.Value);
    }

    public static async Task<CallResult> Of(Task<string?> call) => new(null, null, await call);

    public static async Task<CallResult> Of(Task<MediaFile?> call) => new(null, null, await call);

    public static Task<CallResult> Of(string address) => Task.FromResult(new CallResult(SendOutcome.Sent, 0, address));
}
