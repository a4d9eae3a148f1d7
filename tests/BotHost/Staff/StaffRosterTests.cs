using System.Globalization;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Staff;
using ChatDesk.Tests.BotHost.Estates;
using ChatDesk.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Staff;

/// <summary>The small setup: li works Monday to Friday 8 to 20, zhao Friday 20 to 8 and is on call on Sunday.</summary>
public sealed class StaffRosterTests
{
    private static readonly (string At, string OnShift)[] _week =
    [
        ("2026-11-23T08:00+08:00", "li"), // Monday, the shift's first minute
        ("2026-11-23T19:59+08:00", "li"),
        ("2026-11-23T20:00+08:00", ""),
        ("2026-11-27T20:00+08:00", "zhao"), // Friday evening
        ("2026-11-28T07:59+08:00", "zhao"), // Saturday morning, Friday's shift
        ("2026-11-28T08:00+08:00", ""),
        ("2026-11-29T23:59+08:00", "zhao"), // Sunday, on call
        ("2026-11-30T00:00+08:00", ""),
    ];

    [Theory, OnEachDatabase]
    public async Task On_shift_is_who_the_setup_says_by_the_estates_wall_clock(DatabaseProvider provider)
    {
        await using var desk = await StartAsync(provider);
        var roster = Roster(desk);

        Assert.Equal(_week, _week.Select(moment => (moment.At, OnShift(roster, DateTimeOffset.Parse(moment.At, CultureInfo.InvariantCulture)))));
    }

    [Theory, OnEachDatabase]
    public async Task A_new_member_without_shifts_is_never_on_shift(DatabaseProvider provider)
    {
        await using var desk = await StartAsync(provider);
        await desk.SetUpAsync(SmallSetup.With("staff/0/shifts", "[]"));

        Assert.Empty(OnShift(Roster(desk), DeskSettings.MondayMorning));
    }

    [Theory, OnEachDatabase]
    public async Task Lead_manager_and_supervisors_are_found_with_their_substitutes(DatabaseProvider provider)
    {
        await using var desk = await StartAsync(provider);
        var roster = Roster(desk);
        var clerks = roster.Teams.Single(team => team.Code == "desk");

        Assert.Equal("li", roster.LeadOf(Water(roster))?.WeComUserId);
        Assert.Null(roster.LeadOf(clerks));
        Assert.Equal("zou", roster.ManagerOf(Water(roster), 1)?.WeComUserId);
        Assert.Equal("zou", roster.ManagerOf(clerks, 1)?.WeComUserId); // no department: any manager
        Assert.Equal(["zou"], roster.Supervisors(1).Select(member => member.WeComUserId)); // no supervisor: the managers
        Assert.Equal("李师傅", roster.Find("LI")?.Name);
    }

    [Theory, OnEachDatabase]
    public async Task A_category_goes_to_the_team_that_takes_it_and_an_unclaimed_one_to_nobody(DatabaseProvider provider)
    {
        await using var desk = await StartAsync(provider);
        var roster = Roster(desk);

        Assert.Equal("water", roster.TeamFor("plumbing", 1)?.Code);
        Assert.Null(roster.TeamFor("elevator", 1));
        Assert.Null(roster.TeamFor(null, 1));
    }

    private static async Task<Desk> StartAsync(DatabaseProvider provider)
    {
        var desk = await Desk.StartAsync(provider, CorpusEstate.WithoutDemo);
        await desk.SetUpAsync(SmallSetup.Text);
        return desk;
    }

    private static StaffRoster Roster(Desk desk) => desk.Services.GetRequiredService<StaffRoster>();

    private static Team Water(StaffRoster roster) => roster.Teams.Single(team => team.Code == "water");

    private static string OnShift(StaffRoster roster, DateTimeOffset at) =>
        string.Join(',', roster.EngineersOnShift(Water(roster), estateId: 1, at).Select(member => member.WeComUserId));
}
