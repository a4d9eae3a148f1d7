using System.Net;
using System.Net.Sockets;
using ChatDesk.Channels.Activities;
using ChatDesk.Tests.Channels.Protocol;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Tests.Channels.WeChat;

/// <summary>Codes: developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html.</summary>
public sealed class WeChatOutcomeTests : PlatformTest
{
    [Theory]
    [InlineData(-1, SendOutcome.Retry)]
    [InlineData(45011, SendOutcome.Retry)]
    [InlineData(45009, SendOutcome.Quota)]
    [InlineData(45015, SendOutcome.Closed)]
    [InlineData(45047, SendOutcome.Closed)]
    [InlineData(48002, SendOutcome.Drop)]
    [InlineData(43004, SendOutcome.Drop)]
    [InlineData(46004, SendOutcome.Drop)]
    [InlineData(40003, SendOutcome.Drop)]
    [InlineData(40007, SendOutcome.Alert)]
    [InlineData(40013, SendOutcome.Alert)]
    [InlineData(40164, SendOutcome.Alert)]
    [InlineData(48001, SendOutcome.Alert)]
    [InlineData(99999, SendOutcome.Alert)]
    public async Task An_error_code_means_what_thePlatform_says(int code, SendOutcome outcome)
    {
        Platform.Says($$"""{"errcode":{{code}},"errmsg":"as documented rid: 1"}""");

        Assert.Equal(new SendResult(outcome, code, "as documented rid: 1"), await SendAsync(Clients.ToOwner("你好")));
        Assert.Single(Platform.Calls);
    }

    [Theory]
    [InlineData(500, SendOutcome.Retry)]
    [InlineData(502, SendOutcome.Retry)]
    [InlineData(429, SendOutcome.Retry)]
    [InlineData(404, SendOutcome.Alert)]
    public async Task An_answer_that_is_no_success_has_its_outcome(int status, SendOutcome outcome)
    {
        Platform.Answer = (_, http) =>
        {
            http.Response.StatusCode = status;
            return http.Response.WriteAsync("<html>bad gateway</html>");
        };

        Assert.Equal(new SendResult(outcome, null, $"HTTP {status}"), await SendAsync(Clients.ToOwner("你好")));
    }

    [Theory, InlineData("<html>ok</html>"), InlineData(""), InlineData("[]"), InlineData("\"ok\"")]
    public async Task A_success_that_is_not_thePlatforms_leaves_the_outcome_unknown(string body)
    {
        Platform.Says(body);

        Assert.Equal(SendOutcome.Unknown, (await SendAsync(Clients.ToOwner("你好"))).Outcome);
    }

    [Fact]
    public async Task A_timeout_after_thePlatform_acted_leaves_the_outcome_unknown()
    {
        await using Clients hasty = new(Platform.Url, timeout: "00:00:01");
        await hasty.WeChat.SendAsync(Clients.ToOwner("一"), CancellationToken.None);
        Platform.Requests.Clear();
        Platform.Answer = async (_, http) => await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

        var result = await hasty.WeChat.SendAsync(Clients.ToOwner("二"), CancellationToken.None);

        Assert.Equal(new SendResult(SendOutcome.Unknown, null, "Timeout"), result);
        Assert.Single(Platform.Calls);
    }

    [Fact]
    public async Task A_token_that_does_not_come_in_time_leaves_the_message_unsent()
    {
        await using Clients hasty = new(Platform.Url, timeout: "00:00:01");
        Platform.AnswerToken = async http => await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

        var result = await hasty.WeChat.SendAsync(Clients.ToOwner("你好"), CancellationToken.None);

        Assert.Equal(SendOutcome.Retry, result.Outcome);
        Assert.Empty(Platform.Calls);
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_answer_leaves_the_outcome_unknown()
    {
        Platform.Answer = (_, http) =>
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
        Platform.Answer = async (_, http) =>
        {
            await stop.CancelAsync();
            http.Abort();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Clients.WeChat.SendAsync(Clients.ToOwner("你好"), stop.Token));
    }

    private Task<SendResult> SendAsync(Activity activity) => Clients.WeChat.SendAsync(activity, CancellationToken.None);
}
