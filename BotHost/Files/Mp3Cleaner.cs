namespace ChatDesk.BotHost.Files;

/// <summary>Keeps an MP3's frames, without the ID3 tags around them (id3.org, ID3v2.4 section 3.1; ID3v1 is the last 128 bytes).</summary>
internal static class Mp3Cleaner
{
    private const int OldTagLength = 128;

    private static readonly int[] Bitrates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
    private static readonly int[] Bitrates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
    private static readonly int[] Rates = [44100, 48000, 32000, 0];

    /// <returns>Null when no two frames follow each other at the start.</returns>
    public static byte[]? Clean(byte[] bytes)
    {
        var start = bytes is [(byte)'I', (byte)'D', (byte)'3', _, _, _, _, _, _, _, ..]
            ? 10 + ((bytes[6] & 0x7F) << 21) + ((bytes[7] & 0x7F) << 14) + ((bytes[8] & 0x7F) << 7) + (bytes[9] & 0x7F)
            : 0;
        var hasOldTag = bytes.Length > OldTagLength && bytes.AsSpan(bytes.Length - OldTagLength).StartsWith("TAG"u8);
        var end = hasOldTag ? bytes.Length - OldTagLength : bytes.Length;
        if (start >= end)
            return null;
        var frames = bytes.AsSpan(start, end - start);
        var first = FrameLength(frames);
        return first > 0 && first < frames.Length && FrameLength(frames[first..]) > 0 ? frames.ToArray() : null;
    }

    /// <summary>Bytes of the layer III frame that begins here; 0 when none does (ISO 11172-3 section 2.4.2.3).</summary>
    private static int FrameLength(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 4 || frame[0] != 0xFF || (frame[1] & 0xE6) != 0xE2)
            return 0;
        var version = (frame[1] >> 3) & 3;
        var isFirst = version == 3;
        var bitrate = (isFirst ? Bitrates1 : Bitrates2)[frame[2] >> 4] * 1000;
        var rate = Rates[(frame[2] >> 2) & 3] >> (isFirst ? 0 : version == 2 ? 1 : 2);
        return bitrate == 0 || rate == 0 ? 0 : ((isFirst ? 144 : 72) * bitrate / rate) + ((frame[2] >> 1) & 1);
    }
}
