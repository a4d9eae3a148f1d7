using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace ChatDesk.Channels.Sandbox.Phones;

/// <summary>The list of phones, their screens, and a stream that says when something changed.</summary>
internal static class PhoneEndpoints
{
    private const int PictureBytes = 20 * 1024 * 1024;

    public static void MapPhones(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/phones", (SandboxPhones phones) => Results.Ok(new { phones.Version, Phones = phones.List() }));
        routes.MapGet("/phones/events", (SandboxPhones phones, IHostApplicationLifetime lifetime, CancellationToken ct) =>
            TypedResults.ServerSentEvents(ChangesAsync(phones, lifetime.ApplicationStopping, ct)));
        routes.MapGet("/pictures/{mediaId}", (string mediaId, MediaShelf media) =>
            media.Find(mediaId) is { } file ? Results.File(file.Bytes, file.ContentType) : Results.NotFound());
        routes.MapGet("/phones/owners/{id}/browse", (string id, string url, HttpContext http) => Browse(http, PhoneKind.Owner, id, url));
        routes.MapGet("/phones/staff/{id}/browse", (string id, string url, HttpContext http) => Browse(http, PhoneKind.Staff, id, url));
        routes.MapOwnerPhones();
        routes.MapStaffPhones();
    }

    /// <summary>The picture in a request's form field <c>file</c>.</summary>
    /// <returns>Null where there is none or it is over 20 MB.</returns>
    public static async Task<MediaFile?> ReadPictureAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType || (await request.ReadFormAsync(ct)).Files.GetFile("file") is not { Length: <= PictureBytes } file)
            return null;
        using MemoryStream bytes = new();
        await file.CopyToAsync(bytes, ct);
        return new(file.FileName, file.ContentType, bytes.ToArray());
    }

    /// <summary>Opens a page as if on this phone: the authorize page then knows whose it is.</summary>
    private static IResult Browse(HttpContext http, string kind, string id, string url)
    {
        if (!Uri.TryCreate(http.Request.Host.HasValue ? new Uri($"{http.Request.Scheme}://{http.Request.Host}") : null, url, out var page)
            || page.Scheme is not ("http" or "https"))
            return Results.BadRequest();
        http.Response.Cookies.Append(AuthorizePage.Cookie, $"{kind}:{id}", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/sandbox" });
        return Results.Redirect(page.AbsoluteUri);
    }

    private static async IAsyncEnumerable<SseItem<long>> ChangesAsync(
        SandboxPhones phones, CancellationToken stopping, [EnumeratorCancellation] CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, ct);
        var version = phones.Version;
        while (!either.IsCancellationRequested)
        {
            yield return new(version, "changed");
            var next = phones.WaitAsync(version, either.Token);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!next.IsCompletedSuccessfully)
                yield break;
            version = await next;
        }
    }
}
