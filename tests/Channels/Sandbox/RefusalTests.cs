using System.Text.Json;

namespace ChatDesk.Tests.Channels.Sandbox;

/// <summary>Requests that the clients do not make, since they break a limit: the sandbox refuses them as the platforms do.</summary>
public sealed class RefusalTests
{
    private const string Button = """{"name":"我要报修","type":"click","key":"K"}""";
    private static readonly string Long = new('长', 20_000);

    public static TheoryData<string, string, int> OfficialAccount => new()
    {
        { "menu/create", "{}", 40015 },
        { "menu/create", $$"""{"button":[{{Button}},{{Button}},{{Button}},{{Button}}]}""", 40016 },
        { "menu/create", """{"button":[{"name":"我要报修漏水","type":"click","key":"K"}]}""", 40018 },
        { "menu/create", """{"button":[{"name":"报修","type":"poem","key":"K"}]}""", 40017 },
        { "menu/create", """{"button":[{"name":"报修","type":"view","url":"https://desk.example/?a=1\u0026b=2"}]}""", 40033 },
        { "qrcode/create", """{"action_name":"QR_STR_SCENE","action_info":{"scene":{"scene_str":"a"}}}""", 40052 },
        { "qrcode/create", """{"expire_seconds":2592001,"action_name":"QR_STR_SCENE","action_info":{"scene":{"scene_str":"a"}}}""", 40052 },
        { "qrcode/create", $$$$"""{"action_name":"QR_LIMIT_STR_SCENE","action_info":{"scene":{"scene_str":"{{{{new string('s', 65)}}}}"}}}""", 40053 },
        { "qrcode/create", """{"action_name":"QR_LIMIT_SCENE","action_info":{"scene":{"scene_id":100001}}}""", 40053 },
        { "qrcode/create", """{"action_name":"QR_POEM","action_info":{"scene":{"scene_str":"a"}}}""", 40053 },
        { "draft/add", """{"articles":[]}""", 40035 },
        { "draft/add", """{"articles":[{"title":"","content":"x"}]}""", 45003 },
        { "draft/add", $$"""{"articles":[{"title":"{{Long[..33]}}","content":"x"}]}""", 45003 },
        { "draft/add", $$"""{"articles":[{"title":"报","author":"{{Long[..17]}}","content":"x"}]}""", 45006 },
        { "draft/add", $$"""{"articles":[{"title":"报","digest":"{{Long[..129]}}","content":"x"}]}""", 45004 },
        { "draft/add", $$"""{"articles":[{"title":"报","content":"{{Long}}"}]}""", 45002 },
        { "draft/add", """{"articles":[{"title":"报","content":"x","thumb_media_id":"unknown"}]}""", 40007 },
        { "freepublish/submit", """{"media_id":"unknown"}""", 40007 },
        { "freepublish/get", """{"publish_id":"unknown"}""", 40035 },
        { "message/mass/send", """{"touser":["oA"],"msgtype":"text","text":{"content":"x"}}""", 40032 },
        { "message/mass/sendall", """{"filter":{"is_to_all":false},"msgtype":"text","text":{"content":"x"}}""", 40035 },
        { "message/mass/sendall", """{"filter":{"is_to_all":true},"msgtype":"text","text":{"content":""}}""", 44004 },
        { "message/mass/sendall", """{"filter":{"is_to_all":true},"msgtype":"mpnews","mpnews":{"media_id":"unknown"}}""", 40007 },
        { "message/mass/sendall", $$$"""{"filter":{"is_to_all":true},"msgtype":"text","text":{"content":"x"},"clientmsgid":"{{{new string('c', 65)}}}"}""", 45067 },
        { "message/mass/get", """{"msg_id":1}""", 40035 },
        { "user/info/batchget", """{"user_list":[]}""", 40035 },
        { "user/info/batchget", """{"user_list":[{"openid":"oNobody"}]}""", 40003 },
        { "openapi/quota/get", """{"cgi_path":"/cgi-bin/poem"}""", 76021 },
        { "clear_quota", """{"appid":"wxother"}""", 40013 },
        { "callback/check", """{"action":"poem"}""", 40035 },
    };

