using System.Buffers.Binary;

namespace ChatDesk.BotHost.Files;

/// <summary>
/// Blanks an MP4's user data and metadata boxes (places, devices) in place, so that no offset changes.
/// ISO 14496-12 section 4.2, free space box 8.1.2.
/// </summary>
internal static class Mp4Cleaner
{
    /// <returns>Null when the boxes do not fill the file or no film is in it.</returns>
    public static byte[]? Clean(byte[] bytes)
    {
        var copy = bytes.ToArray();
        return TryClean(copy, 0, copy.Length, out var hasMovie) && hasMovie ? copy : null;
    }

    private static bool TryClean(byte[] bytes, long start, long end, out bool hasMovie)
    {
        hasMovie = false;
        for (var at = start; at < end;)
        {
            if (!TryBox(bytes, at, end, out var length, out var header))
                return false;
            var type = bytes.AsSpan((int)at + 4, 4);
            if (type.SequenceEqual("udta"u8) || type.SequenceEqual("meta"u8) || type.SequenceEqual("uuid"u8))
                Blank(bytes.AsSpan((int)at, (int)length), header);
            else if (type.SequenceEqual("moov"u8) || type.SequenceEqual("trak"u8))
                hasMovie |= TryClean(bytes, at + header, at + length, out _);
            at += length;
        }

        return true;
    }

    private static bool TryBox(byte[] bytes, long at, long end, out long length, out int header)
    {
        length = 0;
        header = 8;
        if (at + header > end)
            return false;
        length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan((int)at));
        if (length == 0)
            length = end - at;
        if (length == 1 && at + 16 <= end)
        {
            header = 16;
            length = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan((int)at + 8));
        }

        return length >= header && length <= end - at;
    }

    private static void Blank(Span<byte> box, int header)
    {
        "free"u8.CopyTo(box[4..]);
        box[header..].Clear();
    }
}
