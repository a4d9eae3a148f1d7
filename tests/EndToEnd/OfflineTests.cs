using ChatDesk.BotHost.Tickets;
using ChatDesk.BotHost.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatDesk.Tests.EndToEnd;

/// <summary>An engineer works in a basement without signal .</summary>
[Collection(Stories.Name)]
public sealed class OfflineTests(Chromium chromium)
{
    private static readonly string Photo = Path.Combine(AppContext.BaseDirectory, "Files", "photo.jpg");
    private static readonly string OtherPhoto = Path.Combine(AppContext.BaseDirectory, "Files", "photo.png");

    [Theory, OnEachScreen]
    public async Task Three_steps_two_photos_and_a_signature_without_signal_arrive_once_and_in_order_after_the_desk_was_started_again_R_132(Screen screen)
    {
        await using var basement = await Basement.StartAsync(chromium, screen);
        var number = await basement.TakeTicketAsync();
        var phone = await basement.OpenAsync(number);

        await basement.LoseSignalAsync();
        await phone.Page.ReloadAsync();
        await Expect(phone.OfflineLine).ToContainTextAsync("没有信号");
        await phone.UseAsync("弯头", 2);
        await basement.LookAtAsync(phone, "work-materials");
        await phone.RecordAsync("检测漏点", Photo);
        await phone.RecordAsync("更换弯头", OtherPhoto);
        await phone.RecordAsync("测试不漏");
        await phone.FinishSignedAsync("已修好", () => basement.LookAtAsync(phone, "work-signed"));
        await Expect(phone.WaitingCount).ToHaveTextAsync("4条等待发送");
        await basement.RestartDeskAsync();
        await phone.Page.ReloadAsync();
        await Expect(phone.WaitingCount).ToHaveTextAsync("4条等待发送");
        await basement.LookAtAsync(phone, "work-waiting");

        await basement.FindSignalAsync();
        await Expect(phone.Waiting).ToBeHiddenAsync();
        var ticket = await basement.TicketAsync(number);
        var work = ticket.Events.Where(e => e.Type is TicketEventType.StepAdded or TicketEventType.Finished).ToList();
        Assert.Equal(["检测漏点", "更换弯头", "测试不漏", "已修好"], work.Select(e => e.Text!.Text));
        Assert.Equal([1, 1, 0, 0], work.Select(e => e.Photos.Count));
        Assert.Equal(("弯头", 2m, 8m), work[0].Data.Used!.Select(use => (use.Name, use.Quantity, use.Price)).Single());
        Assert.Equal(work[^1].Signature!.Sha256, work[^1].Data.Signature);
        Assert.Null(TicketChain.FirstBroken(ticket.Events));
        Assert.Equal(4, await basement.Desk.ReadAsync(db => db.Set<WorkEntry>().CountAsync()));
        await Expect(phone.Timeline).ToContainTextAsync("业主已签名");
        await basement.LookAtAsync(phone, "work-sent");
    }

    [Fact]
    public async Task A_step_whose_answer_was_lost_is_sent_again_and_stored_once_R_132()
    {
        await using var basement = await Basement.StartAsync(chromium);
        var number = await basement.TakeTicketAsync();
        var phone = await basement.OpenAsync(number);

        basement.Line.LosesAnswers = true;
        await phone.RecordAsync("更换弯头", Photo);
        await Expect(phone.WaitingEntries).ToContainTextAsync("没发出去：没有信号");
        Assert.Equal(["更换弯头"], await basement.WorkAsync(number));
        basement.Line.LosesAnswers = false;
        await phone.PressAsync("立即发送");

        await Expect(phone.Waiting).ToBeHiddenAsync();
        Assert.Equal(["更换弯头"], await basement.WorkAsync(number));
    }

