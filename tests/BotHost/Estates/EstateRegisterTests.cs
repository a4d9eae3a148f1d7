using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.Knowledge.Understanding;
using ChatDesk.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Estates;

/// <summary>The corpus's estate: buildings 1 to 8 stand in phase 1, 9 to 16 in phase 2, and blocks A and B have buildings 1 to 6 again.</summary>
public sealed class EstateRegisterTests
{
    [Theory, OnEachDatabase]
    public async Task Places_are_found_written_as_people_read_them_or_offered_and_never_guessed_N_02(DatabaseProvider provider)
    {
        await using var desk = await CorpusEstate.StartAsync(provider);
        var register = Register(desk);
        var home = Resolve(register, new(Building: "3", Unit: "2", Room: "201"));
        Assert.Equal((PlaceStatus.Room, "3栋2单元201"), (home.Status, home.Place.Text));
        Assert.Equal(new Location("1", "3", "2", null, "201"), register.LocationOf(home.Place.RoomId!.Value));
        Assert.Equal("A区1栋101", Resolve(register, new(Phase: "A", Building: "1", Room: "101")).Place.Text);
        Assert.Equal("12栋A单元A1502", Resolve(register, new(Building: "12", Room: "A1502")).Place.Text);
        Assert.Equal("2栋1单元电梯", Resolve(register, new(Building: "2", Unit: "1", Area: "电梯")).Place.Text);
        Assert.Equal("东门", Resolve(register, new(Area: "东门")).Place.Text);

        var either = Resolve(register, new(Building: "3", Room: "201"));
        Assert.Equal(PlaceStatus.Ambiguous, either.Status);
        Assert.Null(either.Place.RoomId);
        Assert.Equal(["3栋1单元201", "3栋2单元201"], either.Candidates.Select(place => place.Text));
        Assert.All(either.Candidates, place => Assert.NotNull(place.RoomId));

        var nowhere = Resolve(register, new(Building: "99", Unit: "88", Room: "9999"));
        Assert.Equal((PlaceStatus.Unknown, "99栋88单元9999"), (nowhere.Status, nowhere.Place.Text));
        Assert.Null(nowhere.Place.BuildingId);
    }

    [Theory, OnEachDatabase]
    public async Task A_room_number_alone_means_the_writers_own_home_N_02(DatabaseProvider provider)
    {
        await using var desk = await CorpusEstate.StartAsync(provider);
        var register = Register(desk);
        var home = Resolve(register, new(Building: "2", Unit: "1", Room: "301")).Place.RoomId!.Value;

        Assert.Equal(home, register.Resolve(new(Room: "301"), register.OnlyEstate!.Id, [home]).Place.RoomId);
        Assert.Equal(PlaceStatus.Ambiguous, Resolve(register, new(Room: "301")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task A_change_made_by_another_instance_is_seen(DatabaseProvider provider)
    {
        await using var desk = await CorpusEstate.StartAsync(provider);
        var register = Register(desk);
        var before = register.Areas(register.OnlyEstate!.Id).Count;
        var json = (await File.ReadAllTextAsync(CorpusEstate.SetupPath)).Replace("\"东门\"", "\"东门\", \"观景台\"", StringComparison.Ordinal);
        await desk.SetUpAsync(json);

        Assert.Equal(before + 1, register.Areas(register.OnlyEstate!.Id).Count);
    }

    private static EstateRegister Register(Desk desk) => desk.Services.GetRequiredService<EstateRegister>();

    private static ResolvedPlace Resolve(EstateRegister register, Location said) => register.Resolve(said, register.OnlyEstate!.Id);
}
