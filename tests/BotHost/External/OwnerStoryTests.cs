using ChatDesk.BotHost.Data;
using ChatDesk.Tests.BotHost.Estates;
using ChatDesk.Tests.BotHost.Pages;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.External;

/// <summary>Story 1: an owner in the official account, from the first message to the survey.</summary>
[Collection(nameof(OutsideStories))]
public sealed class OwnerStoryTests(OutsideWorlds worlds)
{
    [Theory, OnEachDatabase]
    public async Task Three_wrong_tries_to_bind_a_home_lead_to_a_person(DatabaseProvider provider)
    {
        var world = await worlds.OnAsync(provider);
        var owner = world.Owner("oWrongTries");

        var welcome = await owner.FollowAsync();
        Assert.Contains("翠湖物业客服", welcome.Text, StringComparison.Ordinal);
        Assert.Contains("后四位", (await owner.SayAsync("翠湖花园12栋2单元2501")).Text, StringComparison.Ordinal);
        Assert.Contains("还可以试2次", (await owner.SayAsync("1111")).Text, StringComparison.Ordinal);
        Assert.Contains("还可以试1次", (await owner.SayAsync("2222")).Text, StringComparison.Ordinal);
        Assert.Contains("客服同事联系您", (await owner.SayAsync("3333")).Text, StringComparison.Ordinal);
        Assert.Contains("客服同事联系您", (await owner.SayAsync("12栋2单元2501，0043")).Text, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task An_owner_binds_a_home_asks_reports_and_rates(DatabaseProvider provider)
    {
        var world = await worlds.OnAsync(provider);
        var owner = world.Owner("oFang");
        await owner.FollowAsync();
        await owner.SayAsync("三栋二单元102");
        Assert.Contains("已绑定3栋2单元102", (await owner.SayAsync("0102")).Text, StringComparison.Ordinal);

        Assert.Equal(Article("F001"), (await owner.SayAsync("物业费怎么收")).Text);

        var receipt = await owner.SayAsync("厨房水管漏水");
        Assert.Contains("已为您登记：3栋2单元102 厨房水管漏水", receipt.Text, StringComparison.Ordinal);
        Assert.StartsWith($"{world.Url}t/", receipt.Link.AbsoluteUri, StringComparison.Ordinal);
        var number = receipt.Number;
        var engineer = world.Member("guan01");
        var card = await engineer.WaitForCardAsync(number);

        Assert.Equal(number, (await owner.SendPhotoAsync(TestFiles.Read("photo.jpg"))).Number);
        Assert.Equal("image/jpeg", await FirstPhotoTypeAsync(world, card));

        Assert.Contains("还没有师傅接单", (await owner.SayAsync("修得怎么样了")).Text, StringComparison.Ordinal);
        var urged = await owner.SayAsync("快点啊都等一天了");
        Assert.Contains("让您久等了", urged.Text, StringComparison.Ordinal);
        Assert.Equal(number, urged.Number);
        await world.Member("zg01").WaitForMessageAsync(number, call => call.Raw.Contains("业主催单", StringComparison.Ordinal));

        card = await engineer.PressAsync(card, "接单");
        await owner.WaitForAsync(reply => reply.Text.Contains("李建平已接单", StringComparison.Ordinal));
        Assert.Contains("李建平已接单", (await owner.SayAsync("现在到哪一步了？")).Text, StringComparison.Ordinal);
        card = await engineer.PressAsync(card, "到场");
        await owner.WaitForAsync(reply => reply.Text.Contains("李建平已到场", StringComparison.Ordinal));
        await engineer.PressAsync(card, "完工");

        var survey = await owner.WaitForAsync(reply => reply.Text.Contains("您满意吗", StringComparison.Ordinal));
        Assert.Equal(["非常满意", "满意", "一般", "不满意"], survey.Choices.Select(choice => choice.Content));
        Assert.Contains("谢谢您的评价", (await owner.TapAsync(survey.Choices[1])).Text, StringComparison.Ordinal);
        Assert.Contains("已完工并关闭", (await owner.SayAsync($"查一下{number}")).Text, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_repair_that_is_not_needed_any_more_is_cancelled_after_one_question(DatabaseProvider provider)
    {
        var world = await worlds.OnAsync(provider);
        var owner = world.Owner("oD041");
        var number = (await owner.SayAsync("卧室插座没电")).Number;
        var engineer = world.Member("dian01");
        var card = await engineer.WaitForCardAsync(number);

        var question = await owner.SayAsync("不用来了");
        Assert.Equal((number, 2), (question.Number, question.Choices.Count));
        Assert.Empty(engineer.Updates(card));
        Assert.Equal($"{number}已取消。以后有需要随时告诉我。", (await owner.TapAsync(question.Choices[0])).Text);
        await engineer.WaitForUpdateAsync(card, update => update.ReplaceText == "已取消");
    }

    [Theory, OnEachDatabase]
    public async Task An_owner_who_is_not_content_has_the_repair_taken_up_again(DatabaseProvider provider)
    {
        var world = await worlds.OnAsync(provider);
        var owner = world.Owner("oD042");
        var number = (await owner.SayAsync("马桶堵了")).Number;
        var engineer = world.Member("guan02");
        var card = await engineer.PressAsync(await engineer.WaitForCardAsync(number), "接单");
        await engineer.PressAsync(card, "完工");
        var survey = await owner.WaitForAsync(reply => reply.Choices.Count == 4);

        Assert.Contains("很抱歉没让您满意", (await owner.TapAsync(survey.Choices[3])).Text, StringComparison.Ordinal);
        await world.Member("zg01").WaitForMessageAsync(number, call => call.Raw.Contains("没有修好", StringComparison.Ordinal));
        await engineer.WaitForMessageAsync(number, call => call.ResponseCode is not null && call.TaskId != card.TaskId);
    }

    /// <summary>The article's answer as its file has it.</summary>
    private static string Article(string id) =>
        File.ReadLines(CorpusEstate.ArticlesPath).Single(line => line.StartsWith(id, StringComparison.Ordinal)).Split('"')[1];

    /// <summary>Opens the card's link as the engineer's browser does and fetches the first photo on the page.</summary>
    private static async Task<string?> FirstPhotoTypeAsync(OutsideWorld world, PlatformCall card)
    {
        using Browser browser = new(world.Url);
        using var entry = await browser.GetAsync(card.WorkPage.PathAndQuery);
        var page = await browser.ReadAsync(entry.Headers.Location!.OriginalString);
        var photo = page.Split("<img").Skip(1).Select(image => image.Split("src=\"")[1].Split('"')[0]).First();
        using var answer = await browser.GetAsync(photo);
        return answer.Content.Headers.ContentType?.MediaType;
    }
}
