using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Tasks;
using ChatDesk.Channels.Activities;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Delivery;

/// <summary>What the delivery tests ask a desk for.</summary>
internal static class DeliveryDesk
{
    public const string Account = "estate";

    /// <summary>An account on the sandbox without templates: below 客服消息 there are SMS and people.</summary>
    public static IReadOnlyDictionary<string, string?> WithoutTemplates { get; } = new Dictionary<string, string?>
    {
        ["Channels:WeChat:ApiUrl"] = "http://chatdesk-sandbox.invalid/sandbox/wechat",
        ["Channels:WeChat:Accounts:estate:AppId"] = "wxba5fad812f8e6fb9",
        ["Channels:WeChat:Accounts:estate:AppSecret"] = "secret",
        ["Channels:WeChat:Accounts:estate:Token"] = "AAAAA",
        ["Channels:WeChat:Accounts:estate:EncodingAesKey"] = new string('A', 43),
    };

    /// <summary>An owner's chat with a window as a message opens it: five within 48 h.</summary>
    public static Conversation OpenChat(this Desk desk, string openId)
    {
        Conversation chat = new() { Channel = ChannelNames.OfficialAccount, Account = Account, PeerId = openId };
        SendWindow.OpenByMessage(chat, desk.Clock.Now);
        return chat;
    }

    /// <summary>A row as the outbox writes it, not yet sent.</summary>
    public static OutboxMessage Row(this Desk desk, string key, string to, OutgoingMessage message, string channel = ChannelNames.OfficialAccount) => new()
    {
        Key = key,
        Channel = channel,
        Account = Account,
        RecipientId = to,
        Purpose = channel == ChannelNames.WeCom ? DeliveryPurpose.Staff : DeliveryPurpose.Notice,
        ActivityJson = ActivityJson.Write(message.To(channel, Account, to, desk.Clock.Now)),
        QueuedAt = desk.Clock.Now,
        DueAt = desk.Clock.Now,
    };

    /// <summary>Queues a message to an owner who has written, in a change of its own.</summary>
    public static Task QueueAsync(this Desk desk, string key, string openId, OutgoingMessage message, DeliveryPurpose purpose = DeliveryPurpose.Notice, string? ticket = null) =>
        desk.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DeskDb>();
            var chat = await db.Set<Conversation>().SingleAsync(c => c.PeerId == openId);
            services.GetRequiredService<Outbox>().ToOwner(key, chat, purpose, message, ticket);
            return await db.SaveChangesAsync();
        });

    public static Task<OutboxMessage> RowAsync(this Desk desk, string key) =>
        desk.ReadAsync(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync(row => row.Key == key));

    public static Task<Conversation> ChatAsync(this Desk desk, string openId) =>
        desk.ReadAsync(db => db.Set<Conversation>().AsNoTracking().SingleAsync(chat => chat.PeerId == openId));

    /// <summary>Waits until the row was tried so often and is in this state.</summary>
    public static async Task<OutboxMessage> UntilAsync(this Desk desk, string key, OutboxState state, int attempts = 1)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        while (true)
        {
            var row = await desk.RowAsync(key);
            if (row.State == state && row.Attempts == attempts)
                return row;
            if (patience.IsCancellationRequested)
                throw new TimeoutException($"{key} is {row.State} after {row.Attempts} attempts: {row.LastError}");
            await Task.Delay(20);
        }
    }

    /// <summary>How many tasks say that this message reached nobody.</summary>
    public static Task<int> TasksAsync(this Desk desk, OutboxMessage row) => desk.ReadAsync(db =>
        db.Set<DeskTask>().CountAsync(task => task.Kind == DeskTaskKind.Undelivered && task.Key == "undelivered:" + row.Id));

    /// <summary>How many 客服消息 the ledger still has for an owner.</summary>
    public static async Task<int> LeftAsync(this Desk desk, string openId) =>
        (await desk.InScopeAsync(async services => await services.GetRequiredService<BudgetLedger>().LeftAsync(await desk.ChatAsync(openId), CancellationToken.None))).Left;

    public static Task<int> SendDueAsync(this Desk desk) => desk.Services.GetRequiredService<SendDue>().RunAsync(CancellationToken.None);
}
