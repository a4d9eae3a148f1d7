using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatDesk.BotHost.Delivery;

/// <summary>What is left of the 客服消息 to one owner.</summary>
/// <param name="Left">How many may still be sent.</param>
/// <param name="Of">How many the window had.</param>
/// <param name="EndsAt">When it closes; null where none is open.</param>
public sealed record BudgetLeft(int Left, int Of, DateTimeOffset? EndsAt);

/// <summary>
/// Charges sends to the platforms' budgets, inside the change that marks a send. Nothing is kept in memory: the figures are
/// the same after a restart and on every instance.
/// </summary>
public sealed class BudgetLedger(DeskDb db, DeskCalendar calendar, IOptions<BudgetLimits> limits)
{
    private readonly BudgetLimits _limits = limits.Value;

    /// <summary>What the desk sees. Where a long and a short window are open, a message counts against both.</summary>
    public async Task<BudgetLeft> LeftAsync(Conversation conversation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var open = SendWindow.Of(conversation, calendar.Now);
        var uses = await UsesAsync(conversation.Account, conversation.PeerId, ct);
        return Paying(open, uses) is { } window
            ? new BudgetLeft(LeftIn(window, uses), _limits.Of(window.Budget), window.EndsAt)
            : new BudgetLeft(0, _limits.AfterMessage, null);
    }

    /// <summary>Takes one 客服消息 if more than <paramref name="keep"/> are left.</summary>
    public async Task<bool> TryTakeMessageAsync(Conversation conversation, int keep, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var open = SendWindow.Of(conversation, calendar.Now);
        var uses = open.Count == 0 ? [] : await UsesAsync(conversation.Account, conversation.PeerId, ct);
        if (Paying(open, uses) is not { } paying || LeftIn(paying, uses) <= keep)
            return false;
        foreach (var window in open)
            Use(uses, window.Budget, conversation.Account, conversation.PeerId).Take(window.EndsAt);
        return true;
    }

    /// <summary>The platform did not take it.</summary>
    public async Task GiveMessageBackAsync(Conversation conversation, DateTimeOffset takenAt, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        foreach (var use in await UsesAsync(conversation.Account, conversation.PeerId, ct))
            use.GiveBack(takenAt, use.Budget == SendBudget.CustomerMessage ? BudgetLimits.MessageWindow : BudgetLimits.TapWindow);
    }

    /// <summary>The platform says that its window is closed or used up: its word is the truth.</summary>
    public async Task UseUpMessagesAsync(Conversation conversation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var uses = await UsesAsync(conversation.Account, conversation.PeerId, ct);
        foreach (var window in SendWindow.Of(conversation, calendar.Now))
            Use(uses, window.Budget, conversation.Account, conversation.PeerId).UseUp(window.EndsAt, _limits.Of(window.Budget));
    }

    /// <summary>Takes one of what an account has a day (模板消息) or a month (群发).</summary>
    public async Task<bool> TryTakeOfAccountAsync(SendBudget budget, string account, CancellationToken ct)
    {
        var use = await AccountUseAsync(budget, account, ct);
        var endsAt = EndOf(budget);
        if (use.UsedIn(endsAt) >= _limits.Of(budget))
            return false;
        use.Take(endsAt);
        return true;
    }

    public async Task GiveBackToAccountAsync(SendBudget budget, string account, DateTimeOffset takenAt, CancellationToken ct) =>
        (await AccountUseAsync(budget, account, ct)).GiveBack(takenAt, EndOf(budget) - StartOf(budget));

    public async Task UseUpAccountAsync(SendBudget budget, string account, CancellationToken ct) =>
        (await AccountUseAsync(budget, account, ct)).UseUp(EndOf(budget), _limits.Of(budget));

    /// <summary>When a day's or a month's budget starts anew.</summary>
    public DateTimeOffset EndOf(SendBudget budget) => calendar.ToInstant(
        budget == SendBudget.MassSend ? FirstOfMonth().AddMonths(1) : calendar.LocalNow.Date.AddDays(1));

