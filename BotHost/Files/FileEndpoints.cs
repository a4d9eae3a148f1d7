using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Progress;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Tickets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Files;

/// <summary><c>GET /files/{key}</c>: a ticket's picture, voice or video, for who may see it; for all others it does not exist.</summary>
public static class FileEndpoints
{
    public static IServiceCollection AddFiles(this IServiceCollection services) => services.AddSingleton<FileStore>();

    public static void MapFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/files/{key}", GetAsync).ForEverybody("A file is given to its ticket's staff and, from the progress page, to its owner.").ExcludeFromDescription();

    private static async Task<Results<PhysicalFileHttpResult, NotFound>> GetAsync(
        string key, HttpContext context, DeskDb db, FileStore store, CurrentStaff staff, Policies policies, OwnerSessions owners, CancellationToken ct)
    {
        var found = await FindAsync(db, key, ct);
        if (found is null || store.Find(key) is not { } path)
            return TypedResults.NotFound();
        var member = await staff.FindAsync(ct);
        if (!(member is not null && policies.MaySee(member, found.Ticket)) && !MayOwnerSee(found, owners.AccessOf(context, found.Ticket.Number)))
            return TypedResults.NotFound();
        Protect(context.Response.Headers);
        return TypedResults.PhysicalFile(path, found.File.ContentType, enableRangeProcessing: true);
    }

    private static async Task<Found?> FindAsync(DeskDb db, string key, CancellationToken ct) => await (
        from file in db.Set<StoredFile>().AsNoTracking()
        where file.Key == key
        join happened in db.Set<TicketEvent>() on file.TicketEventId equals happened.Id
        join ticket in db.Set<Ticket>() on happened.TicketId equals ticket.Id
        select new Found(file, happened.Type, ticket)).SingleOrDefaultAsync(ct);

    /// <summary>The pictures of the steps that the progress page shows, and no others.</summary>
    private static bool MayOwnerSee(Found found, OwnerAccess access) =>
        ProgressSteps.ShowsPhotosOf(found.Type) && access >= (found.File.IsPrivate ? OwnerAccess.Photos : OwnerAccess.Page);

    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, max-age=300";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    private sealed record Found(StoredFile File, TicketEventType Type, Ticket Ticket);
}
