namespace ChatDesk.BotHost.Files;

/// <summary>What people send.</summary>
[Flags]
public enum FileKinds
{
    None = 0,
    Picture = 1,
    Voice = 1 << 1,
    Video = 1 << 2,
    Any = Picture | Voice | Video,
}

/// <summary>A type that the desk takes, told by a file's own bytes.</summary>
/// <param name="Kind">What it is to a person.</param>
/// <param name="ContentType">The MIME type it is served with.</param>
/// <param name="Clean">Gives the file without metadata and without anything after its end; null when its structure is broken.</param>
internal sealed record FileType(FileKinds Kind, string ContentType, Func<byte[], byte[]?> Clean)
{
    private static readonly FileType Jpeg = new(FileKinds.Picture, "image/jpeg", JpegCleaner.Clean);
    private static readonly FileType Png = new(FileKinds.Picture, "image/png", PngCleaner.Clean);
    private static readonly FileType Gif = new(FileKinds.Picture, "image/gif", GifCleaner.Clean);
    private static readonly FileType WebP = new(FileKinds.Picture, "image/webp", WebPCleaner.Clean);
    private static readonly FileType Amr = new(FileKinds.Voice, "audio/amr", bytes => bytes);
    private static readonly FileType Mp3 = new(FileKinds.Voice, "audio/mpeg", Mp3Cleaner.Clean);
    private static readonly FileType Mp4Sound = new(FileKinds.Voice, "audio/mp4", Mp4Cleaner.Clean);
    private static readonly FileType Mp4 = new(FileKinds.Video, "video/mp4", Mp4Cleaner.Clean);

    /// <returns>Null for everything that the desk does not take, whatever its name or declared type says.</returns>
    public static FileType? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebP,
        [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', (byte)'\n' or (byte)'-', ..] => Amr,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => OfBrand(bytes[8..]),
        [(byte)'I', (byte)'D', (byte)'3', ..] or [0xFF, >= 0xE2, ..] => Mp3,
        _ => null,
    };

    private static FileType? OfBrand(ReadOnlySpan<byte> brand) => brand switch
    {
        [(byte)'M', (byte)'4', (byte)'A', ..] => Mp4Sound,
        [(byte)'i', (byte)'s', (byte)'o', ..] or [(byte)'m', (byte)'p', (byte)'4', ..] or [(byte)'a', (byte)'v', (byte)'c', (byte)'1', ..]
            or [(byte)'M', (byte)'4', (byte)'V', ..] or [(byte)'3', (byte)'g', (byte)'p', ..] => Mp4,
        _ => null,
    };
}
