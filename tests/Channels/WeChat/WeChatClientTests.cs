using System.Net;
using System.Net.Sockets;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.Protocol;
using ChatDesk.Tests.Channels.Protocol;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Tests.Channels.WeChat;

/// <summary>Expected bodies: developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage and api_getstableaccesstoken.</summary>
public sealed class WeChatClientTests : IAsyncLifetime
{
    private FakePlatform _platform = null!;
    private Clients _clients = null!;

    public async Task InitializeAsync()
    {
        _platform = await FakePlatform.StartAsync();
        _clients = new Clients(_platform.Url);
    }

    public async Task DisposeAsync()
    {
        await _clients.DisposeAsync();
        await _platform.DisposeAsync();
    }

    [Fact]
    public async Task A_text_is_sent_as_raw_utf8_under_a_stable_token()
    {
        var result = await SendAsync(Clients.ToOwner("厨房漏水😀 <a href=\"https://desk.example/t/1?a=1&b=2\">进度</a>"));

        Assert.Equal(SendResult.Sent, result);
        var token = _platform.Requests.First();
        Assert.Equal("/cgi-bin/stable_token", token.Path);
        JsonAssert.Same(
            """{"grant_type":"client_credential","appid":"wxba5fad812f8e6fb9","secret":"oa-secret","force_refresh":false}""", token.Body);
        var call = Assert.Single(_platform.Calls);
        Assert.Equal("POST /cgi-bin/message/custom/send?access_token=token-1", $"{call.Method} {call.Path}{call.Query}");
        Assert.Equal("application/json; charset=utf-8", call.ContentType);
        Assert.Equal(
            """{"touser":"oOPENID","msgtype":"text","text":{"content":"厨房漏水😀 <a href=\"https://desk.example/t/1?a=1&b=2\">进度</a>"}}""", call.Body);
    }

    [Fact]
    public async Task Choices_are_sent_as_a_menu()
    {
        await SendAsync(Clients.ToOwner("本次服务满意吗？") with { SuggestedActions = [new("满意", "t123.5"), new("不满意", "t123.1")] });

        JsonAssert.Same(
            """
            {"touser":"oOPENID","msgtype":"msgmenu","msgmenu":{"head_content":"本次服务满意吗？",
             "list":[{"id":"t123.5","content":"满意"},{"id":"t123.1","content":"不满意"}],"tail_content":""}}
            """, _platform.Calls[0].Body);
    }

    [Fact]
    public async Task An_image_is_sent_by_its_media_id()
    {
        await SendAsync(Clients.ToOwner(null) with { Attachments = [new("image/png", MediaId: "M1")] });

        JsonAssert.Same("""{"touser":"oOPENID","msgtype":"image","image":{"media_id":"M1"}}""", _platform.Calls[0].Body);
    }

    [Fact]
    public async Task A_link_is_sent_as_news_with_exactly_one_article()
    {
        await SendAsync(Clients.ToOwner(null) with { Attachments = [new WebLink("周报", "本周", "https://desk.example/n/1", "https://desk.example/p.png").ToAttachment()] });

        JsonAssert.Same(
            """
            {"touser":"oOPENID","msgtype":"news","news":{"articles":[
             {"title":"周报","description":"本周","url":"https://desk.example/n/1","picurl":"https://desk.example/p.png"}]}}
            """, _platform.Calls[0].Body);
    }

