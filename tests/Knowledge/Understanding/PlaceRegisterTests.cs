using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.Tests.Knowledge.Understanding;

public sealed class PlaceRegisterTests
{
    private static readonly PlaceRegister Estate = new(
        [
            new("1", "3", [new("1", 11, ["201", "301"]), new("2", 11, ["201", "301"])]),
            new("1", "5", [new(null, 6, ["301"])]),
            new("B", "3", [new(null, 6, ["101"])]),
        ],
        ["东门"]);

    [Fact]
    public void A_full_address_is_one_room_with_its_phase_N_02()
    {
        var match = Estate.Resolve(new(Building: "3", Unit: "2", Room: "201"));

        Assert.Equal(PlaceStatus.Room, match.Status);
        Assert.Equal(new Location("1", "3", "2", null, "201"), match.Place);
    }

    [Fact]
    public void A_room_that_exists_in_two_units_is_offered_and_not_chosen_N_02()
    {
        var match = Estate.Resolve(new(Building: "3", Room: "201"));

        Assert.Equal(PlaceStatus.Ambiguous, match.Status);
        Assert.Equal(["1", "2"], match.Candidates.Select(place => place.Unit));
        Assert.Null(match.Place.Unit);
    }

    [Fact]
    public void A_bare_room_is_the_writers_own_where_he_has_one_like_it_N_02()
    {
        Location home = new("1", "5", null, null, "301");

        Assert.Equal(home, Estate.Resolve(new(Room: "301"), [home]).Place);
        Assert.Equal(PlaceStatus.Ambiguous, Estate.Resolve(new(Room: "301")).Status);
    }

    [Fact]
    public void A_room_that_is_not_on_the_register_is_unknown_N_02() =>
        Assert.Equal(PlaceStatus.Unknown, Estate.Resolve(new(Building: "99", Unit: "88", Room: "9999")).Status);

    [Fact]
    public void A_building_of_a_lettered_block_is_meant_only_when_the_letter_is_said()
    {
        Assert.Equal("1", Estate.Resolve(new(Building: "3")).Place.Phase);
        Assert.Equal("B", Estate.Resolve(new(Phase: "B", Building: "3", Room: "101")).Place.Phase);
    }
}
