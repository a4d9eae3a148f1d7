using ChatDesk.BotHost.Pages;
using ChatDesk.BotHost.Texts;
using Microsoft.AspNetCore.Http.Features;

namespace ChatDesk.BotHost.Work;

/// <summary>Answers a form too large to be read with a kind word. The body is let pass by: a browser that is cut off shows its own error instead.</summary>
public static class UploadLimit
{
    /// <summary>Above what the page itself refuses with everything typed kept, below what the server takes.</summary>
    private const long MaxBodyBytes = 28_000_000;

    /// <summary>What nobody sends from a phone is cut off after all.</summary>
    private const long MaxPassedBytes = 200_000_000;

    public static IApplicationBuilder UseUploadLimit(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.ContentLength is not > MaxBodyBytes || TextFor(context.Request.Path) is not { } text)
        {
            await next(context);
            return;
        }

        if (context.Request.ContentLength <= MaxPassedBytes && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MaxPassedBytes;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(PhoneMessages.Plain(WorkPageTexts.TooLargeTitle, text), context.RequestAborted);
    });

    /// <summary>What to do about it, on the pages that take files.</summary>
    private static string? TextFor(PathString path)
    {
        if (path.StartsWithSegments("/w", StringComparison.Ordinal))
            return WorkPageTexts.PhotosTooLarge;
        return path.StartsWithSegments("/console/import", StringComparison.OrdinalIgnoreCase) ? ImportTexts.TooLarge : null;
    }
}
