using System.Net;
using System.Text.RegularExpressions;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Fees;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Tests.BotHost.Console;
using ChatDesk.Tests.Fixtures;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Security;

/// <summary>
/// All staff endpoints × all roles × another estate's records: each is answered as if it did not exist. The endpoints are the
/// running desk's own list, so a new one fails here until it says what its address is.
/// </summary>
public sealed partial class OtherEstateTests
{
    private const string Elsewhere = "elsewhere";

    /// <summary>Endpoints that name no record: they show what the member's own estates hold.</summary>
    private static readonly HashSet<string> _lists =
    [
        "console", "console/devices", "console/estates", "console/fees", "console/import", "console/manage", "console/materials", "console/new", "console/owners",
        "console/owners/new", "console/tasks", "/api/v1/estates", "/api/v1/owners", "/console/import/export/{kind}", "/console/import/template/{kind}", "/w/events",
    ];

    /// <summary>Endpoints that create: their body names the estate, and has tests of its own.</summary>
    private static readonly HashSet<string> _creating = ["POST /api/v1/devices", "POST /api/v1/estates", "POST /api/v1/owners", " console/sign-out"];

    [Theory, OnEachDatabase]
    public async Task Every_endpoint_hides_every_record_of_another_estate_from_every_role(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        var records = await RecordsAsync(desk);
        var endpoints = await EndpointsAsync(desk.Desk);
        Estate other = new() { Code = "OTHER", Name = "另一小区", Police = "110", Fire = "119", Medical = "120", Gas = "0", Desk = "0" };
        await desk.Desk.AddAsync(other);
        List<string> open = [];
        foreach (var role in Enum.GetValues<StaffRoles>().Where(role => role != StaffRoles.None && int.IsPow2((int)role)))
        {
            using var stranger = await desk.SignInAsync($"{Elsewhere}-{role}", role, other.Id);
            var token = HiddenNumber().Match(await stranger.ReadAsync("/console/password")).Groups[1].Value;
            using (await stranger.GetAsync(new Uri(desk.Desk.Services.GetRequiredService<Links>().Work(records.Values["number"], $"{Elsewhere}-{role}")).PathAndQuery))
            {
                // The link of a card from the time when the member still worked there starts a session of the work page.
            }

            foreach (var (method, route, handler) in endpoints)
            {
                using var answer = await AskAsync(stranger, method, records.AddressOf(route), handler, token);
                if (answer.StatusCode != HttpStatusCode.NotFound)
                    open.Add($"{role}: {method} {route} {handler} answers {(int)answer.StatusCode}");
            }

            foreach (var list in _lists.Where(list => !list.Contains('{', StringComparison.Ordinal) && !list.EndsWith("events", StringComparison.Ordinal)))
            {
                using var answer = await stranger.GetAsync("/" + list.TrimStart('/'));
                var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
                Assert.All(records.Secrets, secret => Assert.DoesNotContain(secret, page, StringComparison.Ordinal));
            }
        }

        Assert.Equal("", string.Join('\n', open));
        Assert.Equal(records.Counted, await CountAsync(desk));
    }

    private static Task<HttpResponseMessage> AskAsync(ConsoleBrowser stranger, string method, string address, string? handler, string token) => method switch
    {
        "GET" => stranger.GetAsync(address),
        "FORM" => stranger.SendBareAsync(handler is null ? address : $"{address}?handler={handler}", ("__RequestVerificationToken", token), ("action", "Comment"), ("text", "到此一游")),
        _ => stranger.SendJsonAsync(new HttpMethod(method), address, new { name = "别人", phone = "13800006667", version = 0, relation = "owner", item = "停车费", period = "2026-12", amount = "300", kind = "lift", code = "X" }),
    };

