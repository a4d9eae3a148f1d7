using System.Net;
using ChatDesk.BotHost.Conversations;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Delivery;
using ChatDesk.BotHost.Intake;
using ChatDesk.BotHost.Tasks;
using ChatDesk.Channels.Activities;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.Tests.BotHost.Console;

public sealed class ChatPagesTests
{
    private const string OpenId = "oHandedOver01";
    private const string Trace = """{"intent":"human","category":null,"urgency":"normal","location":null,"actions":["handoff_human"]}""";

    [Theory, OnEachDatabase]
    public async Task The_desk_reads_a_handed_over_chat_answers_once_and_hands_it_back(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("lin");
        var id = await HandOverAsync(desk);

        Assert.Contains($"/console/chats/{id}", await browser.ReadAsync("/console/tasks"), StringComparison.Ordinal);
        Assert.Contains("我要找人工", await browser.ReadAsync($"/console/chats/{id}"), StringComparison.Ordinal);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            using var answered = await browser.SendAsync(
                $"/console/chats/{id}", $"/console/chats/{id}?handler=Answer", ("text", "您好，我是林客服"), ("key", "one"));
            Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        }

        var answer = await desk.ReadAsync(db => db.Set<OutboxMessage>().SingleAsync(message => message.RecipientId == OpenId));
        Assert.Equal((DeliveryPurpose.Notice, "您好，我是林客服"), (answer.Purpose, ActivityJson.Read(answer.ActivityJson).Text));
        using var handedBack = await browser.SendAsync($"/console/chats/{id}", $"/console/chats/{id}?handler=HandBack");
        Assert.False((await desk.ReadAsync(db => db.Set<Conversation>().SingleAsync(c => c.Id == id))).IsHandedOver);
        Assert.Equal("lin", (await desk.ReadAsync(db => db.Set<DeskTask>().SingleAsync(t => t.Kind == DeskTaskKind.HandOver))).DoneBy);
    }

    [Theory, OnEachDatabase]
    public async Task A_task_that_was_done_leaves_the_list(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        using var browser = await desk.SignInAsync("lin");
        await HandOverAsync(desk);
        var task = await desk.ReadAsync(db => db.Set<DeskTask>().SingleAsync());
        using var done = await browser.SendAsync("/console/tasks", $"/console/tasks?id={task.Id}");
        Assert.DoesNotContain(task.Title, await browser.ReadAsync("/console/tasks"), StringComparison.Ordinal);
        using var unknown = await browser.SendAsync("/console/new", "/console/tasks?id=999999");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task What_a_turn_decided_is_told_as_it_was_stored(DatabaseProvider provider)
    {
        await using var desk = await ConsoleDesk.StartAsync(provider);
        await HandOverAsync(desk);
        Assert.Equal(Trace, await desk.Desk.Http.GetStringAsync(new Uri("/api/v1/turns/oa/m-1", UriKind.Relative)));
        using var unknown = await desk.Desk.Http.GetAsync(new Uri("/api/v1/turns/oa/m-2", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Every_page_carries_the_headers_that_keep_foreign_scripts_and_frames_out()
    {
        await using var desk = await Desk.StartAsync(DatabaseProvider.Sqlite);
        using var page = await desk.Http.GetAsync(new Uri("/console/sign-in", UriKind.Relative));
        Assert.Contains("frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
    }

    private static async Task<long> HandOverAsync(ConsoleDesk desk)
    {
        var now = desk.Desk.Clock.Now;
        Conversation conversation = new() { Channel = "oa", Account = "main", PeerId = OpenId, IsHandedOver = true, LastInboundAt = now };
        await desk.Desk.AddAsync(conversation);
        Activity said = new()
        {
            Type = ActivityType.Message,
            ChannelId = "oa",
            Account = "main",
            From = new(OpenId),
            Recipient = new("gh_1"),
            Text = "我要找人工",
        };
        await desk.Desk.AddAsync(
            new InboxMessage
            {
                Channel = "oa",
                Account = "main",
                ExternalId = "m-1",
                SenderId = OpenId,
                ReceivedAt = now,
                ActivityJson = ActivityJson.Write(said),
                State = InboxState.Done,
                TraceJson = Trace,
            },
            new DeskTask { Key = "handover:1", Kind = DeskTaskKind.HandOver, Title = "业主要找人工客服", ConversationId = conversation.Id, CreatedAt = now });
        return conversation.Id;
    }
}
