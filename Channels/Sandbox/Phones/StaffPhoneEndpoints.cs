using ChatDesk.Channels.Sandbox.WeComApp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ChatDesk.Channels.Sandbox.Phones;

/// <summary>What can be done on a member's phone. The query's <c>account</c> names the application; without it the first one is meant.</summary>
internal static class StaffPhoneEndpoints
{
    public static void MapStaffPhones(this IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/phones/staff/{userId}");
        staff.MapGet("", (string userId, SandboxPhones phones) => Results.Ok(phones.Screen(PhoneKind.Staff, userId)));
        staff.MapPut("", (string userId, PhoneName name, SandboxPhones phones) => phones.Introduce(PhoneKind.Staff, userId, name.Name, name.Role, name.Phrases));
        staff.MapPost("/leave", (string userId, SandboxPhones phones) => phones.SetFollowing(PhoneKind.Staff, userId, following: false));
        staff.MapPost("/join", (string userId, SandboxPhones phones) => phones.SetFollowing(PhoneKind.Staff, userId, following: true));
        staff.MapPost("/text", (string userId, StaffDoes.Text does, StaffPhones phones, AccountChoice choice, CancellationToken ct) =>
            choice.DoForAppAsync(app => phones.TextAsync(app, userId, does.Content, ct)));
        staff.MapPost("/click", (string userId, StaffDoes.Click does, StaffPhones phones, AccountChoice choice, CancellationToken ct) =>
            choice.DoForAppAsync(app => phones.ClickAsync(app, userId, does.Key, ct)));
        staff.MapPost("/open", (string userId, StaffPhones phones, AccountChoice choice, CancellationToken ct) =>
            choice.DoForAppAsync(app => phones.OpenAsync(app, userId, ct)));
        staff.MapPost("/image", ImageAsync);
        staff.MapPost("/press", PressAsync);
    }

    private static async Task<IResult> ImageAsync(string userId, HttpRequest request, StaffPhones phones, AccountChoice choice, CancellationToken ct) =>
        await PhoneEndpoints.ReadPictureAsync(request, ct) is { } picture
            ? await choice.DoForAppAsync(app => phones.ImageAsync(app, userId, picture, ct))
            : Results.BadRequest();

    private static async Task<IResult> PressAsync(
        string userId, StaffDoes.Press press, StaffPhones phones, PlayedAccounts accounts, CancellationToken ct)
    {
        if (phones.FindPressable(userId, press) is not { } card)
            return Results.Conflict();
        return accounts.Applications.FirstOrDefault(a => a.Key == card.App) is { } app
            ? Results.Ok(await phones.PressAsync(app, userId, card, press, ct))
            : Results.NotFound();
    }
}
