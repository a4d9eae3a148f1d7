using ChatDesk.Tests.EndToEnd.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatDesk.Tests.EndToEnd;

[Collection(Stories.Name)]
public sealed class MaterialsTests(Chromium chromium)
{
    [Theory, OnEachScreen]
    public async Task The_desk_prices_a_material_the_engineer_uses_it_and_the_owner_sees_it_R_111(Screen screen)
    {
        await using var story = await Story.StartAsync(chromium, screen);
        var playground = await story.OpenPlaygroundAsync();
        var owner = await playground.BindHomeAsync();
        var number = await owner.ReportLeakAsync();
        ProgressPage progress = new(await owner.Heard(number).LinkTo("/t/").FollowAsync());
        var console = await story.OpenConsoleAsync();
        await console.SignInAsync(story.OneTimePassword);
        await console.TurnToAsync("管理");
        await console.Page.GetByRole(AriaRole.Link, new() { Name = "材料与导航" }).ClickAsync();
        var line = console.Page.Locator("form.console-material").First;
        await line.GetByLabel("名称").FillAsync("浮球阀");
        await line.GetByLabel("单价").FillAsync("38.5");
        await line.GetByLabel("单位").FillAsync("个");
        await line.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(console.Said).ToHaveTextAsync("已保存。");
        await story.LookAtAsync(console.Page, "console-materials");

        var work = await (await playground.LetLiTakeItAsync(number)).OpenWorkPageAsync(number);
        await Expect(work.Page.GetByText("导航到小区")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^https://uri.amap.com/search"));
        await work.UseAsync("浮球阀", 2);
        await work.Page.GetByLabel("做了什么").FillAsync("更换浮球阀");
        await work.PressAsync("保存这一步");
        await Expect(work.Notice).ToContainTextAsync("这一步已保存");

        await Expect(progress.Fact("材料使用")).ToHaveTextAsync("浮球阀2个（38.5元/个），材料费合计77元");
        await Expect(progress.Fact("预计到场")).ToContainTextAsync("已到场");
        await story.LookAtAsync(progress.Page, "progress-materials");
        story.AssertNoErrors();
    }
}
