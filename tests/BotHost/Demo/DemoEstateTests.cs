using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Demo;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Staff;
using ChatDesk.Knowledge.Retrieval;
using ChatDesk.Knowledge.Understanding;
using ChatDesk.Tests.BotHost.Estates;
using ChatDesk.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Demo;

public sealed class DemoEstateTests
{
    [Theory, OnEachDatabase]
    public async Task An_empty_desk_with_the_sandbox_gets_an_estate_whose_every_category_is_staffed_at_every_hour(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider);
        await desk.Services.GetRequiredService<RevisionWatcher>().RefreshAsync(default);
        var roster = desk.Services.GetRequiredService<StaffRoster>();
        var estate = desk.Services.GetRequiredService<EstateRegister>().OnlyEstate!;

        Assert.Equal("晴川里", estate.Name);
        Assert.Equal(150, desk.Services.GetRequiredService<KnowledgeBase>().Index.Articles.Count);
        foreach (var category in Enum.GetValues<Category>())
        {
            var team = roster.TeamFor(category.Label(), estate.Id);
            Assert.NotNull(team);
            for (var hour = 0; hour < 7 * 24; hour++)
                Assert.NotEmpty(roster.EngineersOnShift(team, estate.Id, DeskSettings.MondayMorning.AddHours(hour)));
        }
    }

    [Theory, OnEachDatabase]
    public async Task The_playground_shows_the_phones_of_the_demonstration_estates_people(DatabaseProvider provider)
    {
        await using var desk = await Desk.StartAsync(provider);

        var phones = desk.Services.GetRequiredService<ChatDesk.Channels.Sandbox.Phones.SandboxPhones>().List();

        Assert.Equal(6, phones.Count(phone => phone.Kind == "owner"));
        Assert.Equal(["我住3栋2单元201", "3201"], phones.Where(phone => phone.Name == "王女士").SelectMany(phone => phone.Phrases));
        Assert.Equal(("李师傅", "engineer"), phones.Where(phone => phone.Id == "li").Select(phone => (phone.Name, phone.Role)).Single());
        Assert.Contains(phones, phone => phone.Role == "supervisor");
        Assert.Contains(phones, phone => phone.Role == "housekeeper");
    }

    [Theory, OnEachDatabase]
    public async Task A_desk_that_was_set_up_gets_no_demonstration_estate(DatabaseProvider provider)
    {
        await using var desk = await CorpusEstate.StartAsync(provider);

        Assert.False(await DemoEstate.LoadIfEmptyAsync(desk.Services, default));
        Assert.Equal("翠湖花园", desk.Services.GetRequiredService<EstateRegister>().OnlyEstate!.Name);
    }
}
