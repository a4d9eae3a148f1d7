using System.Buffers.Binary;

namespace ChatDesk.BotHost.Files;

/// <summary>Drops a WebP's Exif and XMP chunks. https://developers.google.com/speed/webp/docs/riff_container</summary>
internal static class WebPCleaner
{
    private const int HeaderLength = 12;
    private const int ExifAndXmpFlags = 0x08 | 0x04;

    /// <returns>Null when the chunks do not fill the container.</returns>
    public static byte[]? Clean(byte[] bytes)
    {
        if (bytes.Length < HeaderLength)
            return null;
        var end = Math.Min(bytes.Length, 8 + (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)));
        using MemoryStream kept = new(bytes.Length);
        kept.Write(bytes.AsSpan(0, HeaderLength));
        for (var at = HeaderLength; at < end;)
        {
            if (at + 8 > end)
                return null;
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4));
            var padded = 8 + length + (length & 1);
            if (at + padded > end)
                return null;
            Keep(kept, bytes.AsSpan(at, (int)padded));
            at += (int)padded;
        }

        var clean = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(clean.AsSpan(4), (uint)(clean.Length - 8));
        return clean.Length > HeaderLength ? clean : null;
    }

    private static void Keep(MemoryStream kept, ReadOnlySpan<byte> chunk)
    {
        switch (System.Text.Encoding.Latin1.GetString(chunk[..4]))
        {
            case "VP8X" when chunk.Length > 8:
                kept.Write(chunk[..8]);
                kept.WriteByte((byte)(chunk[8] & ~ExifAndXmpFlags));
                kept.Write(chunk[9..]);
                break;
            case "VP8 " or "VP8L" or "ALPH" or "ANIM" or "ANMF" or "ICCP":
                kept.Write(chunk);
                break;
        }
    }
}
