using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Sandbox.Platform;

/// <summary>A platform's refusal.</summary>
/// <param name="Code">The errcode.</param>
/// <param name="Message">The errmsg, in the platform's words.</param>
internal readonly record struct PlatformError(int Code, string Message);

/// <summary>JSON as the platforms answer it: HTTP 200 with errcode and errmsg, also for a refusal.</summary>
internal static class PlatformAnswer
{
    public static IResult Ok(params (string Name, JsonNode? Value)[] fields) => Write(0, "ok", fields);

    public static IResult Refuse(PlatformError error) => RefuseWith(error);

    /// <summary>A refusal that says more than its code.</summary>
    public static IResult RefuseWith(PlatformError error, params (string Name, JsonNode? Value)[] fields) =>
        Write(error.Code, $"{error.Message} rid: {Guid.NewGuid():N}", fields);

    /// <summary>Answers of the token calls carry no errcode when they succeed.</summary>
    public static IResult Bare(params (string Name, JsonNode? Value)[] fields) => Write(null, null, fields);

    private static IResult Write(int? code, string? message, (string Name, JsonNode? Value)[] fields)
    {
        JsonObject answer = [];
        if (code is not null)
        {
            answer["errcode"] = code;
            answer["errmsg"] = message;
        }

        foreach (var (name, value) in fields)
            answer[name] = value;
        return Results.Content(answer.ToJsonString(), "application/json; charset=utf-8");
    }
}
