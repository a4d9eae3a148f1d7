using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Tickets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Delivery;

/// <summary><c>GET /api/v1/tickets/{number}/reminders</c>: what the owner was told about a ticket, which way, and how many 客服消息 are left.</summary>
public static class DeliveryEndpoints
{
    public static void MapDelivery(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/api/v1/tickets/{number}/reminders", GetAsync).WithTags("Tickets").ForStaff(StaffRule.Console);
    }

    /// <returns>404 for a ticket that there is not, or that the member may not see.</returns>
    private static async Task<Results<Ok<RemindersView>, NotFound>> GetAsync(
        string number, DeskDb db, CurrentStaff staff, Policies policies, ReadReminders reminders, CancellationToken ct)
    {
        var ticket = await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Number == number, ct);
        if (ticket is null || !policies.MaySee(await staff.GetAsync(ct), ticket))
            return TypedResults.NotFound();
        var told = await reminders.RunAsync(ticket, ct);
        return TypedResults.Ok(new RemindersView(told.Budget, [.. told.Reminders.Select(ReminderView.Of)]));
    }
}

/// <summary>The API's shape of <see cref="OwnerReminders"/>.</summary>
/// <param name="Budget">left, of, endsAt (UTC, null while no window is open); null without a chat in the official account.</param>
/// <param name="Reminders">Newest first.</param>
public sealed record RemindersView(BudgetLeft? Budget, IReadOnlyList<ReminderView> Reminders);

/// <summary>One word to the owner.</summary>
/// <param name="QueuedAt">UTC.</param>
/// <param name="Text">In one line.</param>
/// <param name="Way">chat, template, sms, nextReply or person.</param>
/// <param name="State">queued, sending, sent, held, failed or superseded.</param>
/// <param name="SentAt">UTC; null before.</param>
/// <param name="Why">In Chinese, why earlier ways did not carry it; null for none.</param>
/// <param name="PossibleRepeat">The owner may have got it twice.</param>
public sealed record ReminderView(DateTimeOffset QueuedAt, string Text, string Way, string State, DateTimeOffset? SentAt, string? Why, bool PossibleRepeat)
{
    internal static ReminderView Of(OwnerReminder reminder) => new(
        reminder.QueuedAt, reminder.Line, Camel(reminder.Rung), Camel(reminder.State), reminder.SentAt, reminder.Why, reminder.IsPossibleRepeat);

    private static string Camel(Enum value) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
