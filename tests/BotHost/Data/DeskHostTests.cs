using System.Net;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Data;

public sealed class DeskHostTests
{
    [Theory, OnEachDatabase]
    public async Task What_one_desk_stored_the_next_one_on_the_same_database_reads(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var first = await Desk.StartAsync(database, DeskSettings.Empty))
            await first.AddAsync(new Company { Name = "示范物业", BotName = "小安", Hotline = "400-000-0000" });

        await using var second = await Desk.StartAsync(database, DeskSettings.Empty);

        Assert.Equal("示范物业", await second.ReadAsync(db => db.Set<Company>().Select(company => company.Name).SingleAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task The_desk_answers_on_a_port_of_its_own(DatabaseProvider provider)
    {
        await using var one = await Desk.StartAsync(provider);
        await using var other = await Desk.StartAsync(provider);

        Assert.NotEqual(one.Url.Port, other.Url.Port);
        using var answer = await one.Http.GetAsync("/no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_desk_serves_the_pages_static_files()
    {
        await using var desk = await Desk.StartAsync(DatabaseProvider.Sqlite);

        using var answer = await desk.Http.GetAsync("/lib/htmx.min.js");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_clock_stands_still_until_the_test_moves_it()
    {
        await using var desk = await Desk.StartAsync(DatabaseProvider.Sqlite);
        desk.Clock.Advance(TimeSpan.FromHours(48));

        Assert.Equal(DeskSettings.MondayMorning.AddHours(48), desk.Services.GetRequiredService<TimeProvider>().GetUtcNow());
    }
}