    /// <summary>Takes a place in the pace of each recipient, or none.</summary>
    /// <returns>When the message may go: <paramref name="at"/> where it was taken.</returns>
    public async Task<DateTimeOffset> TakeInPaceAsync(SendBudget budget, string account, IReadOnlyList<string> recipients, DateTimeOffset at, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(recipients);
        var pace = _limits.PaceOf(budget);
        List<BudgetUse> uses = [];
        foreach (var recipient in recipients.Select(Fold).Distinct())
            uses.Add(await UseAsync(budget, account, recipient, "", ct));
        var freeAt = uses.Select(use => RecentSends.Read(use.Recent).FreeAt(pace, at)).Append(at).Max();
        if (freeAt <= at)
            uses.ForEach(use => use.TakeInPace(at));
        return freeAt;
    }

    public async Task GiveBackInPaceAsync(SendBudget budget, string account, IReadOnlyList<string> recipients, DateTimeOffset takenAt, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(recipients);
        foreach (var recipient in recipients.Select(Fold).Distinct())
            (await UseAsync(budget, account, recipient, "", ct)).GiveBackInPace(takenAt);
    }

    /// <summary>What one person accepted of one template.</summary>
    public Task<BudgetUse> ConsentAsync(string account, string openId, string templateId, CancellationToken ct) =>
        UseAsync(SendBudget.Subscription, account, openId, templateId, ct);

    private static string Fold(string recipient) => recipient.ToLowerInvariant();

    /// <summary>The long window while it has something left, then the short one.</summary>
    private OpenWindow? Paying(IReadOnlyList<OpenWindow> open, List<BudgetUse> uses) =>
        open.FirstOrDefault(window => LeftIn(window, uses) > 0) ?? open.FirstOrDefault();

    private int LeftIn(OpenWindow window, List<BudgetUse> uses) =>
        Math.Max(0, _limits.Of(window.Budget) - (uses.Find(use => use.Budget == window.Budget)?.UsedIn(window.EndsAt) ?? 0));

    private async Task<List<BudgetUse>> UsesAsync(string account, string recipient, CancellationToken ct)
    {
        var stored = await db.Set<BudgetUse>()
            .Where(use => use.Account == account && use.Recipient == recipient
                && (use.Budget == SendBudget.CustomerMessage || use.Budget == SendBudget.CustomerMessageAfterTap))
            .ToListAsync(ct);
        var added = db.ChangeTracker.Entries<BudgetUse>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity)
            .Where(use => use.Account == account && use.Recipient == recipient
                && use.Budget is SendBudget.CustomerMessage or SendBudget.CustomerMessageAfterTap);
        return [.. stored, .. added];
    }

    private Task<BudgetUse> AccountUseAsync(SendBudget budget, string account, CancellationToken ct) => UseAsync(budget, account, "", "", ct);

    private async Task<BudgetUse> UseAsync(SendBudget budget, string account, string recipient, string topic, CancellationToken ct) =>
        db.Set<BudgetUse>().Local.FirstOrDefault(use => use.Account == account && use.Recipient == recipient && use.Budget == budget && use.Topic == topic)
        ?? await db.Set<BudgetUse>().SingleOrDefaultAsync(
            use => use.Account == account && use.Recipient == recipient && use.Budget == budget && use.Topic == topic, ct)
        ?? New(budget, account, recipient, topic);

    private BudgetUse Use(List<BudgetUse> uses, SendBudget budget, string account, string recipient)
    {
        if (uses.Find(use => use.Budget == budget) is { } known)
            return known;
        uses.Add(New(budget, account, recipient, ""));
        return uses[^1];
    }

    private BudgetUse New(SendBudget budget, string account, string recipient, string topic)
    {
        BudgetUse use = new() { Budget = budget, Account = account, Recipient = recipient, Topic = topic };
        db.Add(use);
        return use;
    }

    private DateTimeOffset StartOf(SendBudget budget) =>
        calendar.ToInstant(budget == SendBudget.MassSend ? FirstOfMonth() : calendar.LocalNow.Date);

    private DateTime FirstOfMonth() => new(calendar.LocalNow.Year, calendar.LocalNow.Month, 1, 0, 0, 0, DateTimeKind.Unspecified);
}
