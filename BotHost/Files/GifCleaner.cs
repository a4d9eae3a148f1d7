namespace ChatDesk.BotHost.Files;

/// <summary>Drops a GIF's comments and foreign application blocks; keeps pictures, timing and repetition. GIF89a, sections 17 to 27.</summary>
internal static class GifCleaner
{
    private const int HeaderLength = 13;
    private const byte Extension = 0x21;
    private const byte Image = 0x2C;
    private const byte Trailer = 0x3B;

    /// <returns>Null when the blocks do not lead to the trailer.</returns>
    public static byte[]? Clean(byte[] bytes)
    {
        if (bytes.Length < HeaderLength)
            return null;
        using MemoryStream kept = new(bytes.Length);
        var at = HeaderLength + TableLength(bytes[10]);
        if (at > bytes.Length)
            return null;
        kept.Write(bytes.AsSpan(0, at));
        while (at < bytes.Length && bytes[at] != Trailer)
        {
            var end = EndOfBlock(bytes, at);
            if (end < 0)
                return null;
            if (IsShown(bytes.AsSpan(at, end - at)))
                kept.Write(bytes.AsSpan(at, end - at));
            at = end;
        }

        kept.WriteByte(Trailer);
        return at < bytes.Length ? kept.ToArray() : null;
    }

    private static int EndOfBlock(byte[] bytes, int at) => bytes[at] switch
    {
        Extension => EndOfSubBlocks(bytes, at + 2),
        Image when at + 10 <= bytes.Length => EndOfSubBlocks(bytes, at + 10 + TableLength(bytes[at + 9]) + 1),
        _ => -1,
    };

    private static int EndOfSubBlocks(byte[] bytes, int at)
    {
        while (at < bytes.Length)
        {
            if (bytes[at] == 0)
                return at + 1;
            at += bytes[at] + 1;
        }

        return -1;
    }

    private static bool IsShown(ReadOnlySpan<byte> block) => block switch
    {
        [Extension, 0xF9 or 0x01, ..] => true,
        [Extension, 0xFF, 11, ..] => block[3..].StartsWith("NETSCAPE2.0"u8) || block[3..].StartsWith("ANIMEXTS1.0"u8),
        [Extension, ..] => false,
        _ => true,
    };

    /// <summary>Bytes of a colour table, by the flags that announce it.</summary>
    private static int TableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));
}
