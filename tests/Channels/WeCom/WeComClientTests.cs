using ChatDesk.Channels.Activities;
using ChatDesk.Tests.Channels.Protocol;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Tests.Channels.WeCom;

/// <summary>Expected bodies: developer.work.weixin.qq.com/document/path/90236 (messages, cards) and path/94888 (card updates).</summary>
public sealed class WeComClientTests : PlatformTest
{
    [Fact]
    public async Task A_text_goes_to_all_recipients_and_may_be_repeated_safely()
    {
        Platform.Says("""{"errcode":0,"errmsg":"ok","msgid":"MSG"}""");

        var result = await SendAsync(Clients.ToStaff("GD2611-0001 已派单😀"));

        Assert.Equal(new SendResult(SendOutcome.Sent, MessageId: "MSG"), result);
        Assert.Equal("GET /cgi-bin/gettoken?corpid=wx5823bf96d3bd56c7&corpsecret=app-secret", Line(Platform.Requests.First()));
        Assert.Equal("POST /cgi-bin/message/send?access_token=token-1", Line(Platform.Calls[0]));
        JsonAssert.Same(
            """
            {"touser":"zhangsan|lisi","msgtype":"text","agentid":1000002,"enable_duplicate_check":1,"duplicate_check_interval":1800,
             "text":{"content":"GD2611-0001 已派单😀"}}
            """, Platform.Calls[0].Body);
        Assert.Contains("已派单😀", Platform.Calls[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_with_buttons_is_sent_as_documented_and_gives_its_response_code()
    {
        Platform.Says("""{"errcode":0,"errmsg":"ok","msgid":"MSG","response_code":"CODE"}""");

        var result = await SendAsync(Clients.ToStaff(null) with { Attachments = [Cards.Dispatch.ToAttachment()] });

        Assert.Equal(("MSG", "CODE"), (result.MessageId, result.ResponseCode));
        JsonAssert.Same(
            $$"""
            {"touser":"zhangsan|lisi","msgtype":"template_card","agentid":1000002,"enable_duplicate_check":1,"duplicate_check_interval":1800,
             "template_card":{{Cards.DispatchJson}}}
            """, Platform.Calls[0].Body);
        Assert.Contains("漏水😀", Platform.Calls[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choices_become_numbered_lines()
    {
        await SendAsync(Clients.ToStaff("选一个") with { SuggestedActions = [new("接单", "a"), new("退单", "b")] });

        Assert.Contains("""{"content":"选一个\n1. 接单\n2. 退单"}""", Platform.Calls[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_not_get_it_is_named_as_sent()
    {
        Platform.Says("""{"errcode":0,"errmsg":"ok","invaliduser":"zhangsan|lisi","unlicenseduser":"lisi|wangwu","msgid":"MSG"}""");

        var result = await SendAsync(Clients.ToStaff("你好", "ZhangSan|LiSi|wangwu|zhaoliu"));

        Assert.Equal(SendOutcome.Sent, result.Outcome);
        Assert.Equal(["ZhangSan", "LiSi", "wangwu"], result.InvalidRecipients!);
    }

    [Fact]
    public async Task A_card_is_replaced_under_its_response_code()
    {
        await SendAsync(Clients.ToStaff(null, "zhangsan") with
        {
            Type = ActivityType.MessageUpdate,
            ReplyToId = "CODE",
            Attachments = [(Cards.Notice with { ReplaceText = "已完成" }).ToAttachment()],
        });

        Assert.Equal("POST /cgi-bin/message/update_template_card?access_token=token-1", Line(Platform.Calls[0]));
        JsonAssert.Same(
            """
            {"userids":["zhangsan"],"agentid":1000002,"response_code":"CODE","template_card":{"card_type":"text_notice",
             "main_title":{"title":"GD2611-0001"},"card_action":{"type":1,"url":"https://desk.example/w/GD2611-0001"},"replace_text":"已完成"}}
            """, Platform.Calls[0].Body);
    }

    [Fact]
    public async Task A_text_replaces_only_the_cards_buttons()
    {
        await SendAsync(Clients.ToStaff("已由张三接单") with { Type = ActivityType.MessageUpdate, ReplyToId = "CODE" });

        JsonAssert.Same(
            """{"userids":["zhangsan","lisi"],"agentid":1000002,"response_code":"CODE","button":{"replace_name":"已由张三接单"}}""",
            Platform.Calls[0].Body);
    }

    [Fact]
    public async Task What_no_application_message_can_carry_is_the_callers_mistake()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => SendAsync(Clients.ToStaff(null)));
        await Assert.ThrowsAsync<NotSupportedException>(() => SendAsync(Clients.ToStaff("更新") with { Type = ActivityType.MessageUpdate }));
        await Assert.ThrowsAsync<NotSupportedException>(() => SendAsync(Clients.ToStaff("你好", string.Join('|', Enumerable.Range(0, 1001)))));
        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(Clients.ToStaff("你好") with { Account = "other" }));
        Assert.Empty(Platform.Calls);
    }

    [Theory, InlineData(40014), InlineData(42001), InlineData(41001)]
    public async Task A_refused_token_is_renewed_once_for_all_who_found_out(int code)
    {
        await SendAsync(Clients.ToStaff("先来一个"));
        Platform.Refuses("token-1", code);

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => SendAsync(Clients.ToStaff($"第{i}条"))));

        Assert.All(results, r => Assert.Equal(SendOutcome.Sent, r.Outcome));
        Assert.Equal(2, Platform.TokenRequests);
    }

    [Fact]
    public async Task A_wrong_secret_is_not_tried_again()
    {
        Platform.Says("""{"errcode":40001,"errmsg":"invalid credential"}""");
        Assert.Equal(SendOutcome.Alert, (await SendAsync(Clients.ToStaff("一"))).Outcome);
        Assert.Single(Platform.Calls);
        Assert.Equal(1, Platform.TokenRequests);
    }

    [Fact]
    public async Task A_wrong_secret_at_the_token_stops_the_asking()
    {
        Platform.AnswerToken = http => http.Response.WriteAsync("""{"errcode":40001,"errmsg":"invalid credential"}""");
        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => SendAsync(Clients.ToStaff($"第{i}条"))));

        Assert.All(results, r => Assert.Equal(SendOutcome.Alert, r.Outcome));
        Assert.Equal(1, Platform.TokenRequests);
        Assert.Empty(Platform.Calls);
    }

    [Theory]
    [InlineData(-1, SendOutcome.Retry)]
    [InlineData(6000, SendOutcome.Retry)]
    [InlineData(45033, SendOutcome.Retry)]
    [InlineData(45009, SendOutcome.Quota)]
    [InlineData(60140, SendOutcome.Closed)]
    [InlineData(81013, SendOutcome.Drop)]
    [InlineData(60111, SendOutcome.Drop)]
    [InlineData(60011, SendOutcome.Drop)]
    [InlineData(60020, SendOutcome.Alert)]
    [InlineData(48002, SendOutcome.Alert)]
    [InlineData(42045, SendOutcome.Alert)]
    [InlineData(99999, SendOutcome.Alert)]
    public async Task An_error_code_means_what_thePlatform_says(int code, SendOutcome outcome)
    {
        Platform.Says($$"""{"errcode":{{code}},"errmsg":"as documented"}""");

        Assert.Equal(new SendResult(outcome, code, "as documented"), await SendAsync(Clients.ToStaff("你好")));
        Assert.Single(Platform.Calls);
    }

    [Fact]
    public async Task An_upload_names_the_files_length()
    {
        Platform.Says("""{"errcode":0,"errmsg":"","type":"image","media_id":"MEDIA","created_at":"1380000000"}""");

        var id = await Clients.WeCom.UploadMediaAsync("dispatch", "image", new MediaFile("a.jpg", "image/jpeg", [1, 2, 3]), CancellationToken.None);

        Assert.Equal("MEDIA", id);
        Assert.Contains("form-data; name=\"media\"; filename=\"a.jpg\"; filelength=3\r\n", Platform.Calls[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_file_is_a_file_and_an_error_is_none()
    {
        Platform.Answer = (_, http) =>
        {
            http.Response.ContentType = "text/plain";
            http.Response.Headers.ContentDisposition = "attachment; filename=\"note.txt\"";
            return http.Response.WriteAsync("hello");
        };
        var file = await Clients.WeCom.GetMediaAsync("dispatch", "M1", CancellationToken.None);
        Assert.Equal(("note.txt", "hello"u8.ToArray().Length), (file!.FileName, file.Bytes.Length));

        Platform.Says("""{"errcode":40007,"errmsg":"invalid media_id"}""");
        Assert.Null(await Clients.WeCom.GetMediaAsync("dispatch", "M1", CancellationToken.None));
    }

    private static string Line(Asked asked) => $"{asked.Method} {asked.Path}{asked.Query}";

    private Task<SendResult> SendAsync(Activity activity) => Clients.WeCom.SendAsync(activity, CancellationToken.None);
}
