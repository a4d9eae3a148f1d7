using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Activities;
using ChatDesk.Tests.EndToEnd.Pages;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ChatDesk.Tests.EndToEnd;

/// <summary>李师傅's phone on a line that can be cut, and a desk with the demonstration estate that can be started again behind it.</summary>
internal sealed class Basement : IAsyncDisposable
{
    public const string Engineer = "li";
    public const string Colleague = "zhou";

    private readonly TestDatabase _database;
    private readonly Screen _screen;
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("chatdesk-basement-");
    private IBrowserContext? _phone;

    private Basement(TestDatabase database, Screen screen) => (_database, _screen) = (database, screen);

    public PhoneLine Line { get; } = new();

    public Desk Desk { get; private set; } = null!;

    public static async Task<Basement> StartAsync(Chromium chromium, Screen screen = Screen.Phone)
    {
        Basement basement = new(await TestDatabase.CreateAsync(DatabaseProvider.Sqlite), screen);
        await basement.StartDeskAsync();
        basement._phone = await chromium.OpenAsync(basement.Line.Url, screen);
        return basement;
    }

    /// <summary>A repair in 3栋2单元201 that 李师傅 has taken.</summary>
    /// <returns>Its number.</returns>
    public async Task<string> TakeTicketAsync(string subject = "厨房水管漏水")
    {
        var number = await ChangeAsync(async services =>
        {
            var estate = await services.GetRequiredService<DeskDb>().Set<Estate>().OrderBy(e => e.Id).FirstAsync();
            NewTicket wanted = new()
            {
                Kind = TicketKind.Repair,
                Category = "plumbing",
                Urgency = TicketUrgency.Normal,
                Subject = subject,
                Words = subject,
                Place = new Place(estate.Id, "3栋2单元201"),
                Channel = ChannelNames.Desk,
                Source = "电话",
            };
            return (await services.GetRequiredService<OpenTicket>().RunAsync(wanted, Actor.Staff("lin", ChannelNames.Desk), CancellationToken.None)).Number;
        });
        await ActAsync(number, new(TicketAction.Accept));
        return number;
    }

    public Task ActAsync(string number, TicketOrder order, string by = Engineer) => ChangeAsync(async services =>
    {
        var member = services.GetRequiredService<StaffRoster>().Find(by)!;
        var outcome = await services.GetRequiredService<ActOnTicket>().RunAsync(number, order, member, ChannelNames.WeCom, CancellationToken.None);
        Assert.Equal(TicketRefusal.None, outcome.Refusal);
        return outcome;
    });

    /// <summary>Opens a ticket by the link of 李师傅's card, and waits until the phone has a copy of its page.</summary>
    public async Task<WorkPage> OpenAsync(string number, string weComUserId = Engineer)
    {
        var page = await _phone!.NewPageAsync();
        await page.GotoAsync(Desk.Services.GetRequiredService<ChatDesk.BotHost.Security.Links>().Work(number, weComUserId));
        await page.EvaluateAsync(
            "async path => { while (!navigator.serviceWorker.controller || !await caches.match(path)) await new Promise(done => setTimeout(done, 50)); }", $"/w/{number}");
        return new(page);
    }

    public async Task<WorkPage> OpenAnotherTabAsync(string number)
    {
        var page = await _phone!.NewPageAsync();
        await page.GotoAsync($"/w/{number}");
        return new(page);
    }

    public Task LookAtAsync(WorkPage work, string name) => work.Page.LookAtAsync(name, _screen);

    public async Task LoseSignalAsync()
    {
        Line.Cut();
        await _phone!.SetOfflineAsync(true);
    }

    public Task FindSignalAsync()
    {
        Line.LeadTo(Desk.Url);
        return _phone!.SetOfflineAsync(false);
    }

    /// <summary>Stops the desk and starts it again, at another port behind the same line.</summary>
    public async Task RestartDeskAsync(TimeSpan? later = null)
    {
        await Desk.DisposeAsync();
        await StartDeskAsync(later, isLed: false);
    }

    /// <summary>The session ends, as after twelve hours.</summary>
    public Task ForgetSessionAsync() => _phone!.ClearCookiesAsync(new() { Name = "chatdesk-work" });

    public Task<Ticket> TicketAsync(string number) => Desk.ReadAsync(db => db.Set<Ticket>().AsNoTracking().AsSplitQuery()
        .Include(t => t.Events.OrderBy(e => e.Sequence)).ThenInclude(e => e.Text).Include(t => t.Events).ThenInclude(e => e.Files)
        .SingleAsync(t => t.Number == number));

    /// <summary>The words of the steps and the end, in the order in which the desk stored them.</summary>
    public async Task<string[]> WorkAsync(string number) =>
        [.. (await TicketAsync(number)).Events.Where(e => e.Type is TicketEventType.StepAdded or TicketEventType.Finished).Select(e => e.Text!.Text!)];

    public async ValueTask DisposeAsync()
    {
        if (_phone is not null)
            await _phone.DisposeAsync();
        await Line.DisposeAsync();
        await Desk.DisposeAsync();
        await _database.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private async Task StartDeskAsync(TimeSpan? later = null, bool isLed = true)
    {
        Desk = await Desk.StartAsync(_database, new()
        {
            StartsAt = DeskSettings.MondayMorning + (later ?? TimeSpan.Zero),
            Configuration = new Dictionary<string, string?>
            {
                ["ChatDesk:PublicUrl"] = Line.Url.GetLeftPart(UriPartial.Authority),
                ["ChatDesk:DataDirectory"] = _data.FullName,
            },
        });
        if (isLed)
            Line.LeadTo(Desk.Url);
    }

    private Task<T> ChangeAsync<T>(Func<IServiceProvider, Task<T>> change) => Desk.Services.GetRequiredService<DeskWork>().RunAsync(
        async services =>
        {
            var result = await change(services);
            await services.GetRequiredService<DeskDb>().SaveChangesAsync();
            return result;
        },
        CancellationToken.None);
}
