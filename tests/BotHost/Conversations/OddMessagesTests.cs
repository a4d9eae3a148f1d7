using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Texts;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Conversations;

/// <summary>Whatever is sent gets a kind word and opens no ticket by mistake.</summary>
public sealed class OddMessagesTests
{
    [Theory, OnEachDatabase]
    public async Task What_the_desk_cannot_read_is_answered_politely(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = desk.Stranger();

        Assert.Equal(OwnerTexts.NotHandled, await owner.SayAsync(""));
        Assert.Equal(OwnerTexts.NotHandled, await owner.SendOtherAsync("hologram"));
        Assert.Equal(OwnerTexts.NotHandled, await owner.SendOtherAsync("sticker"));
        Assert.Equal(OwnerTexts.VoiceUnheard, await owner.SpeakAsync(recognition: null));
        foreach (var words in new[] { "   ", "😀😀😀", "👨‍👩‍👧‍👦", "？？？", "。", "1", "4", "asdfgh", "\u0001\u0002" })
            Assert.DoesNotContain("已为您登记", await owner.SayAsync(words), StringComparison.Ordinal);
        Assert.Empty(await desk.TicketsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Control_characters_and_five_thousand_characters_lose_no_report(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = await desk.WangAsync();

        Assert.Contains("已为您登记：3栋2单元201 厨房水管漏水", await owner.SayAsync("厨房\u0001水管\u0007漏水\u001f"), StringComparison.Ordinal);
        desk.Desk.Clock.Advance(TimeSpan.FromHours(1));
        var receipt = await owner.SayAsync(string.Concat(Enumerable.Repeat("卧室灯不亮了，", 715))[..5000]);

        Assert.Contains("…\n单号：GD", receipt, StringComparison.Ordinal);
        var ticket = (await desk.TicketsAsync())[^1];
        Assert.Equal(5000, ticket.Events.Single(e => e.Sequence == 1).Text?.Text?.Length);
    }

    [Theory, OnEachDatabase]
    public async Task A_voice_that_the_platform_understood_is_a_report(DatabaseProvider provider)
    {
        await using var desk = await TurnDesk.StartAsync(provider);
        var owner = await desk.WangAsync();

        Assert.Contains("已为您登记：3栋2单元201", await owner.SpeakAsync("厨房水管漏水。"), StringComparison.Ordinal);
    }
}
