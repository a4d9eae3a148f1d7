using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Pages.Console;

/// <summary>A chat as the desk sees it: read it, answer as a person, take it over or hand it back.</summary>
public sealed class ChatModel(ChatReader chats, DeskWork work, DeskCalendar calendar) : ConsolePage
{
    /// <summary>What one customer-service text carries at most: 2048 bytes, three to a Chinese character.</summary>
    public const int MaxAnswer = 600;

    private const int MaxKey = 40;

    public ChatView View { get; private set; } = null!;

    /// <summary>The answer form's own number: sent twice, it answers once.</summary>
    public string AnswerKey { get; } = Guid.NewGuid().ToString("N");

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await chats.FindAsync(id, await StaffAsync(), ct) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }

    /// <summary>The messages again: 204 while nothing was said.</summary>
    public async Task<IActionResult> OnGetLinesAsync(long id, string? seen, CancellationToken ct)
    {
        if (await chats.FindAsync(id, await StaffAsync(), ct) is not { } view)
            return NotFound();
        return view.Stamp == seen ? new NoContentResult() : Partial("_Chat", view);
    }

    public async Task<IActionResult> OnPostAnswerAsync(long id, string? text, string? key, CancellationToken ct)
    {
        if (await chats.FindAsync(id, await StaffAsync(), ct) is null)
            return NotFound();
        if (PlainWords.OrNull(text) is not { Length: <= MaxAnswer } words || key is not { Length: > 0 and <= MaxKey })
            Complain(ConsoleTexts.AnswerEmpty);
        else
            await work.RunAsync(services => AnswerAsync(services, id, $"desk-answer:{id}:{key}", words, ct), ct);
        return Redirect($"/console/chats/{id}#answer");
    }

    public Task<IActionResult> OnPostTakeAsync(long id, CancellationToken ct) => HoldAsync(id, isHandedOver: true, ConsoleTexts.HandedOver, ct);

    public Task<IActionResult> OnPostHandBackAsync(long id, CancellationToken ct) => HoldAsync(id, isHandedOver: false, ConsoleTexts.HandedBack, ct);

    private async Task<IActionResult> HoldAsync(long id, bool isHandedOver, string said, CancellationToken ct)
    {
        var by = await StaffAsync();
        if (await chats.FindAsync(id, by, ct) is null)
            return NotFound();
        await work.RunAsync(services => HoldAsync(services, id, isHandedOver, by.WeComUserId, ct), ct);
        Say(said);
        return Redirect($"/console/chats/{id}");
    }

    private static async Task AnswerAsync(IServiceProvider services, long id, string key, string words, CancellationToken ct)
    {
        var db = services.GetRequiredService<DeskDb>();
        if (await db.Set<OutboxMessage>().AnyAsync(message => message.Key == key, ct))
            return;
        var conversation = await db.Set<Conversation>().SingleAsync(c => c.Id == id, ct);
        services.GetRequiredService<Outbox>().ToOwner(key, conversation, DeliveryPurpose.Notice, words);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Handing back also ends the tasks that asked for a person.</summary>
    private async Task HoldAsync(IServiceProvider services, long id, bool isHandedOver, string by, CancellationToken ct)
    {
        var db = services.GetRequiredService<DeskDb>();
        var conversation = await db.Set<Conversation>().SingleAsync(c => c.Id == id, ct);
        conversation.IsHandedOver = isHandedOver;
        if (!isHandedOver)
        {
            var asked = await db.Set<DeskTask>()
                .Where(task => task.ConversationId == id && task.Kind == DeskTaskKind.HandOver && task.DoneAt == null).ToListAsync(ct);
            foreach (var task in asked)
                (task.DoneAt, task.DoneBy) = (calendar.Now, by);
        }

        await db.SaveChangesAsync(ct);
    }
}
