using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatDesk.Channels.Sandbox.Platform;

/// <summary>Lets the faults that are switched on happen to calls of the played APIs.</summary>
internal sealed class FaultFilter(Faults faults) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var fault = faults.Take(http.Request.Path, FaultKind.Delay, FaultKind.Status, FaultKind.Error, FaultKind.ActThenHang);
        switch (fault?.Kind)
        {
            case FaultKind.Delay:
                await Task.Delay(TimeSpan.FromMilliseconds(fault.Milliseconds), TimeProvider.System, http.RequestAborted);
                return await next(context);
            case FaultKind.Status:
                return Results.StatusCode(fault.Status);
            case FaultKind.Error:
                return PlatformAnswer.Refuse(new(fault.ErrorCode, "switched on by hand"));
            case FaultKind.ActThenHang:
                await next(context);
                await HangAsync(http);
                return Results.Empty;
            default:
                return await next(context);
        }
    }

    private static async Task HangAsync(HttpContext http)
    {
        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        await Task.Delay(Timeout.InfiniteTimeSpan, gone.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        http.Abort();
    }
}
