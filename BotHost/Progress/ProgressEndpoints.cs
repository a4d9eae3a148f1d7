using ChatDesk.BotHost.Live;
using ChatDesk.BotHost.Security;
using QRCoder;

namespace ChatDesk.BotHost.Progress;

/// <summary>What belongs to the progress page beside the page: its QR code and its live events.</summary>
public static class ProgressEndpoints
{
    private const string Reason = "The owner's secret link.";
    private const int PixelsPerModule = 8;

    public static IServiceCollection AddProgress(this IServiceCollection services) => services
        .AddSingleton<OwnerSessions>()
        .AddSingleton<WrongLinks>()
        .AddSingleton<UnlockPhotos>()
        .AddScoped<ReadProgress>();

    public static void MapProgress(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/t/{token}").ForEverybody(Reason).ExcludeFromDescription();
        group.MapGet("/qr.svg", QrCodeAsync);
        group.MapGet("/events", EventsAsync);
    }

    private static async Task<IResult> QrCodeAsync(string token, HttpContext context, ReadProgress progress, Links links, WrongLinks wrong, CancellationToken ct)
    {
        if (await progress.OpenAsync(token, ct) is not { } number)
            return TypedResults.StatusCode(wrong.Count(context));
        using var data = QRCodeGenerator.GenerateQrCode(links.Progress(number), QRCodeGenerator.ECCLevel.M);
        PrivatePage.Protect(context.Response.Headers);
        return TypedResults.Text(new SvgQRCode(data).GetGraphic(PixelsPerModule), "image/svg+xml");
    }

    /// <param name="token">The page's.</param>
    /// <param name="seen">The sequence that the page shows.</param>
    /// <param name="context">The request.</param>
    /// <param name="progress">Checks the link.</param>
    /// <param name="wrong">Counts wrong links.</param>
    /// <param name="feed">Tells of changes.</param>
    /// <param name="ct">Cancelled when the page is left.</param>
    private static async Task<IResult> EventsAsync(
        string token, int seen, HttpContext context, ReadProgress progress, WrongLinks wrong, TicketFeed feed, CancellationToken ct)
    {
        if (await progress.OpenAsync(token, ct) is not { } number)
            return TypedResults.StatusCode(wrong.Count(context));
        PrivatePage.Protect(context.Response.Headers);
        return TypedResults.ServerSentEvents(LiveEvents.Of(feed.WatchAsync(number, seen, ct)));
    }
}
