using System.Net;
using ChatDesk.BotHost.Data;
using ChatDesk.Tests.BotHost.Pages;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.External;

/// <summary>Story 2: engineers in WeCom, from the card to the end of the work.</summary>
[Collection(nameof(OutsideStories))]
public sealed class EngineerStoryTests(OutsideWorlds worlds)
{
    [Theory, OnEachDatabase]
    public async Task The_card_reaches_everybody_on_shift_once_and_the_first_press_updates_both_cards_each_with_its_code(DatabaseProvider provider)
    {
        var world = await worlds.OnAsync(provider);
        var number = (await world.Owner("oD040").SayAsync("卫生间水管漏水")).Number;
        var (winner, loser) = (world.Member("guan01"), world.Member("guan02"));
        var (winnersCard, losersCard) = (await winner.WaitForCardAsync(number), await loser.WaitForCardAsync(number));
        Assert.Equal(["接单", "转派", "退单"], winnersCard.Buttons);

        var press = winner.PressOf(winnersCard, "接单");
        Assert.Null(await winner.SendAsync(press));
        var won = await winner.WaitForUpdateAsync(winnersCard, _ => true);
        var lost = await loser.WaitForUpdateAsync(losersCard, _ => true);

        Assert.Equal((press.Code, losersCard.ResponseCode), (won.UsedCode, lost.UsedCode));
        Assert.Equal(["出发", "到场", "完工"], won.Buttons);
        Assert.Equal("已由李建平接单", lost.ReplaceText);
        Assert.All([won, lost], update => Assert.Equal(0, update.Answer.GetProperty("errcode").GetInt32()));
        Assert.All([winner, loser], member => Assert.Single(member.Cards(number)));
        Assert.All(["guan03", "guan04"], offShift => Assert.Empty(world.Member(offShift).Messages(number)));
    }

    [Theory, OnEachDatabase]
    public async Task Of_two_presses_at_once_one_wins_and_both_see_who(DatabaseProvider provider)
    {
        var world = await worlds.OnAsync(provider);
        var number = (await world.Owner("oD044").SayAsync("厨房下水道堵了")).Number;
        await PressTogetherAsync(number, world.Member("guan01"), world.Member("guan02"));
    }

    [Theory, OnEachDatabase]
    public async Task Of_ten_presses_at_once_one_wins_and_all_see_who(DatabaseProvider provider)
    {
        var world = await worlds.OnAsync(provider);
        var number = (await world.Owner("oD046").SayAsync("家里有很多蟑螂，麻烦来消杀")).Number;
        await PressTogetherAsync(number, [.. Enumerable.Range(1, 10).Select(n => world.Member($"lh{n:00}"))]);
    }

    [Theory, OnEachDatabase]
    public async Task The_same_press_sent_again_changes_nothing(DatabaseProvider provider)
    {
        var world = await worlds.OnAsync(provider);
        var owner = world.Owner("oD048");
        var number = (await owner.SayAsync("厨房水龙头漏水")).Number;
        var engineer = world.Member("guan02");
        var card = await engineer.WaitForCardAsync(number);
        var press = engineer.PressOf(card, "接单");
        Assert.Null(await engineer.SendAsync(press));
        var update = await engineer.WaitForUpdateAsync(card, _ => true);
        await owner.WaitForAsync(reply => reply.Text.Contains("已接单", StringComparison.Ordinal));

        for (var repeat = 0; repeat < 3; repeat++)
            Assert.Null(await engineer.SendAsync(press));
        await engineer.PressAsync(update, "到场");

        Assert.Equal(2, engineer.Updates(card).Count);
        Assert.Single(owner.Sent, reply => reply.Text.Contains("已接单", StringComparison.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task To_hand_a_ticket_back_or_on_needs_a_reason_which_the_work_page_takes(DatabaseProvider provider)
    {
        var world = await worlds.OnAsync(provider);
        var number = (await world.Owner("oD050").SayAsync("洗手盆下水漏水")).Number;
        var (engineer, colleague) = (world.Member("guan01"), world.Member("guan02"));
        var card = await engineer.PressAsync(await engineer.WaitForCardAsync(number), "接单");
        Assert.DoesNotContain("退单", card.Buttons);
        var offer = await colleague.WaitForCardAsync(number);

        foreach (var button in new[] { "退单", "转派" })
        {
            var answer = await colleague.SendAsync(colleague.PressOf(offer, button));
            Assert.Contains("原因", answer, StringComparison.Ordinal);
            using Browser browser = new(world.Url);
            using var entry = await browser.GetAsync(new Uri(answer!.Split('：')[^1]).PathAndQuery);
            Assert.Equal((HttpStatusCode.Redirect, $"/w/{number}"), (entry.StatusCode, entry.Headers.Location?.OriginalString));
        }

        using Browser page = new(world.Url);
        using var opened = await page.GetAsync(card.WorkPage.PathAndQuery);
        using var noReason = await page.SubmitAsync($"/w/{number}", ("action", "Return"), ("text", " "));
        Assert.Single(colleague.Cards(number));
        using var handedBack = await page.SubmitAsync($"/w/{number}", ("action", "Return"), ("text", "缺配件"));
        var again = await colleague.WaitForMessageAsync(number, message => message.ResponseCode is not null && message.TaskId != offer.TaskId);
        Assert.Equal(["接单", "转派", "退单"], again.Buttons);
        Assert.Single(engineer.Cards(number));
    }

    [Theory, OnEachDatabase]
    public async Task The_work_goes_on_with_setting_out_arriving_and_finishing_on_the_card(DatabaseProvider provider)
    {
        var world = await worlds.OnAsync(provider);
        var owner = world.Owner("oD051");
        var number = (await owner.SayAsync("阳台地漏堵了")).Number;
        var engineer = world.Member("guan02");
        var card = await engineer.PressAsync(await engineer.WaitForCardAsync(number), "接单");

        card = await engineer.PressAsync(card, "出发");
        Assert.Equal(["到场", "完工"], card.Buttons);
        card = await engineer.PressAsync(card, "到场");
        Assert.Equal(["完工"], card.Buttons);
        card = await engineer.PressAsync(card, "完工");
        Assert.Equal("已完工", card.ReplaceText);
        await owner.WaitForAsync(reply => reply.Text.Contains("赵有福已完工", StringComparison.Ordinal));
    }

    /// <summary>Everybody holds a card and presses 接单 at once.</summary>
    private static async Task PressTogetherAsync(string number, params WeComMember[] members)
    {
        var cards = await Task.WhenAll(members.Select(member => member.WaitForCardAsync(number)));
        var presses = members.Zip(cards, (member, card) => (member, press: member.PressOf(card, "接单"))).ToList();
        await Task.WhenAll(presses.Select(each => each.member.SendAsync(each.press)));

        var last = await Task.WhenAll(members.Zip(cards, (member, card) => member.WaitForUpdateAsync(card, update => update.Buttons.Contains("出发") || update.ReplaceText is not null)));
        Assert.Single(last, update => update.ReplaceText is null);
        Assert.Single(last.Select(update => update.ReplaceText).OfType<string>().Distinct());
        Assert.All(last, update => Assert.Equal(0, update.Answer.GetProperty("errcode").GetInt32()));
        Assert.All(members, member => Assert.Single(member.Cards(number)));
    }
}
