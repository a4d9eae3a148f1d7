using System.Security.Cryptography;
using ChatDesk.BotHost.Tickets;
using Microsoft.Extensions.Options;

namespace ChatDesk.BotHost.Files;

/// <summary>Why a file was not taken.</summary>
public enum FileRefusal
{
    None,

    /// <summary>Not one of the types that are taken here, whatever its name says, or broken.</summary>
    WrongType,

    /// <summary>Over <see cref="FileStore.MaxBytes"/>.</summary>
    TooLarge,
    Empty,
}

/// <summary>A file taken, or why not.</summary>
/// <param name="File">Not yet in the database: it gets there with the event that it is given to. Null when it was refused.</param>
/// <param name="Refusal">None when it was taken.</param>
public sealed record FileSaved(StoredFile? File, FileRefusal Refusal);

/// <summary>
/// The desk's files: under <c>files/</c> of the data directory by random names. Each is told by its bytes, capped and
/// stripped of its metadata before it is written.
/// </summary>
public sealed class FileStore(IOptions<DeskOptions> options)
{
    /// <summary>One file: 10 MB.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>All files of one request: 20 MB.</summary>
    public const int MaxRequestBytes = 20 * 1024 * 1024;

    private const int KeyBytes = 16;

    /// <summary>Reads and stores a file.</summary>
    /// <param name="content">Read up to the cap.</param>
    /// <param name="isPrivate">Taken inside a home.</param>
    /// <param name="accepts">The kinds that fit here.</param>
    /// <param name="ct">Cancels reading and writing.</param>
    public async Task<FileSaved> SaveAsync(Stream content, bool isPrivate, FileKinds accepts, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(content);
        using MemoryStream read = new();
        var buffer = new byte[81920];
        for (var count = 1; count > 0 && read.Length <= MaxBytes; read.Write(buffer, 0, count))
            count = await content.ReadAsync(buffer, ct);
        return await SaveAsync(read.ToArray(), isPrivate, accepts, ct);
    }

    /// <summary>Stores a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="isPrivate">Taken inside a home.</param>
    /// <param name="accepts">The kinds that fit here.</param>
    /// <param name="ct">Cancels writing.</param>
    public async Task<FileSaved> SaveAsync(byte[] bytes, bool isPrivate, FileKinds accepts, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length == 0)
            return new(null, FileRefusal.Empty);
        if (bytes.Length > MaxBytes)
            return new(null, FileRefusal.TooLarge);
        if (FileType.Of(bytes) is not { } type || !accepts.HasFlag(type.Kind) || type.Clean(bytes) is not { } clean)
            return new(null, FileRefusal.WrongType);
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        await WriteAsync(PathOf(key), clean, ct);
        return new(
            new StoredFile
            {
                Key = key,
                ContentType = type.ContentType,
                Size = clean.Length,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(clean)),
                IsPrivate = isPrivate,
            },
            FileRefusal.None);
    }

    /// <summary>The full path of a stored file; null when there is none by that key.</summary>
    public string? Find(string key)
    {
        var isKey = key?.Length == 2 * KeyBytes && key.All(char.IsAsciiHexDigitLower);
        return isKey && PathOf(key!) is var path && File.Exists(path) ? path : null;
    }

    private string PathOf(string key) => Path.GetFullPath(Path.Combine(options.Value.DataDirectory, "files", key[..2], key));

    /// <summary>Complete on the disk before anybody can refer to it.</summary>
    private static async Task WriteAsync(string path, byte[] bytes, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        await file.WriteAsync(bytes, ct);
        file.Flush(flushToDisk: true);
    }
}
