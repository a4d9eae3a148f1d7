using System.CommandLine;
using ChatDesk.BotHost.Estates.Setup;

namespace ChatDesk.BotHost.Commands;

/// <summary><c>setup FILE.json</c></summary>
internal static class SetupCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE.json") { Description = "The company, its estates, staff and owners." }.AcceptExistingOnly();
        Command command = new("setup", "Brings the register to what a file says. Running it again changes nothing; what the file does not list stays.") { file };
        command.SetAction((parsed, ct) => CommandRun.RunAsync(services => RunAsync(services, parsed.GetRequiredValue(file), ct), ct));
        return command;
    }

    private static async Task<string> RunAsync(IServiceProvider services, FileInfo file, CancellationToken ct)
    {
        await using var stream = file.OpenRead();
        var setup = await SetupReader.ReadAsync(stream, ct);
        var changes = await services.GetRequiredService<ApplySetup>().RunAsync(setup, ct);
        var buildings = setup.Estates.Sum(estate => estate.Buildings.Count);
        var rooms = setup.Estates.Sum(estate => estate.Buildings.Sum(building => building.Units.Sum(unit => unit.Rooms.Count)));
        return $"{setup.Estates.Count} estates, {buildings} buildings, {rooms} rooms, {setup.Staff.Count} staff, {setup.Owners.Count} owners: {changes} changes";
    }
}
