using Microsoft.AspNetCore.Mvc.Filters;

namespace ChatDesk.BotHost.Security;

/// <summary>The page belongs to one person: kept by no cache and no search engine, and its address goes to no other site.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PrivatePageAttribute : ResultFilterAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        PrivatePage.Protect(context.HttpContext.Response.Headers);
    }
}

/// <summary>The headers of such a page.</summary>
public static class PrivatePage
{
    public static void Protect(IHeaderDictionary headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
