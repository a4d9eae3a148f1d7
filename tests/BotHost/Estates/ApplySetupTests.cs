using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Staff;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.Tests.BotHost.Estates;

public sealed class ApplySetupTests
{
    [Theory, OnEachDatabase]
    public async Task A_big_file_is_taken_over_whole_and_a_second_time_changes_nothing(DatabaseProvider provider)
    {
        await using var desk = await CorpusEstate.StartAsync(provider);

        Assert.Equal(28, await desk.ReadAsync(db => db.Set<Building>().CountAsync()));
        Assert.Equal(3130, await desk.ReadAsync(db => db.Set<Room>().CountAsync()));
        Assert.Equal(30, await desk.ReadAsync(db => db.Set<Owner>().CountAsync()));
        Assert.Equal(70, await desk.ReadAsync(db => db.Set<Device>().CountAsync()));
        var revision = await RevisionAsync(desk);
        Assert.Equal(0, await desk.SetUpAsync(await File.ReadAllTextAsync(CorpusEstate.SetupPath)));
        Assert.Equal(revision, await RevisionAsync(desk));
    }

    [Theory, OnEachDatabase]
    public async Task Changed_values_are_updated_and_counted_as_a_new_revision(DatabaseProvider provider)
    {
        await using var desk = await StartSmallAsync(provider);
        var before = await RevisionAsync(desk);

        await desk.SetUpAsync(SmallSetup.With("estates/0/emergency/desk", "\"0000-3\""));

        Assert.Equal("0000-3", await desk.ReadAsync(db => db.Set<Estate>().Select(estate => estate.Desk).SingleAsync()));
        Assert.Equal(before + 1, await RevisionAsync(desk));
    }

    [Theory, OnEachDatabase]
    public async Task A_new_phone_in_the_same_home_is_the_same_owner(DatabaseProvider provider)
    {
        await using var desk = await StartSmallAsync(provider);
        var before = await OwnerAsync(desk, "王女士");

        await desk.SetUpAsync(SmallSetup.With("owners/0/phone", "\"13800007777\""));

        var after = await OwnerAsync(desk, "王女士");
        Assert.Equal((before.Id, "13800007777"), (after.Id, after.Phone));
    }

    [Theory, OnEachDatabase]
    public async Task A_namesake_in_another_home_is_another_owner(DatabaseProvider provider)
    {
        await using var desk = await StartSmallAsync(provider);

        await desk.SetUpAsync(SmallSetup.With(
            "owners/0", """{ "name": "王女士", "phone": "13800007777", "rooms": [{ "estate": "E1", "building": "3", "room": "202" }] }"""));

        Assert.Equal(2, await desk.ReadAsync(db => db.Set<Owner>().CountAsync(owner => owner.Name == "王女士")));
    }

    [Theory, OnEachDatabase]
    public async Task Staff_whom_the_file_no_longer_lists_stay_and_may_be_named(DatabaseProvider provider)
    {
        await using var desk = await StartSmallAsync(provider);

        await desk.SetUpAsync(SmallSetup.With("staff", "[]"));

        Assert.Equal(5, await desk.ReadAsync(db => db.Set<StaffMember>().CountAsync(member => member.WeComUserId != "admin")));
    }

    [Theory, OnEachDatabase]
    public async Task Shifts_are_those_of_the_newest_file(DatabaseProvider provider)
    {
        await using var desk = await StartSmallAsync(provider);

        await desk.SetUpAsync(SmallSetup.With("staff/0/shifts", """[{ "days": [6], "from": "09:00", "to": "24:00" }]"""));

        var shifts = await desk.ReadAsync(db => db.Set<StaffMember>().Where(member => member.WeComUserId == "li").SelectMany(member => member.Shifts).ToListAsync());
        var shift = Assert.Single(shifts);
        Assert.Equal((6, TimeSpan.FromHours(9), TimeSpan.FromHours(24)), (shift.Day, shift.From, shift.To));
    }

    [Theory]
    [OnEachDatabase("estates/0/buildings/0/housekeeper", "\"nobody\"", "estates[0].buildings[0].housekeeper: nobody on the staff is \"nobody\"")]
    [OnEachDatabase("estates/0/groups/0/clerk", "\"nobody\"", "estates[0].groups[0].clerk: nobody on the staff is \"nobody\"")]
    [OnEachDatabase("departments/0/manager", "\"nobody\"", "departments[0].manager: nobody on the staff is \"nobody\"")]
    [OnEachDatabase("teams/0/department", "\"legal\"", "teams[0].department: there is no department \"legal\"")]
    [OnEachDatabase("staff/0/teams/0", "\"roof\"", "staff[0].teams[0]: there is no team \"roof\"")]
    [OnEachDatabase("staff/0/estates/0", "\"E9\"", "staff[0].estates[0]: there is no estate \"E9\"")]
    [OnEachDatabase("owners/0/rooms/0/estate", "\"E9\"", "owners[0].rooms[0].estate: there is no estate \"E9\"")]
    [OnEachDatabase("owners/0/rooms/0/building", "\"9\"", "owners[0].rooms[0].building: there is no building \"9\" with a unit \"2\"")]
    [OnEachDatabase("owners/0/rooms/0/room", "\"909\"", "owners[0].rooms[0].room: there is no room \"909\"")]
    [OnEachDatabase("estates/0/devices/0/building", "\"9\"", "estates[0].devices[0].building: there is no building \"9\" with a unit \"2\"")]
    public async Task A_reference_to_nothing_is_an_error_and_changes_nothing(DatabaseProvider provider, string path, string json, string error)
    {
        await using var desk = await Desk.StartAsync(provider, CorpusEstate.WithoutDemo);

        var thrown = await Assert.ThrowsAsync<FormatException>(() => desk.SetUpAsync(SmallSetup.With(path, json)));

        Assert.Equal(error, thrown.Message);
        Assert.Equal(0, await desk.ReadAsync(db => db.Set<Estate>().CountAsync()));
    }

    private static async Task<Desk> StartSmallAsync(DatabaseProvider provider)
    {
        var desk = await Desk.StartAsync(provider, CorpusEstate.WithoutDemo);
        await desk.SetUpAsync(SmallSetup.Text);
        return desk;
    }

    private static Task<long> RevisionAsync(Desk desk) =>
        desk.ReadAsync(db => db.Set<Revision>().Where(revision => revision.Name == Revision.Register).Select(revision => revision.Number).SingleAsync());

    private static Task<Owner> OwnerAsync(Desk desk, string name) =>
        desk.ReadAsync(db => db.Set<Owner>().SingleAsync(owner => owner.Name == name));
}
