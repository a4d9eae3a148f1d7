using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace ChatDesk.BotHost.Progress;

/// <summary>
/// Counts wrong links for each address: 20 a minute are answered 404, more 429. Genuine links are not counted, because
/// many owners share one address behind their carrier's.
/// </summary>
public sealed class WrongLinks : IDisposable
{
    public const int PermittedPerMinute = 20;
    private const int NetworkBytes = 8;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetFixedWindowLimiter(AddressOf(context), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = PermittedPerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));

    /// <returns>404, or 429 for an address that tried too many.</returns>
    public int Count(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        return lease.IsAcquired ? StatusCodes.Status404NotFound : StatusCodes.Status429TooManyRequests;
    }

    public void Dispose() => _limiter.Dispose();

    /// <summary>An IPv6 customer has a whole /64.</summary>
    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } address => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        { } address => address.MapToIPv4().ToString(),
        null => "",
    };
}
