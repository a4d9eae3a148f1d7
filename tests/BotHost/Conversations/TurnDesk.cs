using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Tasks;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using SandboxPhones = ChatDesk.Tests.Fixtures.SandboxPhones;

namespace ChatDesk.Tests.BotHost.Conversations;

/// <summary>The demonstration desk with the sandbox's phones: an owner writes, the desk answers in the callback.</summary>
internal sealed class TurnDesk : IAsyncDisposable
{
    private readonly SandboxPhones _phones;

    private TurnDesk(Desk desk)
    {
        Desk = desk;
        _phones = new(desk.Http);
    }

    public Desk Desk { get; }

    public static async Task<TurnDesk> StartAsync(DatabaseProvider provider, DateTimeOffset? at = null) =>
        new(await Desk.StartAsync(provider, new DeskSettings { StartsAt = at ?? DeskSettings.MondayMorning }));

    /// <summary>A writer whom the desk does not know.</summary>
    public ChattingOwner Stranger(string openId = "oStranger") => new(_phones.Owner(openId));

    /// <summary>王女士 of 3栋2单元201, whose chat is bound.</summary>
    public async Task<ChattingOwner> WangAsync()
    {
        ChattingOwner wang = new(_phones.Owner("oWang"));
        await wang.SayAsync("3栋2单元201，尾号3201");
        return wang;
    }

    public StaffPhone Staff(string userId) => _phones.Staff(userId);

    /// <summary>Takes, and finishes, the ticket as engineer 李师傅 does on his card.</summary>
    public async Task FinishAsync(string number)
    {
        var phone = Staff("li");
        await phone.PressAsync(await CardAsync(phone, number, "接单"), "接单");
        await phone.PressAsync(await CardAsync(phone, number, "完工"), "完工");
    }

    public static Task<PhoneItem> CardAsync(StaffPhone phone, string number, string button) =>
        phone.WaitForCardAsync(card => card.Description == number && card.Buttons.Any(b => b.Text == button));

    public Task<List<Ticket>> TicketsAsync() => Desk.ReadAsync(db => db.Set<Ticket>().AsNoTracking().AsSplitQuery()
        .Include(ticket => ticket.Events).ThenInclude(happened => happened.Files)
        .Include(ticket => ticket.Events).ThenInclude(happened => happened.Text)
        .OrderBy(ticket => ticket.Id).ToListAsync());

    public async Task<Ticket> OnlyTicketAsync() => Assert.Single(await TicketsAsync());

    public Task<List<DeskTask>> TasksAsync() => Desk.ReadAsync(db => db.Set<DeskTask>().AsNoTracking().OrderBy(task => task.Id).ToListAsync());

    public Task<Conversation> ConversationAsync(string openId) =>
        Desk.ReadAsync(db => db.Set<Conversation>().AsNoTracking().SingleAsync(conversation => conversation.PeerId == openId));

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
