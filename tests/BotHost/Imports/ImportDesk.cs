using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Owners;
using ChatDesk.Tests.BotHost.Console;
using ChatDesk.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.Tests.BotHost.Imports;

/// <summary>Somebody of the demonstration estate at the import page.</summary>
internal sealed partial class ImportDesk : IAsyncDisposable
{
    private ImportDesk(ConsoleDesk desk, ConsoleBrowser browser) => (Desk, Browser) = (desk, browser);

    public ConsoleDesk Desk { get; }

    public ConsoleBrowser Browser { get; }

    /// <param name="provider">The database.</param>
    /// <param name="who">The housekeeper tao unless said otherwise.</param>
    public static async Task<ImportDesk> StartAsync(DatabaseProvider provider, string who = "tao")
    {
        var desk = await ConsoleDesk.StartAsync(provider);
        return new(desk, await desk.SignInAsync(who));
    }

    /// <returns>The preview's address, or the page again where the file was refused.</returns>
    public async Task<(string? Preview, string Page)> UploadAsync(string kind, string fileName, byte[] file, params (string Name, string Value)[] more)
    {
        using var answer = await Browser.UploadAsync("/console/import", "/console/import", fileName, file, [("kind", kind), .. more]);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            return (null, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        var preview = answer.Headers.Location!.ToString();
        return (preview, await Browser.ReadAsync(preview));
    }

    public Task<(string? Preview, string Page)> UploadAsync(string kind, string csv, params (string Name, string Value)[] more) =>
        UploadAsync(kind, "list.csv", Encoding.UTF8.GetBytes(csv), more);

    /// <summary>Presses 确认导入 on a preview that was read before.</summary>
    public async Task<string> ConfirmAsync(string preview, string page)
    {
        using var answer = await Browser.SendAsync("/console/import", preview, ("seen", Seen().Match(page).Groups[1].Value));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await Browser.ReadAsync(preview);
    }

    /// <summary>Uploads and confirms.</summary>
    public async Task<string> ImportAsync(string kind, string fileName, byte[] file, params (string Name, string Value)[] more)
    {
        var (preview, page) = await UploadAsync(kind, fileName, file, more);
        return await ConfirmAsync(preview!, page);
    }

    /// <summary>New, changed, unchanged and wrong rows, as the preview says.</summary>
    public static (int Added, int Changed, int Unchanged, int Errors) CountsOf(string page)
    {
        var counts = Count().Matches(page).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return (counts[0], counts[1], counts[2], counts[3]);
    }

    /// <summary>Everybody as "name phone year: room relation", in the order of names.</summary>
    public Task<List<string>> PeopleAsync() => Desk.ReadAsync(async db =>
    {
        var owners = await db.Set<Owner>().Include(owner => owner.Homes).ToListAsync();
        var rooms = await db.Set<global::ChatDesk.BotHost.Estates.Room>().ToDictionaryAsync(room => room.Id, room => room.Name);
        return owners.Select(owner => $"{owner.Name} {owner.Phone} {owner.BirthYear}: {string.Join(' ', owner.Homes.OrderBy(home => home.RoomId).Select(home => $"{rooms[home.RoomId]} {home.Relation}"))}")
            .Order(StringComparer.Ordinal).ToList();
    });

    public static byte[] File(string name) => TestFiles.Read("Imports/" + name);

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Desk.DisposeAsync();
    }

    [GeneratedRegex("name=\"seen\" value=\"([^\"]+)\"")]
    private static partial Regex Seen();

    [GeneratedRegex("<b>(\\d+)</b>")]
    private static partial Regex Count();
}
