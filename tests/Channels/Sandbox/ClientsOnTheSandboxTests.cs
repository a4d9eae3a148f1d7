using System.Net.Http.Json;
using System.Text.Json;
using ChatDesk.Channels.Activities;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.Channels.Sandbox;

public sealed class ClientsOnTheSandboxTests : PlayedPlatformTest
{
    [Fact]
    public async Task An_owners_message_gets_its_passive_reply_and_then_a_later_message()
    {
        Receiver.Reply = activity => Answer(activity) with { Text = "您好，已收到。" };

        var result = await PostAsync("owners/oA/text", new { content = "厨房水管漏水" });
        var sent = await Client(ChannelNames.OfficialAccount).SendAsync(Answer(Receiver.Received.Single()) with { Text = "已派单 👷" }, default);

        Assert.Equal("您好，已收到。", result.Reply!.Text);
        Assert.Equal(SendOutcome.Sent, sent.Outcome);
        Assert.Equal(["厨房水管漏水", "您好，已收到。", "已派单 👷"], (await ItemsAsync("owners/oA")).Select(i => i.Text));
    }

    [Fact]
    public async Task A_press_on_a_card_comes_back_and_its_code_updates_the_card()
    {
        var card = JsonSerializer.Deserialize<JsonElement>("""
            {"card_type":"button_interaction","task_id":"t-1","main_title":{"title":"3栋502 漏水"},"button_list":[{"text":"接单","key":"accept"}]}
            """);
        var sent = await Client(ChannelNames.WeCom).SendAsync(ToStaff("zhangsan|lisi", card), default);
        var item = (await ItemsAsync("staff/zhangsan")).Single();

        await PostAsync("staff/zhangsan/press", new { seq = item.Seq, key = "accept" });
        var press = Receiver.Received.Single();
        var updated = await Client(ChannelNames.WeCom).SendAsync(ToStaff("lisi", card: null) with
        {
            Type = ActivityType.MessageUpdate, ReplyToId = sent.ResponseCode, Text = "已被张师傅接单",
        }, default);

        Assert.Equal((EventName.CardAction, "accept"), (press.Name, press.Values["EventKey"]));
        Assert.Equal(SendOutcome.Sent, updated.Outcome);
        Assert.Equal("已被张师傅接单", (await ItemsAsync("staff/lisi")).Single().Card!.Replaced);
    }

    [Fact]
    public async Task A_revoked_token_is_renewed_and_the_message_still_arrives_once()
    {
        await PostAsync("owners/oA/text", new { content = "你好" });
        var client = Client(ChannelNames.OfficialAccount);
        await client.SendAsync(Answer(Receiver.Received.Single()) with { Text = "一" }, default);
        await Browser.PostAsJsonAsync("/sandbox/tokens/revoke", new { });

        var sent = await client.SendAsync(Answer(Receiver.Received.Single()) with { Text = "二" }, default);

        Assert.Equal(SendOutcome.Sent, sent.Outcome);
        Assert.Equal(["一", "二"], (await ItemsAsync("owners/oA")).Where(i => i.From == "them").Select(i => i.Text));
    }

    [Fact]
    public async Task A_picture_goes_up_and_comes_down_again()
    {
        var client = Client(ChannelNames.WeCom);

        var id = await client.UploadMediaAsync("desk", "image", new("完工.jpg", "image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2]), default);
        var back = await client.GetMediaAsync("desk", id!, default);

        Assert.Equal([0xFF, 0xD8, 0xFF, 0xE0, 1, 2], back!.Bytes);
    }

    private static Activity Answer(Activity to) => new()
    {
        Type = ActivityType.Message, ChannelId = to.ChannelId, Account = to.Account, From = to.Recipient, Recipient = to.From, ReplyToId = to.Id,
    };

    private static Activity ToStaff(string members, JsonElement? card) => new()
    {
        Type = ActivityType.Message,
        ChannelId = ChannelNames.WeCom,
        Account = "desk",
        From = new("desk"),
        Recipient = new(members),
        Attachments = card is null ? [] : [new(AttachmentType.WeComCard, Content: card)],
    };

    private IChannelClient Client(string channel) => Services.GetRequiredKeyedService<IChannelClient>(channel);
}
