using ChatDesk.BotHost.Estates;
using ChatDesk.Knowledge.Understanding;
using ChatDesk.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Estates;

/// <summary>The corpus's estate: buildings 1 to 8 stand in phase 1, 9 to 16 in phase 2, and blocks A and B have buildings 1 to 6 again.</summary>
public sealed class EstateRegisterTests : IAsyncLifetime
{
    private Desk _desk = null!;

    private EstateRegister Register => _desk.Services.GetRequiredService<EstateRegister>();

    private int EstateId => Register.OnlyEstate!.Id;

    public async Task InitializeAsync() => _desk = await CorpusEstate.StartAsync();

    public Task DisposeAsync() => _desk.DisposeAsync().AsTask();

    [Fact]
    public void Places_are_found_written_as_people_read_them_or_offered_and_never_guessed_N_02()
    {
        var home = Resolve(new(Building: "3", Unit: "2", Room: "201"));
        Assert.Equal((PlaceStatus.Room, "3栋2单元201"), (home.Status, home.Place.Text));
        Assert.Equal(new Location("1", "3", "2", null, "201"), Register.LocationOf(home.Place.RoomId!.Value));
        Assert.Equal("A区1栋101", Resolve(new(Phase: "A", Building: "1", Room: "101")).Place.Text);
        Assert.Equal("12栋A单元A1502", Resolve(new(Building: "12", Room: "A1502")).Place.Text);
        Assert.Equal("2栋1单元电梯", Resolve(new(Building: "2", Unit: "1", Area: "电梯")).Place.Text);
        Assert.Equal("东门", Resolve(new(Area: "东门")).Place.Text);

        var either = Resolve(new(Building: "3", Room: "201"));
        Assert.Equal(PlaceStatus.Ambiguous, either.Status);
        Assert.Null(either.Place.RoomId);
        Assert.Equal(["3栋1单元201", "3栋2单元201"], either.Candidates.Select(place => place.Text));
        Assert.All(either.Candidates, place => Assert.NotNull(place.RoomId));

        var nowhere = Resolve(new(Building: "99", Unit: "88", Room: "9999"));
        Assert.Equal((PlaceStatus.Unknown, "99栋88单元9999"), (nowhere.Status, nowhere.Place.Text));
        Assert.Null(nowhere.Place.BuildingId);
    }

    [Fact]
    public void A_room_number_alone_means_the_writers_own_home_N_02()
    {
        var home = Resolve(new(Building: "2", Unit: "1", Room: "301")).Place.RoomId!.Value;

        Assert.Equal(home, Register.Resolve(new(Room: "301"), EstateId, [home]).Place.RoomId);
        Assert.Equal(PlaceStatus.Ambiguous, Resolve(new(Room: "301")).Status);
    }

    [Fact]
    public async Task A_change_made_by_another_instance_is_seen()
    {
        var before = Register.Areas(EstateId).Count;
        var json = (await File.ReadAllTextAsync(CorpusEstate.SetupPath)).Replace("\"东门\"", "\"东门\", \"观景台\"", StringComparison.Ordinal);
        await _desk.SetUpAsync(json);

        Assert.Equal(before + 1, Register.Areas(EstateId).Count);
    }

    private ResolvedPlace Resolve(Location said) => Register.Resolve(said, EstateId);
}
