namespace ChatDesk.BotHost.Pages;

/// <summary>Sends styles, scripts and drawings compressed. Pages are left as they are: they hold secrets beside what strangers wrote (BREACH).</summary>
public static class SmallStaticFiles
{
    public static IServiceCollection AddSmallStaticFiles(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = ["text/css", "text/javascript", "application/javascript", "image/svg+xml", "application/manifest+json"];
    });
}
