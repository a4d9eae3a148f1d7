using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.WeChat;
using ChatDesk.Channels.WeCom;
using ChatDesk.Tests.Channels.Protocol;
using ChatDesk.Tests.Channels.Sandbox;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Tests.Channels.Calls;

/// <summary>Every call that the two clients make, against files written from the platforms' documents.</summary>
public sealed class EveryCallTests : PlatformTest
{
    private static readonly PlatformCall[] Calls = [.. WeChatCalls.All(), .. WeComCalls.All()];

    public static TheoryData<string> Names => new(Calls.Select(call => call.File));

    [Fact]
    public void Every_public_method_is_in_the_table_and_every_file_is_used()
    {
        var methods = new[] { typeof(WeChatClient), typeof(WeComClient) }
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}").Distinct().Order().ToList();

        Assert.True(methods.Count > 50);
        Assert.Equal(methods, Calls.Select(call => call.Method).Distinct().Order());
        Assert.Equal(CallFile.Names().Order(), Calls.Select(call => call.File).Order());
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_call_is_the_documents_skeleton_and_its_answer_is_understood(string name)
    {
        var file = CallFile.Read(name);
        Platform.Answer = (_, http) => AnswerAsync(http, file);

        var result = await Call(name).Run(Clients);

        Assert.NotNull(result.Value);
        Assert.Equal(SendOutcome.Sent, result.Outcome ?? SendOutcome.Sent);
        if (file.IsPage)
            Assert.Equal(file.Request, result.Value);
        else
            AssertRequest(file, Platform.Calls.Single());
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_refusal_is_told_with_its_code(string name)
    {
        if (CallFile.Read(name).IsPage)
            return;
        Platform.Says("""{"errcode":48004,"errmsg":"api forbidden"}""");

        var result = await Call(name).Run(Clients);

        Assert.Null(result.Value);
        Assert.Equal((SendOutcome.Alert, 48004), (result.Outcome ?? SendOutcome.Alert, result.Code ?? 48004));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task The_sandbox_plays_the_call_and_refuses_a_wrong_token_and_a_broken_body(string name)
    {
        var file = CallFile.Read(name);
        await using var host = await SandboxHost.StartAsync();
        if (file.IsPage)
        {
            Assert.NotEqual(404, (int)(await host.Http.GetAsync($"/sandbox/{PlatformOf(name)}{new Uri(file.Request).AbsolutePath}")).StatusCode);
            return;
        }
        var isWeChat = PlatformOf(name) == "wechat";
        var token = isWeChat ? await host.WeChatTokenAsync() : await host.WeComTokenAsync();

        Assert.NotEqual(0, Code(await AskAsync(host, file, $"/sandbox/{PlatformOf(name)}{file.Path}?access_token=wrong&key=wrong", "{}")));
        if (file.Path.StartsWith("/cgi-bin/", StringComparison.Ordinal) && !file.Path.Contains("/webhook/", StringComparison.Ordinal))
        {
            Assert.Equal(41001, Code(await AskAsync(host, file, $"/sandbox/{PlatformOf(name)}{file.Path}", "{}")));
            Assert.Equal(isWeChat ? 40001 : 40014, Code(await AskAsync(host, file, $"/sandbox/{PlatformOf(name)}{file.Path}?access_token=wrong", "{}")));
        }
        if (file.Body is { ValueKind: JsonValueKind.Object } && !file.Path.Contains("/webhook/", StringComparison.Ordinal))
            Assert.Equal(47001, Code(await AskAsync(host, file, $"/sandbox/{PlatformOf(name)}{file.Path}?access_token={token}", "{")));
    }

    private static PlatformCall Call(string name) => Calls.Single(call => call.File == name);

    private static string PlatformOf(string name) => name.Split('/')[0].ToLowerInvariant();

    private static int Code(JsonNode? answer) => (int)answer!["errcode"]!;

    private static async Task<JsonNode?> AskAsync(SandboxHost host, CallFile file, string address, string body)
    {
        using HttpRequestMessage request = new(file.Request.StartsWith("GET ", StringComparison.Ordinal) ? HttpMethod.Get : HttpMethod.Post, address);
        if (request.Method == HttpMethod.Post)
            request.Content = new StringContent(body);
        using var response = await host.Http.SendAsync(request);
        Assert.Equal(200, (int)response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync());
    }

    private static Task AnswerAsync(HttpContext http, CallFile file)
    {
        if (file.Answer.ValueKind == JsonValueKind.Object)
            return http.Response.WriteAsync(file.Answer.GetRawText());
        http.Response.ContentType = "image/jpeg";
        return http.Response.Body.WriteAsync(new byte[] { 0xFF, 0xD8, 0xFF }).AsTask();
    }

    private static void AssertRequest(CallFile file, Asked asked)
    {
        Assert.Equal(file.Request, $"{asked.Method} {asked.Path}{asked.Query}");
        if (file.IsMultipart)
            Assert.StartsWith("multipart/form-data; boundary=", asked.ContentType, StringComparison.Ordinal);
        else if (file.Body is { } body)
            AssertBody(body, asked);
        else
            Assert.Empty(asked.Bytes);
    }

    private static void AssertBody(JsonElement body, Asked asked)
    {
        Assert.Equal("application/json; charset=utf-8", asked.ContentType);
        Assert.DoesNotContain("\\u", asked.Body, StringComparison.Ordinal);
        JsonAssert.Same(body.GetRawText(), asked.Body);
    }
}