    public static TheoryData<string, string, int> WeCom => new()
    {
        { "message/send", """{"touser":"zhangsan","agentid":1000002,"msgtype":"textcard","textcard":{"title":"","description":"x","url":"https://desk.example"}}""", 41016 },
        { "message/send", """{"touser":"zhangsan","agentid":1000002,"msgtype":"textcard","textcard":{"title":"x","description":"","url":"https://desk.example"}}""", 41033 },
        { "message/send", $$$"""{"touser":"zhangsan","agentid":1000002,"msgtype":"textcard","textcard":{"title":"{{{Long[..43]}}}","description":"x","url":"https://desk.example"}}""", 45002 },
        { "message/send", """{"touser":"zhangsan","agentid":1000002,"msgtype":"textcard","textcard":{"title":"x","description":"x","url":"desk.example"}}""", 40058 },
        { "message/send", """{"touser":"zhangsan","agentid":1000002,"msgtype":"news","news":{"articles":[]}}""", 45008 },
        { "message/send", """{"touser":"zhangsan","agentid":1000002,"msgtype":"news","news":{"articles":[{"title":"x"}]}}""", 40058 },
        { "message/send", """{"touser":"zhangsan","agentid":1000002,"msgtype":"file","file":{"media_id":"unknown"}}""", 40007 },
        { "message/send", """{"touser":"zhangsan","agentid":1000002,"msgtype":"poem","poem":{}}""", 40008 },
        { "message/send", Message("""{"card_type":"news_notice","main_title":{"title":"x"}}"""), 42045 },
        { "message/send", Message("""{"card_type":"news_notice","main_title":{"title":"x"},"card_action":{"type":1,"url":"https://desk.example"}}"""), 40058 },
        { "message/send", Message("""{"card_type":"news_notice","main_title":{"title":"x"},"card_action":{"type":1,"url":"https://desk.example"},"card_image":{"url":"https://desk.example/p.png","aspect_ratio":1.2}}"""), 40058 },
        { "message/send", Message("""{"card_type":"vote_interaction","task_id":"t1","main_title":{"title":"x"},"checkbox":{"question_key":"q","option_list":[]},"submit_button":{"text":"x","key":"k"}}"""), 40058 },
        { "message/send", Message("""{"card_type":"vote_interaction","task_id":"t2","main_title":{"title":"x"},"checkbox":{"question_key":"q","option_list":[{"id":"a","text":"x"}]}}"""), 40058 },
        { "message/send", Message("""{"card_type":"vote_interaction","main_title":{"title":"x"},"checkbox":{"question_key":"q","option_list":[{"id":"a","text":"x"}]},"submit_button":{"text":"x","key":"k"}}"""), 40058 },
        { "message/send", Message("""{"card_type":"multiple_interaction","task_id":"t3","main_title":{"title":"x"},"select_list":[],"submit_button":{"text":"x","key":"k"}}"""), 40058 },
        { "message/recall", """{"msgid":"unknown"}""", 40035 },
        { "appchat/create", """{"name":"群","userlist":["zhangsan"]}""", 40031 },
        { "appchat/create", """{"name":"群","userlist":["zhangsan","lisi"],"chatid":"不行"}""", 86001 },
        { "appchat/send", """{"chatid":"unknown","msgtype":"text","text":{"content":"x"}}""", 86001 },
        { "user/list_id", """{"limit":10001}""", 40035 },
        { "user/getuserid", """{"mobile":"13800000000"}""", 60111 },
    };

    public static TheoryData<string, int> Robots => new()
    {
        { """{"msgtype":"text","text":{"content":""}}""", 44004 },
        { $$$"""{"msgtype":"text","text":{"content":"{{{new string('a', 2049)}}}"}}""", 45002 },
        { $$$"""{"msgtype":"markdown","markdown":{"content":"{{{new string('a', 4097)}}}"}}""", 45002 },
        { """{"msgtype":"image","image":{"base64":"aGVsbG8=","md5":"wrong"}}""", 40009 },
        { """{"msgtype":"file","file":{"media_id":"unknown"}}""", 40007 },
        { """{"msgtype":"template_card","template_card":{"card_type":"button_interaction","task_id":"t","main_title":{"title":"x"},"button_list":[{"text":"x","key":"k"}]}}""", 40058 },
        { """{"msgtype":"poem","poem":{}}""", 40008 },
    };

    [Theory, MemberData(nameof(OfficialAccount))]
    public async Task The_official_account_refuses_what_breaks_its_rules(string call, string json, int code)
    {
        await using var host = await SandboxHost.StartAsync();

        Assert.Equal(code, Code(await host.CallAsync($"/sandbox/wechat/cgi-bin/{call}?access_token={await host.WeChatTokenAsync()}", json)));
    }

    [Theory, MemberData(nameof(WeCom))]
    public async Task WeCom_refuses_what_breaks_its_rules(string call, string json, int code)
    {
        await using var host = await SandboxHost.StartAsync();

        Assert.Equal(code, Code(await host.CallAsync($"/sandbox/wecom/cgi-bin/{call}?access_token={await host.WeComTokenAsync()}", json)));
        Assert.Empty(await host.StaffItemsAsync("zhangsan"));
    }

    [Theory, MemberData(nameof(Robots))]
    public async Task A_robot_refuses_what_breaks_its_rules(string json, int code)
    {
        await using var host = await SandboxHost.StartAsync();
        var key = host.Configuration["Channels:WeCom:Robots:desk:WebhookUrl"]!.Split("key=")[1];

        Assert.Equal(code, Code(await host.CallAsync($"/sandbox/wecom/cgi-bin/webhook/send?key={key}", json)));
        Assert.Equal(93000, Code(await host.CallAsync("/sandbox/wecom/cgi-bin/webhook/send?key=other", json)));
    }

    [Fact]
    public async Task The_day_of_a_call_ends_with_its_quota()
    {
        await using var host = await SandboxHost.StartAsync();
        var token = await host.WeChatTokenAsync();
        for (var i = 0; i < 10; i++)
            await host.CallAsync($"/sandbox/wechat/cgi-bin/freepublish/delete?access_token={token}", """{"article_id":"unknown"}""");

        Assert.Equal(45009, Code(await host.CallAsync($"/sandbox/wechat/cgi-bin/freepublish/delete?access_token={token}", """{"article_id":"unknown"}""")));
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(40035, Code(await host.CallAsync($"/sandbox/wechat/cgi-bin/freepublish/delete?access_token={await host.WeChatTokenAsync()}", """{"article_id":"unknown"}""")));
    }

    private static string Message(string card) => $$"""{"touser":"zhangsan","agentid":1000002,"msgtype":"template_card","template_card":{{card}}}""";

    private static int Code(JsonElement answer) => answer.GetProperty("errcode").GetInt32();
}
