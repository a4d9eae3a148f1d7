using System.Buffers.Binary;

namespace ChatDesk.BotHost.Files;

/// <summary>Keeps the chunks that show the picture; drops texts, times, Exif and anything unknown. PNG 1.2 and 3rd edition, section 11.</summary>
internal static class PngCleaner
{
    private const int SignatureLength = 8;

    /// <summary>Length, type and checksum around a chunk's data.</summary>
    private const int Frame = 12;

    private static readonly HashSet<string> Shown =
        ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT"];

    /// <returns>Null when the chunks do not lead from IHDR to IEND.</returns>
    public static byte[]? Clean(byte[] bytes)
    {
        using MemoryStream kept = new(bytes.Length);
        kept.Write(bytes.AsSpan(0, SignatureLength));
        for (var at = SignatureLength; at + Frame <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (length > bytes.Length - at - Frame)
                return null;
            var chunk = bytes.AsSpan(at, (int)length + Frame);
            var type = System.Text.Encoding.Latin1.GetString(chunk.Slice(4, 4));
            if (at == SignatureLength && type != "IHDR")
                return null;
            if (Shown.Contains(type))
                kept.Write(chunk);
            if (type == "IEND")
                return kept.ToArray();
            at += chunk.Length;
        }

        return null;
    }
}
