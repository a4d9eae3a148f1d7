using System.CommandLine;
using ChatDesk.BotHost.Backup;

namespace ChatDesk.BotHost.Commands;

/// <summary><c>backup FILE</c> and <c>restore FILE</c></summary>
internal static class BackupCommands
{
    public static Command Backup()
    {
        Argument<FileInfo> file = new("FILE.tar.gz") { Description = "The archive to write; it must not exist." };
        Command command = new("backup", "Writes the database and the files of the desk, which may be running, into one archive.") { file };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(file), async (backup, archive) => $"database and {await backup.WriteAsync(archive, ct)} files written"));
        return command;
    }

    public static Command Restore()
    {
        var file = new Argument<FileInfo>("FILE.tar.gz") { Description = "An archive that backup wrote." }.AcceptExistingOnly();
        Command command = new("restore", "Fills a new, empty desk from an archive; the desk must not be running.") { file };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(file), async (backup, archive) => $"database and {await backup.ReadAsync(archive, ct)} files restored"));
        return command;
    }

    /// <summary>Without migrating first: a restore needs the database empty, a backup takes it as it is.</summary>
    private static Task<int> RunAsync(FileInfo file, Func<DeskBackup, string, Task<string>> work) => CommandRun.GuardAsync(async () =>
    {
        await using var app = DeskHost.Build([]);
        await Console.Out.WriteLineAsync(await work(app.Services.GetRequiredService<DeskBackup>(), file.FullName));
    });
}
