using System.Buffers;
using System.IO.Compression;
using ChatDesk.BotHost.Texts;

namespace ChatDesk.BotHost.Imports.Tables;

/// <summary>Unpacks a file once into nothing, so that what follows knows how much it holds, whatever the file says of itself.</summary>
internal static class ZipGuard
{
    /// <summary>Sheets shrink to a tenth or less; 200,000 rows of homes take some 100 MB.</summary>
    private const long MaxUnpackedBytes = 250_000_000;

    private const int MaxEntries = 2000;

    /// <exception cref="FormatException">It is no archive, or holds too much.</exception>
    public static void Check(byte[] content)
    {
        try
        {
            using MemoryStream stream = new(content, writable: false);
            using ZipArchive archive = new(stream, ZipArchiveMode.Read);
            if (archive.Entries.Count > MaxEntries || archive.Entries.Sum(entry => entry.Length) > MaxUnpackedBytes)
                throw new FormatException(ImportTexts.TooLarge);
            Unpack(archive);
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            throw new FormatException(ImportTexts.NotATable, exception);
        }
    }

    private static void Unpack(ZipArchive archive)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0;)
            {
                total += read;
                if (total > MaxUnpackedBytes)
                    throw new FormatException(ImportTexts.TooLarge);
            }
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }
}
