using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Tickets;
using ChatDesk.BotHost.Work;
using ChatDesk.Tests.BotHost.Pages;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.Tests.BotHost.Work;

/// <summary>The entries that an engineer's phone sends once it has signal again.</summary>
public sealed class EntryTests
{
    [Theory, OnEachDatabase]
    public async Task An_entry_sent_again_after_a_lost_answer_is_stored_once_also_by_two_at_the_same_time_R_132(DatabaseProvider provider)
    {
        await using var estate = await TakenAsync(provider);
        using var phone = await estate.SignInAsync("li");
        var key = PhoneQueue.NewKey();
        (string, string)[] step = [("action", "Step"), ("text", "检测漏点")];

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => phone.SendAsync(estate.Number, key, step, photos: 1)));
        var later = await phone.SendAsync(estate.Number, key, step, photos: 1);

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Single(answers, answer => !answer.IsRepeated);
        Assert.Equal((200, true), (later.Status, later.IsRepeated));
        var ticket = await estate.TicketAsync();
        Assert.Single(Assert.Single(ticket.Events, e => e.Type == TicketEventType.StepAdded).Files);
        Assert.Null(TicketChain.FirstBroken(ticket.Events));
    }

    [Theory, OnEachDatabase]
    public async Task The_same_words_under_two_names_are_two_steps(DatabaseProvider provider)
    {
        await using var estate = await TakenAsync(provider);
        using var phone = await estate.SignInAsync("li");

        foreach (var key in new[] { PhoneQueue.NewKey(), PhoneQueue.NewKey() })
            Assert.Equal(200, (await phone.SendAsync(estate.Number, key, [("action", "Step"), ("text", "拧紧")])).Status);

        Assert.Equal(2, (await estate.TicketAsync()).Events.Count(e => e.Type == TicketEventType.StepAdded));
    }

    [Theory, OnEachDatabase]
    public async Task An_offline_entry_is_told_to_the_owner_by_when_it_happened_and_to_the_chain_by_when_it_came_R_112(DatabaseProvider provider)
    {
        await using var estate = await TakenAsync(provider);
        using var phone = await estate.SignInAsync("li");
        estate.Desk.Clock.Advance(TimeSpan.FromMinutes(90));

        await phone.SendAsync(estate.Number, PhoneQueue.NewKey(), [("action", "Arrive"), ("age", "3000")]);
        await phone.SendAsync(estate.Number, PhoneQueue.NewKey(), [("action", "Step"), ("text", "更换弯头"), ("age", "2400")]);
        await phone.SendAsync(estate.Number, PhoneQueue.NewKey(), [("action", "Step"), ("text", "测试不漏"), ("age", "999999")]);

        var ticket = await estate.TicketAsync();
        Assert.Equal(DeskSettings.MondayMorning.AddMinutes(40), ticket.ArrivedAt);
        var steps = ticket.Events.Where(e => e.Type == TicketEventType.StepAdded).OrderBy(e => e.Sequence).ToList();
        Assert.Equal([50, 90], steps.Select(e => (e.HappenedAt - DeskSettings.MondayMorning).TotalMinutes));
        Assert.All(steps, step => Assert.Equal(DeskSettings.MondayMorning.AddMinutes(90), step.At));
        Assert.Contains("10:50", await phone.ReadAsync($"/t/{estate.Token}"), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task What_the_desk_refuses_comes_back_with_a_reason_in_Chinese_and_changes_nothing(DatabaseProvider provider)
    {
        await using var estate = await TakenAsync(provider);
        using var phone = await estate.SignInAsync("li");
        using var guest = await estate.SignInAsync("other");
        await estate.ActAsync(new(TicketAction.Transfer) { Assignee = "zhao", Text = "换人" });
        var used = PhoneQueue.NewKey();
        using var zhao = await estate.SignInAsync("zhao");
        await zhao.SendAsync(estate.Number, used, [("by", "zhao"), ("action", "Step"), ("text", "检测漏点")]);
        var before = (await estate.TicketAsync()).LastSequence;
        (string, string)[] step = [("action", "Step"), ("text", "更换弯头")];

        foreach (var (answer, status, code, words) in new[]
        {
            (await phone.SendAsync(estate.Number, PhoneQueue.NewKey(), step), 409, "NotAllowed", "由赵某某负责"),
            (await phone.SendAsync(estate.Number, used, step), 409, "Key", "重新填写"),
            (await phone.SendAsync(estate.Number, null, step), 400, "malformed", "格式不对"),
            (await phone.SendAsync(estate.Number, "short", step), 400, "malformed", "格式不对"),
            (await phone.SendAsync(estate.Number, PhoneQueue.NewKey(), [("action", "Cancel"), ("text", "x")]), 400, "malformed", "格式不对"),
            (await phone.SendAsync(estate.Number, PhoneQueue.NewKey(), [("action", "Sleep")]), 400, "malformed", "格式不对"),
            (await zhao.SendAsync(estate.Number, PhoneQueue.NewKey(), [("by", "zhao"), ("action", "Step"), ("text", " ")]), 400, "NothingToSay", "请写几个字"),
            (await zhao.SendAsync(estate.Number, PhoneQueue.NewKey(), [("by", "zhao"), ("action", "Step"), ("used[77]", "1")]), 400, "Material", "材料"),
            (await phone.SendAsync("GD2611-9999", PhoneQueue.NewKey(), step), 404, "not_found", "没有找到|不存在"),
            (await guest.SendAsync(estate.Number, PhoneQueue.NewKey(), [("by", "other"), .. step]), 404, "not_found", "不存在"),
        })
        {
            Assert.Equal((status, code), (answer.Status, answer.Code));
            Assert.Matches(words, answer.Detail);
        }

        Assert.Equal(before, (await estate.TicketAsync()).LastSequence);
    }

    [Theory, OnEachDatabase]
    public async Task Without_a_session_or_with_somebody_elses_the_phone_is_asked_to_sign_in_and_nothing_is_stored_in_another_name(DatabaseProvider provider)
    {
        await using var estate = await TakenAsync(provider);
        using var nobody = estate.OpenBrowser();
        using var zhao = await estate.SignInAsync("zhao");

        var out1 = await nobody.SendAsync(estate.Number, PhoneQueue.NewKey(), [("action", "Arrive")]);
        var out2 = await zhao.SendAsync(estate.Number, PhoneQueue.NewKey(), [("action", "Arrive")]);

        Assert.Equal((401, "signed_out"), (out1.Status, out1.Code));
        Assert.Equal((401, "other_person"), (out2.Status, out2.Code));
        Assert.Contains("赵某某", out2.Detail, StringComparison.Ordinal);
        Assert.Null((await estate.TicketAsync()).ArrivedAt);
    }

    [Theory, OnEachDatabase]
    public async Task Materials_keep_their_price_of_that_time_and_the_owner_sees_them_R_111(DatabaseProvider provider)
    {
        await using var estate = await TakenAsync(provider);
        using var phone = await estate.SignInAsync("li");
        var elbow = await AddAsync(estate, "弯头", "个", 12.50m);
        var tape = await AddAsync(estate, "生料带", "卷", 0);

        await phone.SendAsync(estate.Number, PhoneQueue.NewKey(), [("action", "Step"), ($"used[{elbow}]", "2"), ($"used[{tape}]", ""), ("materials", "旧阀门")]);
        await estate.Desk.ReadAsync(db => db.Set<Material>().Where(m => m.Id == elbow).ExecuteUpdateAsync(set => set.SetProperty(m => m.Price, 20m)));
        await phone.SendAsync(estate.Number, PhoneQueue.NewKey(), [("action", "Finish"), ($"used[{elbow}]", "1.5"), ($"used[{tape}]", "1")]);

        var ticket = await estate.TicketAsync();
        var step = ticket.Events.Single(e => e.Type == TicketEventType.StepAdded);
        Assert.Equal((elbow, "弯头", 2m, "个", 12.50m), Facts(Assert.Single(step.Data.Used!)));
        Assert.Equal([1m, 1.5m], ticket.Events.Single(e => e.Type == TicketEventType.Finished).Data.Used!.Select(use => use.Quantity).Order());
        Assert.Null(TicketChain.FirstBroken(ticket.Events));
        Assert.Contains("弯头2个（12.5元/个）、弯头1.5个（20元/个）、生料带1卷、旧阀门，材料费合计55元", await phone.ReadAsync($"/t/{estate.Token}"), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task The_owners_signature_is_a_picture_with_its_digest_in_the_event_and_no_photo_on_the_owners_page_R_130(DatabaseProvider provider)
    {
        await using var estate = await TakenAsync(provider);
        using var phone = await estate.SignInAsync("li");

        await phone.SendAsync(estate.Number, PhoneQueue.NewKey(), [("action", "Finish"), ("text", "已修好")], photos: 1, isSigned: true);

        var end = (await estate.TicketAsync()).Events.Single(e => e.Type == TicketEventType.Finished);
        Assert.Equal(2, end.Files.Count);
        Assert.Equal("image/png", end.Signature!.ContentType);
        Assert.Equal("image/jpeg", Assert.Single(end.Photos).ContentType);
        var page = await phone.ReadAsync($"/t/{estate.Token}");
        Assert.Contains("完工：已修好（业主已签名）", page, StringComparison.Ordinal);
        Assert.Contains("1张室内照片", page, StringComparison.Ordinal);
        Assert.Contains($"/files/{end.Signature.Key}", await phone.ReadAsync($"/w/{estate.Number}"), StringComparison.Ordinal);
    }

    private static (int, string, decimal, string, decimal) Facts(MaterialUse use) => (use.MaterialId, use.Name, use.Quantity, use.Unit, use.Price);

    private static async Task<PhoneEstate> TakenAsync(DatabaseProvider provider)
    {
        var estate = await PhoneEstate.StartAsync(provider);
        await estate.ActAsync(new(TicketAction.Accept));
        return estate;
    }

    private static async Task<int> AddAsync(PhoneEstate estate, string name, string unit, decimal price)
    {
        var id = await estate.Desk.ReadAsync(db => db.Set<Estate>().Select(e => e.Id).SingleAsync());
        Material material = new() { EstateId = id, Name = name, Unit = unit, Price = price };
        await estate.Desk.AddAsync(material);
        return material.Id;
    }
}