    [Fact]
    public async Task After_the_session_ended_the_queue_waits_for_the_card_and_what_is_refused_stays_with_its_reason_while_the_rest_goes_on_R_132()
    {
        await using var basement = await Basement.StartAsync(chromium);
        var passedOn = await basement.TakeTicketAsync();
        var own = await basement.TakeTicketAsync("卫生间水龙头滴水");
        var first = await basement.OpenAsync(passedOn);
        var second = await basement.OpenAsync(own);
        await basement.LoseSignalAsync();
        await first.RecordAsync("检测漏点", Photo);
        await second.RecordAsync("更换水龙头");
        await basement.ActAsync(passedOn, new(TicketAction.Assign) { Assignee = Basement.Colleague }, "lin");
        await basement.ForgetSessionAsync();

        await basement.FindSignalAsync();
        await Expect(second.WaitingEntries.First).ToContainTextAsync("登录已过期");
        await second.Page.ReloadAsync();
        await Expect(second.Page.GetByText("请从企业微信打开")).ToBeVisibleAsync();
        await Expect(second.WaitingCount).ToHaveTextAsync("2条等待发送");
        await basement.LookAtAsync(second, "work-signed-out");
        var again = await basement.OpenAsync(own);

        await Expect(again.WaitingCount).ToHaveTextAsync("1条没有被接受");
        await Expect(again.WaitingEntries).ToContainTextAsync("由周师傅负责");
        Assert.Equal(["更换水龙头"], await basement.WorkAsync(own));
        Assert.Empty(await basement.WorkAsync(passedOn));
        await basement.LookAtAsync(again, "work-refused");
        again.Page.Dialog += (_, asked) => asked.AcceptAsync();
        await again.PressAsync("删除");
        await Expect(again.Waiting).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Two_windows_share_one_queue_and_each_entry_is_sent_once_R_132()
    {
        await using var basement = await Basement.StartAsync(chromium);
        var number = await basement.TakeTicketAsync();
        var left = await basement.OpenAsync(number);
        var right = await basement.OpenAnotherTabAsync(number);
        await basement.LoseSignalAsync();

        await left.RecordAsync("关总阀");
        await right.RecordAsync("检测漏点");
        await left.RecordAsync("更换弯头");
        await Expect(right.WaitingCount).ToHaveTextAsync("3条等待发送");
        await basement.FindSignalAsync();

        foreach (var window in new[] { left, right })
            await Expect(window.Waiting).ToBeHiddenAsync();
        Assert.Equal(["关总阀", "检测漏点", "更换弯头"], await basement.WorkAsync(number));
    }

    [Fact]
    public async Task A_large_photo_taken_sideways_arrives_upright_and_small_R_113()
    {
        await using var basement = await Basement.StartAsync(chromium);
        var number = await basement.TakeTicketAsync();
        var phone = await basement.OpenAsync(number);
        var sideways = SidewaysPhoto.Of(Convert.FromBase64String(await phone.Page.EvaluateAsync<string>(SidewaysPhoto.Draw)));

        await phone.Page.GetByLabel("做了什么").FillAsync("检测漏点");
        await phone.Page.Locator("#photos").SetInputFilesAsync(new FilePayload { Name = "IMG_1.jpg", MimeType = "image/jpeg", Buffer = sideways });
        await phone.PressAsync("保存这一步");
        await Expect(phone.Notice).ToContainTextAsync("这一步已保存");

        var photo = (await basement.TicketAsync(number)).Events.Single(e => e.Type == TicketEventType.StepAdded).Photos.Single();
        Assert.Equal("800x1600 red above blue", await phone.Page.EvaluateAsync<string>(SidewaysPhoto.Look, $"/files/{photo.Key}"));
    }

    [Theory, OnEachScreen]
    public async Task The_phone_pages_weigh_less_than_100_kB_and_list_history_and_manuals_are_quiet_and_live_R_133(Screen screen)
    {
        await using var basement = await Basement.StartAsync(chromium, screen);
        var number = await basement.TakeTicketAsync();
        var phone = await basement.OpenAsync(number);
        Assert.InRange(await WeightAsync(phone.Page), 1, 100_000);

        await phone.PauseAsync("等待配件", "4小时");
        await Expect(phone.Notice).ToContainTextAsync("已暂停");
        await basement.LookAtAsync(phone, "work-paused");
        await phone.Page.GotoAsync("/w/");
        await Expect(phone.Page.Locator(".ticket").First).ToContainTextAsync("等待配件");
        var next = await basement.TakeTicketAsync("阳台地漏堵了");
        await Expect(phone.Page.Locator(".ticket", new() { HasText = next })).ToBeVisibleAsync();
        await basement.LookAtAsync(phone, "work-list");
        foreach (var (path, name) in new[] { ("/w/history", "work-history"), ("/w/manuals", "work-manuals"), ("/w/offline", "work-offline") })
        {
            await phone.Page.GotoAsync(path);
            await basement.LookAtAsync(phone, name);
        }
    }

    /// <summary>Bytes on the wire of the page and what it loads, as a first visitor's browser counts them.</summary>
    private static Task<int> WeightAsync(IPage page) => page.EvaluateAsync<int>(
        """
        async () => {
          const named = ["navigation", "resource"].flatMap(kind => performance.getEntriesByType(kind));
          let sum = 0;
          for (const entry of named) {
            if (entry.name.includes("/events")) continue;
            const bytes = new Uint8Array(await (await fetch(entry.name, { cache: "no-store" })).arrayBuffer());
            const packed = new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip")));
            sum += (await packed.arrayBuffer()).byteLength + 300;
          }
          return sum;
        }
        """);
}
