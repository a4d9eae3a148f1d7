using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Owners;
using ChatDesk.Knowledge.Understanding;
using ChatDesk.Tests.BotHost.Estates;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Owners;

/// <summary>Decision 16 of the requirements. 王女士 (tail 3201) lives in 3-2-201, 陈先生 (tail 0004) in V4.</summary>
public sealed class BindHomeTests
{
    [Theory, OnEachDatabase]
    public async Task Room_and_phone_tail_bind_the_chat(DatabaseProvider provider)
    {
        await using var desk = await StartAsync(provider);

        var outcome = await TryAsync(desk, "oA", "201", "3201");

        Assert.Equal("王女士", Assert.IsType<BindingOutcome.Bound>(outcome).Owner.Name);
        Assert.NotNull(await desk.ReadAsync(db => db.Set<Conversation>().Where(chat => chat.PeerId == "oA").Select(chat => chat.OwnerId).SingleAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task After_three_wrong_tries_a_chat_is_refused_until_midnight_even_with_the_right_digits(DatabaseProvider provider)
    {
        await using var desk = await StartAsync(provider);

        Assert.Equal(2, Wrong(await TryAsync(desk, "oA", "201", "0000")));
        Assert.Equal(1, Wrong(await TryAsync(desk, "oA", "202", "3201")));
        Assert.Equal(0, Wrong(await TryAsync(desk, "oA", null, "3201")));
        Assert.IsType<BindingOutcome.Blocked>(await TryAsync(desk, "oA", "201", "3201"));
        desk.Clock.Advance(TimeSpan.FromHours(14) - TimeSpan.FromSeconds(1));
        Assert.IsType<BindingOutcome.Blocked>(await TryAsync(desk, "oA", "201", "3201"));
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<BindingOutcome.Bound>(await TryAsync(desk, "oA", "201", "3201"));
    }

    [Theory, OnEachDatabase]
    public async Task After_three_wrong_tries_of_different_chats_a_room_is_refused(DatabaseProvider provider)
    {
        await using var desk = await StartAsync(provider);
        foreach (var sender in new[] { "oA", "oB", "oC" })
            Assert.Equal(2, Wrong(await TryAsync(desk, sender, "201", "0000")));

        Assert.IsType<BindingOutcome.Blocked>(await TryAsync(desk, "oD", "201", "3201"));
    }

    [Theory, OnEachDatabase]
    public async Task A_room_that_does_not_exist_a_room_without_owners_and_wrong_digits_look_the_same(DatabaseProvider provider)
    {
        await using var desk = await StartAsync(provider);

        Assert.Equal(2, Wrong(await TryAsync(desk, "oA", null, "3201")));
        Assert.Equal(2, Wrong(await TryAsync(desk, "oB", "202", "3201")));
        Assert.Equal(2, Wrong(await TryAsync(desk, "oC", "201", "9999")));
    }

    [Theory, OnEachDatabase]
    public async Task Homes_of_an_owner_are_places_of_the_register(DatabaseProvider provider)
    {
        await using var desk = await StartAsync(provider);
        var ownerId = await desk.ReadAsync(db => db.Set<Owner>().Where(owner => owner.Name == "陈先生").Select(owner => owner.Id).SingleAsync());

        var homes = await desk.InScopeAsync(services => services.GetRequiredService<OwnerDirectory>().HomesOfAsync(ownerId, default));

        var home = Assert.Single(homes);
        Assert.Equal(("V4", HomeRelation.Tenant), (home.Place.Text, home.Relation));
    }

    private static async Task<Desk> StartAsync(DatabaseProvider provider)
    {
        var desk = await Desk.StartAsync(provider, CorpusEstate.WithoutDemo);
        await desk.SetUpAsync(SmallSetup.Text);
        return desk;
    }

    /// <summary>One message of a sender whose chat may be new, as the turn does it: everything saved at once.</summary>
    private static Task<BindingOutcome> TryAsync(Desk desk, string sender, string? room, string tail) => desk.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<DeskDb>();
        var chat = await db.Set<Conversation>().SingleOrDefaultAsync(conversation => conversation.PeerId == sender);
        if (chat is null)
            db.Add(chat = new() { Channel = "oa", Account = "main", PeerId = sender });
        var register = services.GetRequiredService<EstateRegister>();
        var place = room is null ? null : register.Resolve(new Location(Building: "3", Unit: "2", Room: room), register.OnlyEstate!.Id).Place.RoomId;
        var outcome = await services.GetRequiredService<BindHome>().RunAsync(chat, place is { } id ? [id] : [], tail, default);
        await db.SaveChangesAsync();
        return outcome;
    });

    private static int Wrong(BindingOutcome outcome) => Assert.IsType<BindingOutcome.Wrong>(outcome).TriesLeft;
}
