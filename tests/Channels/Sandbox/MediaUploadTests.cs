using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace ChatDesk.Tests.Channels.Sandbox;

public sealed class MediaUploadTests
{
    [Theory]
    [InlineData("image", "a.jpg", 2 * 1024 * 1024, 0)]
    [InlineData("image", "a.jpg", 2 * 1024 * 1024 + 1, 40009)]
    [InlineData("image", "a.exe", 100, 40005)]
    [InlineData("film", "a.jpg", 100, 40004)]
    public async Task The_official_accounts_upload_limits_hold(string type, string name, int bytes, int code)
    {
        await using var host = await SandboxHost.StartAsync();

        var answer = await UploadAsync(host, $"/sandbox/wechat/cgi-bin/media/upload?type={type}&access_token={await host.WeChatTokenAsync()}", Form(name, bytes));

        Assert.Equal(code, Code(answer));
        Assert.Equal(code == 0, answer.TryGetProperty("media_id", out _));
    }

    [Theory]
    [InlineData("image", "a.png", 6, 0)]
    [InlineData("image", "a.png", 5, 40006)]
    [InlineData("image", "a.gif", 100, 40005)]
    [InlineData("file", "a.pdf", 20 * 1024 * 1024 + 1, 40006)]
    public async Task WeComs_upload_limits_hold(string type, string name, int bytes, int code)
    {
        await using var host = await SandboxHost.StartAsync();

        var answer = await UploadAsync(host, $"/sandbox/wecom/cgi-bin/media/upload?type={type}&access_token={await host.WeComTokenAsync()}", Form(name, bytes));

        Assert.Equal(code, Code(answer));
    }

    [Fact]
    public async Task A_part_that_is_not_named_as_the_platform_reads_it_counts_as_missing()
    {
        await using var host = await SandboxHost.StartAsync();
        using MultipartFormDataContent unquoted = new() { { new ByteArrayContent(new byte[10]), "media", "a.jpg" } };

        var answer = await UploadAsync(
            host, $"/sandbox/wechat/cgi-bin/media/upload?type=image&access_token={await host.WeChatTokenAsync()}", unquoted);

        Assert.Equal(41005, Code(answer));
    }

    private static ByteArrayContent Form(string name, int bytes)
    {
        byte[] body =
        [
            .. Encoding.ASCII.GetBytes($"--X\r\nContent-Disposition: form-data; name=\"media\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
            .. new byte[bytes], .. "\r\n--X--\r\n"u8,
        ];
        ByteArrayContent content = new(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=X");
        return content;
    }

    private static async Task<JsonElement> UploadAsync(SandboxHost host, string path, HttpContent form)
    {
        using var response = await host.Http.PostAsync(path, form);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static int Code(JsonElement answer) => answer.TryGetProperty("errcode", out var code) ? code.GetInt32() : 0;
}
