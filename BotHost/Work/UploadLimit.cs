using ChatDesk.BotHost.Pages;
using ChatDesk.BotHost.Texts;

namespace ChatDesk.BotHost.Work;

/// <summary>Answers a form too large to be read at all with a kind word, before its body is taken.</summary>
public static class UploadLimit
{
    /// <summary>Above what the page itself refuses with everything typed kept, below what the server takes.</summary>
    private const long MaxBodyBytes = 28_000_000;

    public static IApplicationBuilder UseUploadLimit(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.ContentLength is not > MaxBodyBytes || !context.Request.Path.StartsWithSegments("/w", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(PhoneMessages.Plain(WorkPageTexts.TooLargeTitle, WorkPageTexts.PhotosTooLarge), context.RequestAborted);
    });
}
