using System.Text;
using ChatDesk.BotHost.Texts;

namespace ChatDesk.BotHost.Imports.Tables;

/// <summary>The text of a file that does not say how it is encoded: a byte order mark, else UTF-8, else what Chinese Windows writes.</summary>
public static class FileText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>GB18030 reads GBK and GB2312 too.</summary>
    private static readonly Encoding Chinese =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <exception cref="FormatException">It is no text.</exception>
    public static string Read(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.AsSpan().StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode.GetString(content.AsSpan(2));
        if (content.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble))
            return Encoding.BigEndianUnicode.GetString(content.AsSpan(2));
        var text = TryRead(Utf8, content) ?? TryRead(Chinese, content) ?? throw new FormatException(ImportTexts.NotATable);
        return text.Contains('\0', StringComparison.Ordinal) ? throw new FormatException(ImportTexts.NotATable) : text.TrimStart('\ufeff');
    }

    private static string? TryRead(Encoding encoding, byte[] content)
    {
        try
        {
            return encoding.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
