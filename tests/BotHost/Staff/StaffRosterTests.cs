using ChatDesk.BotHost.Staff;
using ChatDesk.Tests.BotHost.Estates;
using ChatDesk.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Staff;

/// <summary>The small setup: li works Monday to Friday 8 to 20, zhao Friday 20 to 8 and is on call on Sunday.</summary>
public sealed class StaffRosterTests : IAsyncLifetime
{
    private Desk _desk = null!;

    private StaffRoster Roster => _desk.Services.GetRequiredService<StaffRoster>();

    private Team Water => Roster.Teams.Single(team => team.Code == "water");

    public async Task InitializeAsync()
    {
        _desk = await Desk.StartAsync(settings: CorpusEstate.WithoutDemo);
        await _desk.SetUpAsync(SmallSetup.Text);
    }

    public Task DisposeAsync() => _desk.DisposeAsync().AsTask();

    [Theory]
    [InlineData("2026-11-23T08:00+08:00", "li")] // Monday, the shift's first minute
    [InlineData("2026-11-23T19:59+08:00", "li")]
    [InlineData("2026-11-23T20:00+08:00", "")]
    [InlineData("2026-11-27T20:00+08:00", "zhao")] // Friday evening
    [InlineData("2026-11-28T07:59+08:00", "zhao")] // Saturday morning, Friday's shift
    [InlineData("2026-11-28T08:00+08:00", "")]
    [InlineData("2026-11-29T23:59+08:00", "zhao")] // Sunday, on call
    [InlineData("2026-11-30T00:00+08:00", "")]
    public void On_shift_is_who_the_setup_says_by_the_estates_wall_clock(string at, string expected)
    {
        var onShift = Roster.EngineersOnShift(Water, estateId: 1, DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, string.Join(',', onShift.Select(member => member.WeComUserId)));
    }

    [Fact]
    public async Task A_new_member_without_shifts_is_never_on_shift()
    {
        await _desk.SetUpAsync(SmallSetup.With("staff/0/shifts", "[]"));

        Assert.Empty(Roster.EngineersOnShift(Water, 1, DeskSettings.MondayMorning));
    }

    [Fact]
    public void Lead_manager_and_supervisors_are_found_with_their_substitutes()
    {
        var desk = Roster.Teams.Single(team => team.Code == "desk");

        Assert.Equal("li", Roster.LeadOf(Water)?.WeComUserId);
        Assert.Null(Roster.LeadOf(desk));
        Assert.Equal("zou", Roster.ManagerOf(Water, 1)?.WeComUserId);
        Assert.Equal("zou", Roster.ManagerOf(desk, 1)?.WeComUserId); // no department: any manager
        Assert.Equal(["zou"], Roster.Supervisors(1).Select(member => member.WeComUserId)); // no supervisor: the managers
        Assert.Equal("李师傅", Roster.Find("LI")?.Name);
    }

    [Fact]
    public void A_category_goes_to_the_team_that_takes_it_and_an_unclaimed_one_to_nobody()
    {
        Assert.Equal("water", Roster.TeamFor("plumbing", 1)?.Code);
        Assert.Null(Roster.TeamFor("elevator", 1));
        Assert.Null(Roster.TeamFor(null, 1));
    }
}
