using ChatDesk.Channels.Sandbox.OfficialAccount;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ChatDesk.Channels.Sandbox.Phones;

/// <summary>What can be done on an owner's phone. The query's <c>account</c> names the official account; without it the first one is meant.</summary>
internal static class OwnerPhoneEndpoints
{
    public static void MapOwnerPhones(this IEndpointRouteBuilder routes)
    {
        var owners = routes.MapGroup("/phones/owners/{openId}");
        owners.MapGet("", (string openId, SandboxPhones phones) => Results.Ok(phones.Screen(PhoneKind.Owner, openId)));
        owners.MapPut("", (string openId, PhoneName name, SandboxPhones phones) => phones.Introduce(PhoneKind.Owner, openId, name.Name, name.Role, name.Phrases));
        owners.MapGet("/budget", Budget);
        owners.MapPost("/follow", (string openId, OwnerDoes.Follow does, OwnerPhones phones, AccountChoice choice, CancellationToken ct) =>
            choice.DoAsync(account => phones.FollowAsync(account, openId, does.Scene, ct)));
        owners.MapPost("/unfollow", (string openId, OwnerPhones phones, AccountChoice choice, CancellationToken ct) =>
            choice.DoAsync(account => phones.UnfollowAsync(account, openId, ct)));
        owners.MapPost("/scan", (string openId, OwnerDoes.Scan does, OwnerPhones phones, AccountChoice choice, CancellationToken ct) =>
            choice.DoAsync(account => phones.ScanAsync(account, openId, does.Scene, ct)));
        owners.MapPost("/click", (string openId, OwnerDoes.Click does, OwnerPhones phones, AccountChoice choice, CancellationToken ct) =>
            choice.DoAsync(account => phones.ClickAsync(account, openId, does.Key, ct)));
        owners.MapPost("/consent", (string openId, OwnerDoes.Consent does, OwnerPhones phones, AccountChoice choice, CancellationToken ct) =>
            choice.DoAsync(account => phones.ConsentAsync(account, openId, does, ct)));
        MapMessages(owners);
    }

    private static void MapMessages(RouteGroupBuilder owners)
    {
        owners.MapPost("/text", (string openId, OwnerDoes.Text does, OwnerPhones phones, AccountChoice choice, CancellationToken ct) =>
            choice.DoAsync(account => phones.TextAsync(account, openId, does.Content, ct)));
        owners.MapPost("/tap", (string openId, OwnerDoes.Tap does, OwnerPhones phones, AccountChoice choice, CancellationToken ct) =>
            choice.DoAsync(account => phones.TapAsync(account, openId, does, ct)));
        owners.MapPost("/voice", (string openId, OwnerDoes.Voice does, OwnerPhones phones, AccountChoice choice, CancellationToken ct) =>
            choice.DoAsync(account => phones.VoiceAsync(account, openId, does.Recognition, ct)));
        owners.MapPost("/location", (string openId, OwnerDoes.Location does, OwnerPhones phones, AccountChoice choice, CancellationToken ct) =>
            choice.DoAsync(account => phones.LocationAsync(account, openId, does, ct)));
        owners.MapPost("/link", (string openId, OwnerDoes.Link does, OwnerPhones phones, AccountChoice choice, CancellationToken ct) =>
            choice.DoAsync(account => phones.LinkAsync(account, openId, does, ct)));
        owners.MapPost("/other", (string openId, OwnerDoes.Other does, OwnerPhones phones, AccountChoice choice, CancellationToken ct) =>
            choice.DoAsync(account => phones.OtherAsync(account, openId, does, ct)));
        owners.MapPost("/image", ImageAsync);
    }

    private static async Task<IResult> ImageAsync(string openId, HttpRequest request, OwnerPhones phones, AccountChoice choice, CancellationToken ct) =>
        await PhoneEndpoints.ReadPictureAsync(request, ct) is { } picture
            ? await choice.DoAsync(account => phones.ImageAsync(account, openId, picture, ct))
            : Results.BadRequest();

    private static Task<IResult> Budget(string openId, SendingWindows windows, AccountChoice choice) => choice.DoAsync(account =>
    {
        var (left, until) = windows.Budget(account.Key, openId);
        return Task.FromResult(new { Left = left, Until = until });
    });
}
