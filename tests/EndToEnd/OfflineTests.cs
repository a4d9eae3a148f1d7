using ChatDesk.BotHost.Tickets;
using ChatDesk.BotHost.Work;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace ChatDesk.Tests.EndToEnd;

/// <summary>An engineer works in a basement without signal .</summary>
[Collection(Stories.Name)]
public sealed class OfflineTests(Chromium chromium)
{
    private static readonly string Photo = Path.Combine(AppContext.BaseDirectory, "Files", "photo.jpg");
    private static readonly string OtherPhoto = Path.Combine(AppContext.BaseDirectory, "Files", "photo.png");

    [Fact]
    public async Task Three_steps_two_photos_and_a_signature_without_signal_arrive_once_and_in_order_after_the_desk_was_started_again_R_132()
    {
        await using var basement = await Basement.StartAsync(chromium);
        var number = await basement.TakeTicketAsync();
        var phone = await basement.OpenAsync(number);

        await basement.LoseSignalAsync();
        await phone.Page.ReloadAsync();
        await Expect(phone.OfflineLine).ToContainTextAsync("没有信号");
        await phone.RecordAsync("检测漏点", Photo);
        await phone.RecordAsync("更换弯头", OtherPhoto);
        await phone.RecordAsync("测试不漏");
        await phone.FinishSignedAsync("已修好");
        await Expect(phone.WaitingCount).ToHaveTextAsync("4条等待发送");
        await basement.RestartDeskAsync();
        await phone.Page.ReloadAsync();
        await Expect(phone.WaitingCount).ToHaveTextAsync("4条等待发送");

        await basement.FindSignalAsync();
        await Expect(phone.Waiting).ToBeHiddenAsync();
        var ticket = await basement.TicketAsync(number);
        var work = ticket.Events.Where(e => e.Type is TicketEventType.StepAdded or TicketEventType.Finished).ToList();
        Assert.Equal(["检测漏点", "更换弯头", "测试不漏", "已修好"], work.Select(e => e.Text!.Text));
        Assert.Equal([1, 1, 0, 0], work.Select(e => e.Photos.Count));
        Assert.Equal(work[^1].Signature!.Sha256, work[^1].Data.Signature);
        Assert.Null(TicketChain.FirstBroken(ticket.Events));
        Assert.Equal(4, await basement.Desk.ReadAsync(db => db.Set<WorkEntry>().CountAsync()));
    }
}
