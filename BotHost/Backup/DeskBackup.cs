using System.Formats.Tar;
using System.IO.Compression;
using Microsoft.Extensions.Options;

namespace ChatDesk.BotHost.Backup;

/// <summary>
/// The whole desk in one archive (tar, gzip): the database, and the photos, voices and signatures that its rows refer to. The
/// database comes first and files are never rewritten, so every row of the archive finds its files.
/// </summary>
internal sealed class DeskBackup(IDatabaseCopy database, IOptions<DeskOptions> options)
{
    private const string FilesFolder = "files";

    private readonly string _files = Path.GetFullPath(Path.Combine(options.Value.DataDirectory, FilesFolder));

    private string DatabaseEntry => $"database.{database.Kind}";

    /// <summary>Writes the archive; the desk may go on working.</summary>
    /// <returns>How many files it holds besides the database.</returns>
    /// <exception cref="IOException">The archive exists, or the database could not be copied.</exception>
    public async Task<int> WriteAsync(string archive, CancellationToken ct)
    {
        if (File.Exists(archive))
            throw new IOException($"{archive} exists; a backup never overwrites another.");
        using TemporaryFolder folder = new();
        var copy = folder.PathOf(DatabaseEntry);
        await database.WriteAsync(copy, ct);
        var unfinished = archive + ".part";
        var count = await PackAsync(unfinished, copy, ct);
        File.Move(unfinished, archive);
        return count;
    }

    /// <summary>Fills an empty desk from an archive.</summary>
    /// <returns>How many files came back besides the database.</returns>
    /// <exception cref="InvalidDataException">It is no backup of this kind of database.</exception>
    /// <exception cref="IOException">The desk is not empty, or the archive could not be read back.</exception>
    public async Task<int> ReadAsync(string archive, CancellationToken ct)
    {
        if (!await database.IsEmptyAsync(ct) || Directory.Exists(_files))
            throw new IOException("The database or the files folder is not empty; restore only into a new desk.");
        using TemporaryFolder folder = new();
        await UnpackAsync(archive, folder.Path, ct);
        var copy = folder.PathOf(DatabaseEntry);
        if (!File.Exists(copy))
            throw new InvalidDataException($"{archive} is no backup of a {database.Kind} database.");
        var count = CopyFiles(folder.PathOf(FilesFolder));
        await database.ReadAsync(copy, ct);
        return count;
    }

    private async Task<int> PackAsync(string archive, string databaseCopy, CancellationToken ct)
    {
        await using var file = File.Create(archive);
        await using GZipStream zip = new(file, CompressionLevel.Fastest);
        await using TarWriter tar = new(zip);
        await tar.WriteEntryAsync(databaseCopy, DatabaseEntry, ct);
        var stored = Directory.Exists(_files) ? Directory.GetFiles(_files, "*", SearchOption.AllDirectories) : [];
        foreach (var path in stored)
            await tar.WriteEntryAsync(path, $"{FilesFolder}/{Path.GetRelativePath(_files, path).Replace('\\', '/')}", ct);
        return stored.Length;
    }

    private static async Task UnpackAsync(string archive, string folder, CancellationToken ct)
    {
        await using var file = File.OpenRead(archive);
        await using GZipStream zip = new(file, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(zip, folder, overwriteFiles: false, ct);
    }

    private int CopyFiles(string from)
    {
        var stored = Directory.Exists(from) ? Directory.GetFiles(from, "*", SearchOption.AllDirectories) : [];
        foreach (var path in stored)
        {
            var target = Path.Combine(_files, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }

        return stored.Length;
    }

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatdesk-backup-");

        public string Path => _folder.FullName;

        public string PathOf(string name) => System.IO.Path.Combine(Path, name);

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