    [Fact]
    public async Task What_does_not_fit_one_message_is_the_callers_mistake()
    {
        var both = Clients.ToOwner("看图") with { Attachments = [new("image/png", MediaId: "M1")] };
        await Assert.ThrowsAsync<NotSupportedException>(() => SendAsync(both));
        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(Clients.ToOwner("好") with { Account = "other" }));
        Assert.Empty(_platform.Calls);
    }

    [Fact]
    public async Task A_token_is_asked_for_once_and_used_for_all()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => SendAsync(Clients.ToOwner($"第{i}条"))));

        Assert.Equal(1, _platform.TokenRequests);
        Assert.Equal(20, _platform.Calls.Count);
    }

    [Theory, InlineData(40001), InlineData(40014), InlineData(42001)]
    public async Task A_refused_token_is_renewed_once_for_all_who_found_out(int code)
    {
        await SendAsync(Clients.ToOwner("先来一个"));
        _platform.Refuses("token-1", code);

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => SendAsync(Clients.ToOwner($"第{i}条"))));

        Assert.All(results, r => Assert.Equal(SendOutcome.Sent, r.Outcome));
        Assert.Equal(2, _platform.TokenRequests);
    }

    [Fact]
    public async Task A_token_that_stays_refused_is_tried_twice_and_never_shown()
    {
        _platform.Answer = (asked, http) => http.Response.WriteAsync($$"""{"errcode":40001,"errmsg":"invalid credential {{asked.Token}} rid: 1"}""");

        var result = await SendAsync(Clients.ToOwner("你好"));

        Assert.Equal(new SendResult(SendOutcome.Alert, 40001, "invalid credential *** rid: 1"), result);
        Assert.Equal(["token-1", "token-2"], _platform.Calls.Select(c => c.Token));
    }

    [Fact]
    public async Task A_token_at_the_end_of_its_life_is_renewed_before_it_is_used()
    {
        _platform.AnswerToken = http => http.Response.WriteAsync("""{"access_token":"old","expires_in":0}""");
        await SendAsync(Clients.ToOwner("一"));
        _platform.AnswerToken = null;

        await SendAsync(Clients.ToOwner("二"));

        Assert.Equal(["old", "token-1"], _platform.Calls.Select(c => c.Token));
    }

    [Fact]
    public async Task A_platform_that_refuses_the_secret_is_not_asked_again_at_once()
    {
        _platform.AnswerToken = http => http.Response.WriteAsync("""{"errcode":40125,"errmsg":"invalid appsecret"}""");

        var results = new[] { await SendAsync(Clients.ToOwner("一")), await SendAsync(Clients.ToOwner("二")) };

        Assert.All(results, r => Assert.Equal(new SendResult(SendOutcome.Alert, 40125, "invalid appsecret"), r));
        Assert.Equal(1, _platform.TokenRequests);
        Assert.Empty(_platform.Calls);
    }

    [Fact]
    public async Task A_busy_platform_that_gives_no_token_is_worth_a_retry()
    {
        _platform.AnswerToken = http => http.Response.WriteAsync("""{"errcode":-1,"errmsg":"system error"}""");
        Assert.Equal(SendOutcome.Retry, (await SendAsync(Clients.ToOwner("一"))).Outcome);
        _platform.AnswerToken = null;
        Assert.Equal(SendOutcome.Sent, (await SendAsync(Clients.ToOwner("一"))).Outcome);
    }

    [Theory]
    [InlineData(-1, SendOutcome.Retry)]
    [InlineData(45011, SendOutcome.Retry)]
    [InlineData(45009, SendOutcome.Quota)]
    [InlineData(45015, SendOutcome.Closed)]
    [InlineData(45047, SendOutcome.Closed)]
    [InlineData(48002, SendOutcome.Closed)]
    [InlineData(43004, SendOutcome.Drop)]
    [InlineData(46004, SendOutcome.Drop)]
    [InlineData(40003, SendOutcome.Drop)]
    [InlineData(40007, SendOutcome.Alert)]
    [InlineData(40013, SendOutcome.Alert)]
    [InlineData(40164, SendOutcome.Alert)]
    [InlineData(48001, SendOutcome.Alert)]
    [InlineData(99999, SendOutcome.Alert)]
    public async Task An_error_code_means_what_the_platform_says(int code, SendOutcome outcome)
    {
        _platform.Says($$"""{"errcode":{{code}},"errmsg":"as documented rid: 1"}""");

        Assert.Equal(new SendResult(outcome, code, "as documented rid: 1"), await SendAsync(Clients.ToOwner("你好")));
        Assert.Single(_platform.Calls);
    }

    [Theory]
    [InlineData(500, SendOutcome.Retry)]
    [InlineData(502, SendOutcome.Retry)]
    [InlineData(429, SendOutcome.Retry)]
    [InlineData(404, SendOutcome.Alert)]
    public async Task An_answer_that_is_no_success_has_its_outcome(int status, SendOutcome outcome)
    {
        _platform.Answer = (_, http) =>
        {
            http.Response.StatusCode = status;
            return http.Response.WriteAsync("<html>bad gateway</html>");
        };

        Assert.Equal(new SendResult(outcome, null, $"HTTP {status}"), await SendAsync(Clients.ToOwner("你好")));
    }

    [Theory, InlineData("<html>ok</html>"), InlineData(""), InlineData("[]"), InlineData("\"ok\"")]
    public async Task A_success_that_is_not_the_platforms_leaves_the_outcome_unknown(string body)
    {
        _platform.Says(body);

        Assert.Equal(SendOutcome.Unknown, (await SendAsync(Clients.ToOwner("你好"))).Outcome);
    }

    [Fact]
    public async Task A_timeout_after_the_platform_acted_leaves_the_outcome_unknown()
    {
        await using Clients hasty = new(_platform.Url, timeout: "00:00:01");
        await hasty.WeChat.SendAsync(Clients.ToOwner("一"), CancellationToken.None);
        _platform.Requests.Clear();
        _platform.Answer = async (_, http) => await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

        var result = await hasty.WeChat.SendAsync(Clients.ToOwner("二"), CancellationToken.None);

        Assert.Equal(new SendResult(SendOutcome.Unknown, null, "Timeout"), result);
        Assert.Single(_platform.Calls);
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_answer_leaves_the_outcome_unknown()
    {
        _platform.Answer = (_, http) =>
        {
            http.Abort();
            return Task.CompletedTask;
        };

        Assert.Equal(SendOutcome.Unknown, (await SendAsync(Clients.ToOwner("你好"))).Outcome);
    }

    [Fact]
    public async Task A_refused_connection_is_worth_a_retry()
    {
        using TcpListener closed = new(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        await using Clients clients = new($"http://127.0.0.1:{port}");

        Assert.Equal(SendOutcome.Retry, (await clients.WeChat.SendAsync(Clients.ToOwner("你好"), CancellationToken.None)).Outcome);
    }

    [Fact]
    public async Task A_desk_that_stops_cancels_the_send()
    {
        using CancellationTokenSource stop = new();
        _platform.Answer = async (_, http) =>
        {
            await stop.CancelAsync();
            http.Abort();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _clients.WeChat.SendAsync(Clients.ToOwner("你好"), stop.Token));
    }

    [Fact]
    public async Task A_file_is_fetched_with_its_name_and_type()
    {
        _platform.Answer = async (_, http) =>
        {
            http.Response.ContentType = "image/jpeg";
            http.Response.Headers.ContentDisposition = "attachment; filename=\"MEDIA.jpg\"";
            await http.Response.Body.WriteAsync(new byte[] { 0xFF, 0xD8, 0xFF });
        };

        var file = await _clients.WeChat.GetMediaAsync("main", "M+1", CancellationToken.None);

        Assert.Equal("/cgi-bin/media/get?access_token=token-1&media_id=M%2B1", _platform.Calls[0].Path + _platform.Calls[0].Query);
        Assert.Equal(("MEDIA.jpg", "image/jpeg"), (file!.FileName, file.ContentType));
        Assert.Equal([0xFF, 0xD8, 0xFF], file.Bytes);
    }

    [Fact]
    public async Task An_error_instead_of_a_file_gives_none()
    {
        _platform.Answer = (_, http) =>
        {
            http.Response.ContentType = "text/plain";
            return http.Response.WriteAsync("""{"errcode":40007,"errmsg":"invalid media_id"}""");
        };

        Assert.Null(await _clients.WeChat.GetMediaAsync("main", "M1", CancellationToken.None));
    }

    [Fact]
    public async Task A_video_is_fetched_from_the_address_that_comes_in_its_place()
    {
        _platform.Answer = (asked, http) =>
        {
            http.Response.ContentType = asked.Path == "/v.mp4" ? "video/mp4" : "application/json";
            return http.Response.WriteAsync(asked.Path == "/v.mp4" ? "mp4" : $$"""{"video_url":"{{_platform.Url}}/v.mp4"}""");
        };

        var file = await _clients.WeChat.GetMediaAsync("main", "M1", CancellationToken.None);

        Assert.Equal("mp4"u8.ToArray(), file!.Bytes);
        Assert.Empty(_platform.Calls[1].Token);
    }

    [Fact]
    public async Task An_upload_is_spelled_as_the_platform_reads_it()
    {
        _platform.Says("""{"type":"image","media_id":"MEDIA_ID","created_at":123456789}""");

        var id = await _clients.WeChat.UploadMediaAsync("main", "image", new MediaFile("漏水\".jpg", "image/jpeg", [1, 2, 3]), CancellationToken.None);

        Assert.Equal("MEDIA_ID", id);
        var call = Assert.Single(_platform.Calls);
        Assert.Equal("/cgi-bin/media/upload?access_token=token-1&type=image", call.Path + call.Query);
        var boundary = call.ContentType["multipart/form-data; boundary=".Length..];
        Assert.DoesNotContain('"', boundary);
        Assert.Equal(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"media\"; filename=\"漏水.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n\u0001\u0002\u0003\r\n--{boundary}--\r\n",
            call.Body);
    }

    [Fact]
    public async Task A_refused_upload_gives_no_id()
    {
        _platform.Says("""{"errcode":40004,"errmsg":"invalid media type"}""");

        Assert.Null(await _clients.WeChat.UploadMediaAsync("main", "image", new MediaFile("a.jpg", "image/jpeg", [1]), CancellationToken.None));
    }

    [Fact]
    public async Task No_log_line_holds_a_token_a_secret_or_a_text()
    {
        using LogLines log = new();
        await using Clients clients = new(_platform.Url, log);
        _platform.Answer = (asked, http) => http.Response.WriteAsync($$"""{"errcode":45015,"errmsg":"out of time {{asked.Token}}"}""");

        await clients.WeChat.SendAsync(Clients.ToOwner("厨房漏水"), CancellationToken.None);
        await clients.WeCom.SendAsync(Clients.ToStaff("厨房漏水"), CancellationToken.None);

        Assert.NotEmpty(log.Lines);
        Assert.All(log.Lines, line => Assert.DoesNotMatch("token-1|token-2|secret|漏水", line));
    }

    private Task<SendResult> SendAsync(Activity activity) => _clients.WeChat.SendAsync(activity, CancellationToken.None);
}
