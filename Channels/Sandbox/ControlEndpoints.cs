using ChatDesk.Channels.Sandbox.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace ChatDesk.Channels.Sandbox;

/// <summary>The clock, the faults and the tokens, moved by hand.</summary>
internal static class ControlEndpoints
{
    /// <param name="AdvanceSeconds">How far to move; null for none.</param>
    /// <param name="Set">The time to move to, not before now; null for none.</param>
    public sealed record ClockMove(double? AdvanceSeconds = null, DateTimeOffset? Set = null);

    /// <param name="Owner">The account's key, such as <c>wechat:demo</c> or <c>wecom:desk</c>; null for all.</param>
    public sealed record Revocation(string? Owner = null);

    public static void MapControls(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/clock", ([FromServices] IMovableClock clock) => Results.Ok(new { clock.Now }));
        routes.MapPost("/clock", Move);
        routes.MapGet("/faults", (Faults faults) => Results.Ok(faults.List()));
        routes.MapPost("/faults", (Fault fault, Faults faults) => faults.Add(fault));
        routes.MapDelete("/faults", (Faults faults) => faults.Clear());
        routes.MapPost("/tokens/revoke", (Revocation which, AccessTokens tokens) => Results.Ok(new { Revoked = tokens.Revoke(which.Owner) }));
    }

    private static IResult Move(ClockMove move, [FromServices] IMovableClock clock)
    {
        var by = move.Set is { } time ? time - clock.Now : TimeSpan.FromSeconds(move.AdvanceSeconds ?? 0);
        if (by < TimeSpan.Zero)
            return Results.Problem("The desk's clock only moves forward.", statusCode: StatusCodes.Status400BadRequest);
        clock.Advance(by);
        return Results.Ok(new { clock.Now });
    }
}
