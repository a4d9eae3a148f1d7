using ChatDesk.BotHost.Backup;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Files;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Tests.BotHost.Pages;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Tests.BotHost.Backup;

/// <summary>Backup, destroy, restore: the rehearsal that a small company would make.</summary>
public sealed class BackupTests : IDisposable
{
    private static readonly Dictionary<string, string?> _operator = new() { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ChatDesk:Sandbox:Enabled"] = "false" };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatdesk-backup-test-");

    private string Archive => Path.Combine(_folder.FullName, "desk.tar.gz");

    private string NewData => Path.Combine(_folder.FullName, "data");

    [Theory, OnEachDatabase]
    public async Task After_a_restore_the_tickets_the_photos_the_links_and_the_audit_chain_are_the_same(DatabaseProvider provider)
    {
        var (before, photo, token) = await BackUpAsync(provider);
        await using var database = await TestDatabase.CreateAsync(provider);
        await using DeskProcess operation = new(new Dictionary<string, string?>(_operator) { ["ChatDesk:DataDirectory"] = NewData }, database);

        Assert.Equal((0, "database and 1 files restored", ""), await operation.TryAsync("restore", Archive));

        Assert.Equal((0, "1 tickets: every history is intact", ""), await operation.TryAsync("audit", "verify"));
        await using var restored = await Desk.StartAsync(database, PhoneEstate.Bare with { Configuration = Configured() });
        Assert.Equal(before, await EventsAsync(restored));
        Assert.Equal(token, restored.Services.GetRequiredService<Links>().ProgressToken(before[0].Number));
        Assert.Equal(photo.Sha256, Hash(restored.Services.GetRequiredService<FileStore>().Find(photo.Key)!));
    }

    [Theory, OnEachDatabase]
    public async Task A_desk_that_holds_anything_is_never_written_over(DatabaseProvider provider)
    {
        await BackUpAsync(provider);
        await using var database = await TestDatabase.CreateAsync(provider);
        await using DeskProcess operation = new(new Dictionary<string, string?>(_operator) { ["ChatDesk:DataDirectory"] = NewData }, database);
        await operation.RunAsync("migrate");

        var (code, output, error) = await operation.TryAsync("restore", Archive);

        Assert.Equal((1, "", "The database or the files folder is not empty; restore only into a new desk."), (code, output, error));
        Assert.Equal((1, "", $"{Archive} exists; a backup never overwrites another."), await operation.TryAsync("backup", Archive));
    }

    [Theory]
    [InlineData("not an archive")]
    [InlineData("")]
    public async Task What_is_no_backup_ends_with_1_and_one_line_and_leaves_the_desk_empty(string content)
    {
        await using DeskProcess operation = new(_operator);
        var file = operation.Write("broken.tar.gz", content);

        var (code, output, error) = await operation.TryAsync("restore", file);

        Assert.Equal((1, ""), (code, output));
        Assert.Single(error.Split('\n'));
        Assert.Equal((0, "0 tickets: every history is intact", ""), await operation.TryAsync("audit", "verify"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Archives a running desk with a ticket and its photo, then lets it go with all it had.</summary>
    private async Task<(List<(string Number, string Type, string Hash)> Events, StoredFile Photo, string Token)> BackUpAsync(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        var photo = await estate.PhotoAsync(isPrivate: true);
        await estate.ActAsync(new TicketOrder(TicketAction.Accept));
        await estate.ActAsync(new TicketOrder(TicketAction.Step) { Text = "更换弯头", Files = [photo] });
        Assert.Equal(1, await estate.Desk.Services.GetRequiredService<DeskBackup>().WriteAsync(Archive, CancellationToken.None));
        return (await EventsAsync(estate.Desk), photo, estate.Token);
    }

    private static async Task<List<(string Number, string Type, string Hash)>> EventsAsync(Desk desk)
    {
        var tickets = await desk.ReadAsync(db => db.Set<Ticket>().AsNoTracking().Include(ticket => ticket.Events).ToListAsync());
        return [.. tickets.SelectMany(ticket => ticket.Events.OrderBy(e => e.Sequence).Select(e => (ticket.Number, $"{e.Type}", e.Hash)))];
    }

    private Dictionary<string, string?> Configured() => new(PhoneEstate.Bare.Configuration) { ["ChatDesk:DataDirectory"] = NewData };

    private static string Hash(string path) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
}
