using ChatDesk.Tests.EndToEnd.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatDesk.Tests.EndToEnd;

/// <summary>Scenes that several stories begin with. The people are the demonstration estate's.</summary>
internal static class Scenes
{
    public const string Owner = "王女士";
    public const string Leak = "厨房水管漏水";

    /// <summary>王女士 follows the account and binds 3栋2单元201.</summary>
    public static async Task<PhoneView> BindHomeAsync(this PlaygroundPage playground)
    {
        var owner = await playground.PickUpAsync(Owner);
        await owner.FollowAsync();
        await owner.TapPhraseAsync("我住3栋2单元201");
        await Expect(owner.Newest).ToContainTextAsync("后四位");
        await owner.TapPhraseAsync("3201");
        await Expect(owner.Newest).ToContainTextAsync("已绑定3栋2单元201");
        return owner;
    }

    /// <summary>Reports a leak from a bound home; nothing is asked.</summary>
    /// <returns>The ticket's number.</returns>
    public static async Task<string> ReportLeakAsync(this PhoneView owner)
    {
        await owner.TapPhraseAsync(Leak);
        return await owner.ReceiptNumberAsync();
    }

    /// <summary>李师傅 presses 接单 on his card.</summary>
    public static async Task<PhoneView> LetLiTakeItAsync(this PlaygroundPage playground, string number)
    {
        var li = await playground.PickUpAsync("李师傅");
        await li.PressAsync(number, "接单");
        await Expect(li.ButtonsOf(number)).ToHaveTextAsync(["出发", "到场", "完工"]);
        return li;
    }

    /// <summary>李师傅 repairs it and says so on his card: the owner gets the survey.</summary>
    public static async Task<PhoneView> LetLiFinishItAsync(this PlaygroundPage playground, string number)
    {
        var li = await playground.LetLiTakeItAsync(number);
        await li.PressAsync(number, "到场");
        await Expect(li.ButtonsOf(number)).ToHaveTextAsync(["完工"]);
        await li.PressAsync(number, "完工");
        await Expect(li.Card(number)).ToContainTextAsync("已完工");
        var owner = await playground.PickUpAsync(Owner);
        await Expect(owner.Newest).ToContainTextAsync("这次服务您满意吗");
        return owner;
    }

    public static async Task<WorkPage> OpenWorkPageAsync(this PhoneView engineer, string number) =>
        new(await engineer.Card(number).GetByText("打开工单").FollowAsync());

    /// <summary>The picture was loaded and is one.</summary>
    public static async Task ShowsPictureAsync(this ILocator picture)
    {
        await picture.ScrollIntoViewIfNeededAsync();
        await picture.EvaluateAsync("picture => picture.decode()");
    }
}
