using System.CommandLine;
using ChatDesk.BotHost.Tickets;

namespace ChatDesk.BotHost.Commands;

/// <summary><c>audit verify</c></summary>
internal static class AuditCommand
{
    public static Command Create() => new("audit", "Checks the tickets' histories.") { Verify() };

    private static Command Verify()
    {
        Command command = new("verify", "Checks that no ticket's history was changed; exit code 1 where one was.");
        command.SetAction((_, ct) => CommandRun.RunAsync(services => VerifyAsync(services, ct), ct));
        return command;
    }

    private static async Task<string> VerifyAsync(IServiceProvider services, CancellationToken ct)
    {
        var (tickets, broken) = await services.GetRequiredService<VerifyChains>().RunAsync(ct);
        return broken.Count == 0
            ? $"{tickets} tickets: every history is intact"
            : throw new InvalidDataException($"{broken.Count} of {tickets} tickets were changed; the first is {broken[0].Number} at event {broken[0].Sequence}");
    }
}
