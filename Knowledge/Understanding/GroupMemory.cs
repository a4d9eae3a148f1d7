namespace ChatDesk.Knowledge.Understanding;

/// <summary>One line that a group has said, as far as later lines need it.</summary>
public sealed record GroupLine(string? Sender, Intent Intent, Category? Category, Urgency Urgency, string? Building, bool Spoken);

/// <summary>What a group said lately: an immutable value that the caller keeps with the conversation and passes with the next line.</summary>
/// <param name="Lines">Oldest first, at most <see cref="Length"/>.</param>
public sealed record GroupMemory(IReadOnlyList<GroupLine> Lines)
{
    /// <summary>How many lines are kept.</summary>
    public const int Length = 30;

    public static GroupMemory Empty { get; } = new([]);

    /// <returns>The memory after this message.</returns>
    public GroupMemory After(MessageMeaning meaning, string? sender)
    {
        ArgumentNullException.ThrowIfNull(meaning);
        GroupLine line = new(sender, meaning.Intent, meaning.Category, meaning.Urgency, meaning.Location.Building, meaning.ShouldReply);
        return new([.. Lines.TakeLast(Length - 1), line]);
    }
}
