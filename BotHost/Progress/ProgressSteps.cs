using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Texts;
using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Progress;

/// <summary>One line of the time line.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Text">As the owner reads it.</param>
/// <param name="Photos">Pictures of the step that this browser may see.</param>
/// <param name="LockedPhotos">How many more there are, taken inside the home.</param>
public sealed record ProgressStep(DateTimeOffset At, string Text, IReadOnlyList<StoredFile> Photos, int LockedPhotos);

/// <summary>Which events owners see, and in what words. Everything not named here stays inside.</summary>
public static class ProgressSteps
{
    /// <summary>Pictures that the workers took for the owner .</summary>
    public static bool ShowsPhotosOf(TicketEventType type) =>
        type is TicketEventType.StepAdded or TicketEventType.Arrived or TicketEventType.Finished;

    /// <param name="happened">The ticket's events in order, with texts and files.</param>
    /// <param name="staff">The people they name, by WeCom user id.</param>
    /// <param name="access">What the browser may see.</param>
    /// <param name="time">How the page writes an instant.</param>
    public static IReadOnlyList<ProgressStep> From(
        IEnumerable<TicketEvent> happened, IReadOnlyDictionary<string, StaffMember> staff, OwnerAccess access, Func<DateTimeOffset, string> time)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return [.. happened.OrderBy(e => e.HappenedAt).Select(e => (Event: e, Text: TextOf(e, staff, time))).Where(step => step.Text is not null).Select(step => Step(step.Event, step.Text!, access))];
    }

    private static ProgressStep Step(TicketEvent happened, string text, OwnerAccess access)
    {
        var photos = ShowsPhotosOf(happened.Type) ? happened.Photos : [];
        var shown = photos.Where(file => access == OwnerAccess.Photos || !file.IsPrivate).ToList();
        return new(happened.HappenedAt, text, shown, photos.Count - shown.Count);
    }

    /// <returns>Null for what owners do not see.</returns>
    private static string? TextOf(TicketEvent happened, IReadOnlyDictionary<string, StaffMember> staff, Func<DateTimeOffset, string> time)
    {
        var data = happened.Data;
        return happened.Type switch
        {
            TicketEventType.Opened => OwnerPageTexts.Opened,
            TicketEventType.Dispatched => OwnerPageTexts.Dispatched,
            TicketEventType.Accepted => OwnerPageTexts.Accepted,
            TicketEventType.Assigned or TicketEventType.Transferred => OwnerPageTexts.Assigned(Worker(data.Assignee, staff)),
            TicketEventType.Returned => OwnerPageTexts.Returned,
            TicketEventType.ContactMade => OwnerPageTexts.ContactMade(Worker(happened.ActorId, staff)),
            TicketEventType.Promised when data.ExpectedArrivalAt is { } at => OwnerPageTexts.Promised(time(at)),
            TicketEventType.Departed => OwnerPageTexts.Departed(Worker(happened.ActorId, staff)),
            TicketEventType.Arrived => OwnerPageTexts.Arrived(Worker(happened.ActorId, staff)),
            TicketEventType.StepAdded => happened.Text?.Text ?? OwnerPageTexts.StepWithoutWords(data.Materials is not null || data.Used is not null),
            TicketEventType.Paused when data.PausedUntil is { } until => OwnerPageTexts.Paused(data.Pause, time(until)),
            TicketEventType.Resumed => OwnerPageTexts.Resumed,
            TicketEventType.Finished => OwnerPageTexts.Finished(happened.Text?.Text, data.Signature is not null),
            TicketEventType.Reopened => OwnerPageTexts.Reopened,
            TicketEventType.Closed => OwnerPageTexts.Closed,
            TicketEventType.Cancelled => OwnerPageTexts.Cancelled,
            TicketEventType.Merged => OwnerPageTexts.Merged,
            _ => null,
        };
    }

    private static string Worker(string? weComUserId, IReadOnlyDictionary<string, StaffMember> staff) =>
        OwnerPageTexts.Worker(weComUserId is null ? null : staff.GetValueOrDefault(weComUserId)?.Name);
}