    /// <summary>Each staff endpoint that names a record: method ("FORM" for a page's form), route and the form's handler.</summary>
    private static async Task<List<(string Method, string Route, string? Handler)>> EndpointsAsync(Desk desk)
    {
        var pages = desk.Services.GetRequiredService<PageLoader>();
        List<(string, string, string?)> found = [];
        foreach (var endpoint in desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<StaffAccessAttribute>() is null || _lists.Contains(endpoint.RoutePattern.RawText!))
                continue;
            var route = endpoint.RoutePattern.RawText!;
            var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
            found.AddRange(methods.Where(method => !_creating.Contains($"{method} {route}")).Select(method => (method, route, (string?)null)));
            if (methods.Count > 0 || _creating.Contains($" {route}") || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
                continue;
            found.Add(("GET", route, null));
            var handlers = (await pages.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Where(handler => handler.HttpMethod == "Post");
            found.AddRange(handlers.Select(handler => ("FORM", route, handler.Name)));
        }

        Assert.True(found.Count > 30, $"only {found.Count} endpoints were seen");
        return [.. found.Distinct()];
    }

    private static async Task<Records> RecordsAsync(ConsoleDesk desk)
    {
        SandboxPhones phones = new(desk.Desk.Http);
        var phone = phones.Owner("openid-qian");
        await phone.FollowAsync();
        await phone.SayAsync("3栋2单元201厨房水管漏水");
        using var manager = await desk.SignInAsync("tao");
        var home = await desk.ReadAsync(db => db.Set<OwnerHome>().AsNoTracking().OrderBy(h => h.OwnerId).FirstAsync());
        using var fee = await manager.SendJsonAsync(HttpMethod.Put, $"/api/v1/rooms/{home.RoomId}/fees", new { item = "停车费", period = "2026-11", amount = "300" });
        using var device = await manager.SendAsync("/console/devices", "/console/devices", ("code", "3-2-L9"), ("kind", "lift"), ("place", "3-2"));
        var ticket = await desk.ReadAsync(db => db.Set<Ticket>().AsNoTracking().SingleAsync());
        var owner = await desk.ReadAsync(db => db.Set<Owner>().AsNoTracking().SingleAsync(o => o.Id == home.OwnerId));
        return new Records(
            await CountAsync(desk),
            [ticket.Number, owner.Phone, "3-2-L9"],
            new()
            {
                ["number"] = ticket.Number,
                ["roomId"] = $"{home.RoomId}",
                ["api/v1/devices"] = $"{await desk.ReadAsync(db => db.Set<Device>().OrderByDescending(d => d.Id).Select(d => d.Id).FirstAsync())}",
                ["api/v1/estates"] = $"{ticket.EstateId}",
                ["api/v1/fees"] = $"{await desk.ReadAsync(db => db.Set<FeeRecord>().Select(f => f.Id).FirstAsync())}",
                ["api/v1/owners"] = $"{owner.Id}",
                ["console/buildings"] = $"{ticket.BuildingId}",
                ["console/chats"] = $"{ticket.ConversationId}",
                ["console/estates"] = $"{ticket.EstateId}",
                ["console/import"] = $"{Guid.NewGuid()}",
                ["console/owners"] = $"{owner.Id}",
                ["console/rooms"] = $"{home.RoomId}",
            });
    }

    /// <summary>What nobody from elsewhere may add, change away or remove.</summary>
    private static Task<(int, int, int, int, int)> CountAsync(ConsoleDesk desk) => desk.ReadAsync(async db => (
        await db.Set<TicketEvent>().CountAsync(), await db.Set<FeeRecord>().CountAsync(), await db.Set<Device>().CountAsync(), await db.Set<OwnerHome>().CountAsync(),
        await db.Set<Room>().CountAsync()));

    private sealed record Records((int, int, int, int, int) Counted, string[] Secrets, Dictionary<string, string> Values)
    {
        /// <summary>The route with this estate's records in it.</summary>
        /// <exception cref="KeyNotFoundException">A new endpoint: say here which record it names.</exception>
        public string AddressOf(string route) => "/" + Parameter().Replace(route.TrimStart('/'), match =>
            Values.GetValueOrDefault(match.Groups[1].Value) ?? Values[route.TrimStart('/')[..(match.Index - 1)]]) + (route.EndsWith("/events", StringComparison.Ordinal) ? "?seen=0" : "");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex HiddenNumber();

    [GeneratedRegex(@"\{(\w+)(?::\w+)?\}")]
    private static partial Regex Parameter();
}
