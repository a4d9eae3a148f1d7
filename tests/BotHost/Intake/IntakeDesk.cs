using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using ChatDesk.Tests.BotHost.Delivery;
using ChatDesk.Tests.BotHost.Durability;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Intake;

/// <summary>What the intake tests ask a desk for: an estate with bound owners, an encrypted account, channels that the test plays.</summary>
internal static class IntakeDesk
{
    public static DeskSettings Settings(PlayedChannel channel) => channel.Settings with
    {
        Configuration = new Dictionary<string, string?>(PlatformServer.Accounts) { ["ChatDesk:Sandbox:Enabled"] = "false" },
    };

    public static async Task<Desk> StartAsync(TestDatabase database, PlayedChannel channel)
    {
        var desk = await Desk.StartAsync(database, Settings(channel));
        await desk.SetUpAsync(SmallEstate.Setup(owners: 4));
        return desk;
    }

    /// <summary>An owner's text as the adapter gives it to the desk.</summary>
    public static Activity Text(string text, long id) => new()
    {
        Type = ActivityType.Message,
        Id = $"{id}",
        ChannelId = ChannelNames.OfficialAccount,
        Account = PlatformServer.Account,
        From = new(SmallEstate.OpenId(0)),
        Recipient = new("gh_estate"),
        Text = text,
    };

    /// <summary>Gives the desk a message past its callback: nobody says that the answer was written.</summary>
    public static Task<Received> ReceiveAsync(this Desk desk, Activity activity) =>
        desk.Services.GetRequiredService<IActivityReceiver>().ReceiveAsync(activity, TimeProvider.System.GetUtcNow(), CancellationToken.None);

    public static Task RecoverAsync(this Desk desk) => desk.Services.GetRequiredService<RecoverMessages>().RunAsync(CancellationToken.None);

    public static Task<List<InboxMessage>> InboxAsync(this Desk desk) =>
        desk.ReadAsync(db => db.Set<InboxMessage>().AsNoTracking().OrderBy(message => message.Id).ToListAsync());

    public static async Task<InboxMessage> InboxAsync(this Desk desk, Func<InboxMessage, bool> fits)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));
        while (true)
        {
            var message = Assert.Single(await desk.InboxAsync());
            if (fits(message))
                return message;
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Every ticket with what happened to it: "GD2611-0001 Opened,Dispatched".</summary>
    public static async Task<List<string>> TicketsAsync(this Desk desk)
    {
        var tickets = await desk.ReadAsync(db => db.Set<Ticket>().AsNoTracking().Include(ticket => ticket.Events).OrderBy(ticket => ticket.Id).ToListAsync());
        return [.. tickets.Select(ticket => $"{ticket.Number} {string.Join(',', ticket.Events.OrderBy(e => e.Sequence).Select(e => e.Type))}")];
    }
}
