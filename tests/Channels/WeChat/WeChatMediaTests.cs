using ChatDesk.Channels.Activities;
using ChatDesk.Tests.Channels.Protocol;
using Microsoft.AspNetCore.Http;

namespace ChatDesk.Tests.Channels.WeChat;

/// <summary>Form and answers: developers.weixin.qq.com/doc/service/api/material/temporary/.</summary>
public sealed class WeChatMediaTests : PlatformTest
{
    [Fact]
    public async Task A_file_is_fetched_with_its_name_and_type()
    {
        Platform.Answer = async (_, http) =>
        {
            http.Response.ContentType = "image/jpeg";
            http.Response.Headers.ContentDisposition = "attachment; filename=\"MEDIA.jpg\"";
            await http.Response.Body.WriteAsync(new byte[] { 0xFF, 0xD8, 0xFF });
        };

        var file = await Clients.WeChat.GetMediaAsync("main", "M+1", CancellationToken.None);

        Assert.Equal("/cgi-bin/media/get?access_token=token-1&media_id=M%2B1", Platform.Calls[0].Path + Platform.Calls[0].Query);
        Assert.Equal(("MEDIA.jpg", "image/jpeg"), (file!.FileName, file.ContentType));
        Assert.Equal([0xFF, 0xD8, 0xFF], file.Bytes);
    }

    [Fact]
    public async Task An_error_instead_of_a_file_gives_none()
    {
        Platform.Answer = (_, http) =>
        {
            http.Response.ContentType = "text/plain";
            return http.Response.WriteAsync("""{"errcode":40007,"errmsg":"invalid media_id"}""");
        };

        Assert.Null(await Clients.WeChat.GetMediaAsync("main", "M1", CancellationToken.None));
    }

    [Fact]
    public async Task A_video_is_fetched_from_the_address_that_comes_in_its_place()
    {
        Platform.Answer = (asked, http) =>
        {
            http.Response.ContentType = asked.Path == "/v.mp4" ? "video/mp4" : "application/json";
            return http.Response.WriteAsync(asked.Path == "/v.mp4" ? "mp4" : $$"""{"video_url":"{{Platform.Url}}/v.mp4"}""");
        };

        var file = await Clients.WeChat.GetMediaAsync("main", "M1", CancellationToken.None);

        Assert.Equal("mp4"u8.ToArray(), file!.Bytes);
        Assert.Empty(Platform.Calls[1].Token);
    }

    [Fact]
    public async Task An_upload_is_spelled_as_thePlatform_reads_it()
    {
        Platform.Says("""{"type":"image","media_id":"MEDIA_ID","created_at":123456789}""");

        var id = await Clients.WeChat.UploadMediaAsync("main", "image", new MediaFile("漏水\".jpg", "image/jpeg", [1, 2, 3]), CancellationToken.None);

        Assert.Equal("MEDIA_ID", id);
        var call = Assert.Single(Platform.Calls);
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
        Platform.Says("""{"errcode":40004,"errmsg":"invalid media type"}""");

        Assert.Null(await Clients.WeChat.UploadMediaAsync("main", "image", new MediaFile("a.jpg", "image/jpeg", [1]), CancellationToken.None));
    }
}
