using System.Buffers.Binary;

namespace ChatDesk.BotHost.Files;

/// <summary>
/// Keeps what a JPEG needs to be shown (tables, scans, JFIF, colour profile, Adobe marker, and of its Exif the orientation)
/// and drops places, cameras, previews and comments. Markers: ITU-T T.81 annex B; Exif 2.3 section 4.
/// </summary>
internal static class JpegCleaner
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;
    private const byte App15 = 0xEF;
    private const byte Comment = 0xFE;
    private const ushort OrientationTag = 0x0112;

    /// <returns>Null when the segments do not add up to a picture.</returns>
    public static byte[]? Clean(byte[] bytes)
    {
        using MemoryStream kept = new(bytes.Length);
        kept.Write([0xFF, 0xD8]);
        var hasScan = false;
        for (var at = 2; ;)
        {
            if (!TryMarker(bytes, ref at, out var marker))
                return null;
            if (marker == EndOfImage)
                break;
            if (!TrySegment(bytes, at, out var segment))
                return null;
            Keep(kept, marker, segment);
            at += segment.Length;
            if (marker != StartOfScan)
                continue;
            hasScan = true;
            var end = EndOfScan(bytes, at);
            kept.Write(bytes.AsSpan(at, end - at));
            at = end;
        }

        kept.Write([0xFF, EndOfImage]);
        return hasScan ? kept.ToArray() : null;
    }

    private static bool TryMarker(byte[] bytes, ref int at, out byte marker)
    {
        marker = 0;
        if (at >= bytes.Length || bytes[at] != 0xFF)
            return false;
        while (at < bytes.Length && bytes[at] == 0xFF)
            at++;
        if (at >= bytes.Length)
            return false;
        marker = bytes[at++];
        return marker is EndOfImage or (>= 0xC0 and not (>= 0xD0 and <= 0xD8));
    }

    /// <summary>A segment with its two length bytes.</summary>
    private static bool TrySegment(byte[] bytes, int at, out ReadOnlySpan<byte> segment)
    {
        segment = default;
        if (at + 2 > bytes.Length)
            return false;
        var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));
        if (length < 2 || at + length > bytes.Length)
            return false;
        segment = bytes.AsSpan(at, length);
        return true;
    }

    private static void Keep(MemoryStream kept, byte marker, ReadOnlySpan<byte> segment)
    {
        var content = segment[2..];
        if (marker == App1 && Orientation(content) is > 1 and <= 8 and var orientation)
            WriteOrientation(kept, orientation);
        var isNeeded = marker switch
        {
            App0 => content.StartsWith("JFIF\0"u8),
            App2 => content.StartsWith("ICC_PROFILE\0"u8),
            App14 => content.StartsWith("Adobe"u8),
            (> App0 and <= App15) or Comment => false,
            _ => true,
        };
        if (!isNeeded)
            return;
        kept.Write([0xFF, marker]);
        kept.Write(segment);
    }

    /// <summary>Where the entropy-coded bytes end: at the next marker that is neither stuffing nor a restart.</summary>
    private static int EndOfScan(byte[] bytes, int at)
    {
        while (at + 1 < bytes.Length)
        {
            if (bytes[at] == 0xFF && bytes[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
                return at;
            at++;
        }

        return bytes.Length;
    }

    /// <summary>The first directory's orientation, 1 to 8; 0 when there is none.</summary>
    private static ushort Orientation(ReadOnlySpan<byte> app1)
    {
        if (!app1.StartsWith("Exif\0\0"u8) || app1.Length < 14)
            return 0;
        var tiff = app1[6..];
        var isLittle = tiff.StartsWith("II"u8);
        var offset = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (offset > tiff.Length - 2)
            return 0;
        var directory = tiff[(int)offset..];
        var count = ReadShort(directory, isLittle);
        for (var entry = 2; count > 0 && entry + 12 <= directory.Length; entry += 12, count--)
        {
            if (ReadShort(directory[entry..], isLittle) == OrientationTag)
                return ReadShort(directory[(entry + 8)..], isLittle);
        }

        return 0;
    }

    private static ushort ReadShort(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static void WriteOrientation(MemoryStream kept, ushort orientation)
    {
        kept.Write([0xFF, App1, 0, 34]);
        kept.Write("Exif\0\0MM\0*"u8);
        kept.Write([0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0]);
    }
}
