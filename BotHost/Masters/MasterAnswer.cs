using ChatDesk.BotHost.Texts;

namespace ChatDesk.BotHost.Masters;

/// <summary>What a program hears of a change: the id, or a problem detail.</summary>
public static class MasterAnswer
{
    public static IResult Of(MasterOutcome outcome) => outcome switch
    {
        MasterOutcome.Saved saved => TypedResults.Ok(new { saved.Id }),
        MasterOutcome.Invalid invalid => TypedResults.ValidationProblem(
            invalid.Problems.GroupBy(problem => Camel(problem.Field)).ToDictionary(field => field.Key, field => field.Select(problem => problem.Message).ToArray())),
        MasterOutcome.Stale => TypedResults.Problem(MasterTexts.Stale, statusCode: StatusCodes.Status409Conflict),
        MasterOutcome.InUse used => TypedResults.Problem(used.Reason, statusCode: StatusCodes.Status409Conflict),
        _ => Missing(),
    };

    public static IResult Missing() => TypedResults.Problem(MasterTexts.NotFound, statusCode: StatusCodes.Status404NotFound);

    private static string Camel(string field) => char.ToLowerInvariant(field[0]) + field[1..];
}
