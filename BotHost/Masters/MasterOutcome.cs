namespace ChatDesk.BotHost.Masters;

/// <summary>A field that cannot be kept as it was sent.</summary>
/// <param name="Field">The form's name for it.</param>
/// <param name="Message">For the person who typed it.</param>
public sealed record FieldProblem(string Field, string Message);

/// <summary>What came of a change of the register.</summary>
public abstract record MasterOutcome
{
    /// <summary>It is kept, or was so before.</summary>
    public sealed record Saved(long Id) : MasterOutcome;

    /// <summary>There is no such record for this member of staff.</summary>
    public sealed record Missing : MasterOutcome;

    /// <summary>Nothing was changed: something typed is wrong.</summary>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : MasterOutcome;

    /// <summary>Nothing was changed: somebody else changed it since it was read.</summary>
    public sealed record Stale : MasterOutcome;

    /// <summary>Nothing was changed: other records need it.</summary>
    /// <param name="Reason">For the person who wanted it.</param>
    public sealed record InUse(string Reason) : MasterOutcome;

    public static MasterOutcome Wrong(string field, string message) => new Invalid([new(field, message)]);
}
