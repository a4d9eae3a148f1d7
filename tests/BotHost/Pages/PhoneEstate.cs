using System.Net;
using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Files;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Staff;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Pages;

/// <summary>A desk with one home, its owner, a team of two engineers and a ticket of theirs.</summary>
public sealed class PhoneEstate : IAsyncDisposable
{
    public const string Hotline = "400-820-1234";
    public const string OwnerPhone = "13800001234";
    public const string OwnersWords = "厨房水管漏水，打我电话13800001234";

    private PhoneEstate(Desk desk) => Desk = desk;

    public Desk Desk { get; }

    public string Number { get; private set; } = "";

    public int RoomId { get; private set; }

    public string Token => Links.ProgressToken(Number);

    public Links Links => Desk.Services.GetRequiredService<Links>();

    /// <summary>Without the sandbox's demonstration estate.</summary>
    public static DeskSettings Bare { get; } = new() { Configuration = new Dictionary<string, string?> { ["ChatDesk:Sandbox:Enabled"] = "false" } };

    public static async Task<PhoneEstate> StartAsync(DatabaseProvider provider) =>
        await FillAsync(await Desk.StartAsync(provider, Bare));

    public static async Task<PhoneEstate> FillAsync(Desk desk)
    {
        PhoneEstate made = new(desk);
        Estate estate = new() { Code = "JY", Name = "锦园", Police = "110", Fire = "119", Medical = "120", Gas = "96777", Desk = "021-55550000" };
        await desk.AddAsync(new Company { Name = "锦绣物业", BotName = "小锦", Hotline = Hotline }, estate);
        Building building = new() { EstateId = estate.Id, Name = "3" };
        await desk.AddAsync(building);
        Unit unit = new() { BuildingId = building.Id, Name = "2", Floors = 18 };
        await desk.AddAsync(unit);
        Room room = new() { UnitId = unit.Id, Name = "201" };
        Team team = new() { Code = "water", Name = "水电班", Categories = ["plumbing"] };
        Owner owner = new() { Name = "王某某", Phone = OwnerPhone };
        await desk.AddAsync(room, team, owner);
        made.RoomId = room.Id;
        Conversation chat = new() { Channel = "oa", Account = "estate", PeerId = "openid-wang", OwnerId = owner.Id };
        StaffMember li = new() { WeComUserId = "li", Name = "李某某", Phone = "13911112222", Roles = StaffRoles.Engineer, Teams = [new() { TeamId = team.Id }] };
        StaffMember zhao = new() { WeComUserId = "zhao", Name = "赵某某", Phone = "13933334444", Roles = StaffRoles.Engineer, Teams = [new() { TeamId = team.Id }] };
        StaffMember guest = new() { WeComUserId = "other", Name = "钱某某", Phone = "13955556666", Roles = StaffRoles.Engineer };
        await desk.AddAsync(chat, li, zhao, guest);
        await desk.Services.GetRequiredService<StaffRoster>().ReloadAsync(CancellationToken.None);
        made.Number = await made.OpenAsync(new Place(estate.Id, "3栋2单元201", building.Id, unit.Id, room.Id), owner.Id, chat.Id);
        return made;
    }

    /// <summary>Opens a ticket by the desk's own use case.</summary>
    public Task<string> OpenAsync(Place place, int? ownerId, long? conversationId) => Desk.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<DeskDb>();
        NewTicket wanted = new()
        {
            Kind = TicketKind.Repair,
            Category = "plumbing",
            Urgency = TicketUrgency.Normal,
            Subject = "厨房水管漏水",
            Words = OwnersWords,
            Place = place,
            Channel = "oa",
            OwnerId = ownerId,
            Conversation = await db.Set<Conversation>().SingleOrDefaultAsync(chat => chat.Id == conversationId),
        };
        var ticket = await services.GetRequiredService<OpenTicket>().RunAsync(wanted, Actor.Owner(ownerId, "openid-wang", "oa"), CancellationToken.None);
        await db.SaveChangesAsync();
        return ticket.Number;
    });

    /// <summary>A staff member acts as from a card.</summary>
    public Task ActAsync(TicketOrder order, string weComUserId = "li") => ActAsync(Desk, order, weComUserId);

    /// <summary>The same on another instance.</summary>
    public Task ActAsync(Desk desk, TicketOrder order, string weComUserId = "li") => desk.Services.GetRequiredService<DeskWork>().RunAsync(async services =>
    {
        var db = services.GetRequiredService<DeskDb>();
        var member = await CurrentStaff.FindAsync(db, weComUserId, CancellationToken.None);
        var outcome = await services.GetRequiredService<ActOnTicket>().RunAsync(Number, order, member!, "wecom", CancellationToken.None);
        Assert.Equal(TicketRefusal.None, outcome.Refusal);
        await db.SaveChangesAsync();
    }, CancellationToken.None);

    /// <summary>A photo in the store, as a step's.</summary>
    public async Task<StoredFile> PhotoAsync(bool isPrivate)
    {
        var saved = await Desk.Services.GetRequiredService<FileStore>().SaveAsync(TestFiles.Read("photo.png"), isPrivate, FileKinds.Picture, CancellationToken.None);
        return saved.File!;
    }

    public Task<Ticket> TicketAsync() => Desk.ReadAsync(db =>
        db.Set<Ticket>().AsNoTracking().Include(t => t.Events).ThenInclude(e => e.Text).Include(t => t.Events).ThenInclude(e => e.Files).AsSplitQuery()
            .SingleAsync(t => t.Number == Number));

    /// <summary>A browser with cookies that follows no redirect.</summary>
    public Browser OpenBrowser() => new(Desk.Url);

    /// <summary>An engineer's phone, signed in by the link of a card.</summary>
    public async Task<Browser> SignInAsync(string weComUserId)
    {
        var phone = OpenBrowser();
        using var answer = await phone.GetAsync(new Uri(Links.Work(Number, weComUserId)).PathAndQuery);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return phone;
    }

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
