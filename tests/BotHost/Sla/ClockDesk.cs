using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Sla;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Sla;

/// <summary>A desk with one team: engineer li, lead zhao, manager qian, clerk sun, supervisor zhou, around the clock.</summary>
internal sealed class ClockDesk(Desk desk) : IAsyncDisposable
{
    public const string Plumbing = "plumbing";

    private const string Register =
        """
        {
          "company": { "name": "示范物业", "botName": "小安", "hotline": "400-000-0000" },
          "estates": [{
            "code": "E1", "name": "清风苑", "areas": ["东门"], "groups": [],
            "emergency": { "police": "110", "fire": "119", "medical": "120", "gas": "96777", "desk": "0571-0000000" },
            "buildings": [{ "name": "3", "phase": null, "units": [{ "name": "2", "floors": 18, "rooms": ["201"] }] }]
          }],
          "departments": [{ "code": "D1", "name": "工程部", "manager": "qian" }],
          "teams": [{ "code": "T1", "name": "水电班", "categories": ["plumbing", "noise"], "lead": "zhao", "department": "D1" }],
          "staff": [
            { "weComUserId": "li", "name": "李师傅", "phone": "13800000001", "roles": ["engineer"], "teams": ["T1"], "estates": ["E1"], "shifts": [ALWAYS] },
            { "weComUserId": "wang", "name": "王师傅", "phone": "13800000002", "roles": ["engineer"], "teams": ["T1"], "estates": ["E1"], "shifts": [ALWAYS] },
            { "weComUserId": "zhao", "name": "赵班长", "phone": "13800000003", "roles": ["lead"], "teams": ["T1"], "estates": ["E1"], "shifts": [] },
            { "weComUserId": "qian", "name": "钱经理", "phone": "13800000004", "roles": ["manager"], "teams": [], "estates": ["E1"], "shifts": [] },
            { "weComUserId": "sun", "name": "孙客服", "phone": "13800000005", "roles": ["desk"], "teams": [], "estates": ["E1"], "shifts": [ALWAYS] },
            { "weComUserId": "zhou", "name": "周主管", "phone": "13800000006", "roles": ["supervisor"], "teams": [], "estates": ["E1"], "shifts": [] }
          ],
          "owners": []
        }
        """;

    public Desk Desk { get; } = desk;

    public static async Task<ClockDesk> StartAsync(DatabaseProvider provider, DateTimeOffset? at = null)
    {
        ClockDesk started = new(await Desk.StartAsync(provider, DeskSettings.Empty with { StartsAt = at ?? DeskSettings.MondayMorning }));
        await started.SetUpAsync();
        return started;
    }

    public Task SetUpAsync() => Desk.SetUpAsync(Register.Replace("ALWAYS", """{ "days": [1,2,3,4,5,6,7], "from": "00:00", "to": "24:00" }""", StringComparison.Ordinal));

    public Task<Ticket> OpenAsync(TicketKind kind = TicketKind.Repair, string? category = Plumbing, TicketUrgency urgency = TicketUrgency.Normal) =>
        ChangeAsync(async services =>
        {
            var estate = await services.GetRequiredService<DeskDb>().Set<Estate>().SingleAsync(e => e.Code == "E1");
            NewTicket wanted = new()
            {
                Kind = kind,
                Category = category,
                Urgency = urgency,
                Subject = "厨房水管漏水",
                Words = "厨房水管漏水",
                Place = new Place(estate.Id, "3栋2单元201"),
                Channel = ChannelNames.Desk,
                Source = "电话",
            };
            return await services.GetRequiredService<OpenTicket>().RunAsync(wanted, Actor.Staff("sun", ChannelNames.Desk), CancellationToken.None);
        });

    public Task ActAsync(Ticket ticket, TicketAction action, string by = "li") => ChangeAsync(async services =>
    {
        TicketOrder order = new(action) { Text = TicketRules.NeedsReason(action) ? "缺配件" : null };
        var member = services.GetRequiredService<StaffRoster>().Find(by)!;
        var outcome = await services.GetRequiredService<ActOnTicket>().RunAsync(ticket.Number, order, member, ChannelNames.WeCom, CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Refusal.ToString());
        return outcome;
    });

    /// <summary>Moves the clock and lets everything happen that is due by then.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        Desk.Clock.Advance(by);
        await RunDueAsync();
    }

    public Task RunDueAsync() => Desk.Services.GetRequiredService<RunDueTimers>().RunAsync(CancellationToken.None);

    /// <summary>What the clock did, as events: "Warned li", "Escalated zhao,qian".</summary>
    public async Task<string[]> StepsAsync(Ticket ticket, string timer)
    {
        var events = await Desk.ReadAsync(db => db.Set<TicketEvent>().AsNoTracking()
            .Where(e => e.TicketId == ticket.Id && (e.Type == TicketEventType.Warned || e.Type == TicketEventType.Escalated))
            .OrderBy(e => e.Sequence).ToListAsync());
        return [.. events.Where(e => e.Data.Timer == timer).Select(e => $"{e.Type} {string.Join(',', e.Data.Told ?? [])}")];
    }

    /// <summary>What the clock queued for staff, as "recipients: text".</summary>
    public async Task<string[]> TextsAsync(Ticket ticket, string timer)
    {
        var start = $"sla:{ticket.Id}:{timer}:";
        var rows = await Desk.ReadAsync(db => db.Set<OutboxMessage>().AsNoTracking().Where(m => m.Key.StartsWith(start)).OrderBy(m => m.Id).ToListAsync());
        return [.. rows.Select(row => $"{row.RecipientId}: {ActivityJson.Read(row.ActivityJson).Text}")];
    }

    public ValueTask DisposeAsync() => Desk.DisposeAsync();

    private Task<T> ChangeAsync<T>(Func<IServiceProvider, Task<T>> change) => Desk.Services.GetRequiredService<DeskWork>().RunAsync(
        async services =>
        {
            var result = await change(services);
            await services.GetRequiredService<DeskDb>().SaveChangesAsync();
            return result;
        },
        CancellationToken.None);
}
