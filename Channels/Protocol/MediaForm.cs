using System.Net.Http.Headers;
using System.Text;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.Protocol;

/// <summary>A file as the one part of a form, in the only spelling that the platforms read: boundary without quotes, name and file name with.</summary>
internal static class MediaForm
{
    /// <param name="file">The file name goes out as raw UTF-8.</param>
    /// <param name="withLength">WeCom's document adds the number of bytes to the part's header.</param>
    public static HttpContent Of(MediaFile file, bool withLength = false)
    {
        var boundary = "ChatDesk" + Guid.NewGuid().ToString("N");
        var length = withLength ? $"; filelength={file.Bytes.Length}" : "";
        var head = Encoding.UTF8.GetBytes(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"media\"; filename=\"{SafeName(file.FileName)}\"{length}\r\n" +
            $"Content-Type: {MediaTypeHeaderValue.Parse(file.ContentType)}\r\n\r\n");
        var tail = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
        ByteArrayContent content = new([.. head, .. file.Bytes, .. tail]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");
        return content;
    }

    private static string SafeName(string name) =>
        string.Concat(WireText.Clean(name).Where(c => c is not ('"' or '\\' or '/' or '\r' or '\n' or '\t')));
}
