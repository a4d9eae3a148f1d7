using System.Runtime.CompilerServices;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Live;
using ChatDesk.BotHost.Staff;

namespace ChatDesk.BotHost.Work;

/// <summary>Tells an open list when it differs from what it shows.</summary>
public sealed class WatchWorkList(DeskWork work, TicketFeed feed)
{
    /// <summary>Of many changes in a moment the list is read again once.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(500);

    /// <summary>The list's stamp each time that it differs from the one before; the first is <paramref name="seen"/>.</summary>
    public async IAsyncEnumerable<string> RunAsync(StaffMember member, string seen, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var _ in feed.CountAsync(Breath, ct))
        {
            var stamp = await work.RunAsync(async services => (await services.GetRequiredService<ReadWorkList>().RunAsync(member, ct)).Stamp, ct);
            if (stamp != seen)
                yield return seen = stamp;
        }
    }
}
