using System.Text;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Security;

namespace ChatDesk.BotHost.Work;

/// <summary>The addresses of the installable app. They hold no data and are for everybody.</summary>
internal static class WorkAppEndpoints
{
    private const string Script = "text/javascript; charset=utf-8";
    private const string Reason = "The work pages' script and home screen hold no data.";

    public static void MapWorkApp(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").ForEverybody(Reason).ExcludeFromDescription();
        group.MapGet(WorkApp.Worker, (HttpContext context, WorkApp app) => Fresh(context, TypedResults.Text(app.WorkerScript, Script, Encoding.UTF8)));
        group.MapGet(WorkApp.Manifest, async (HttpContext context, CompanyCard company) =>
            Fresh(context, TypedResults.Json(WorkApp.ManifestFor((await company.GetAsync()).Name), contentType: "application/manifest+json")));
        group.MapGet("/w/app/{version}/{module}", Module);
    }

    /// <summary>Kept by browsers for good under its version; another version's address gives what there is now.</summary>
    private static IResult Module(string version, string module, HttpContext context, WorkApp app)
    {
        if (app.Find(module) is not { } script)
            return TypedResults.NotFound();
        context.Response.Headers.CacheControl = version == app.Version ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(script, Script);
    }

    private static IResult Fresh(HttpContext context, IResult result)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return result;
    }
}
