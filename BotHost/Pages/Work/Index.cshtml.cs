using ChatDesk.BotHost.Work;

namespace ChatDesk.BotHost.Pages.Work;

/// <summary>The engineer's list: the tickets in hand, those that nobody took, and what was done today.</summary>
public sealed class IndexModel(ReadWorkList read) : WorkPage
{
    public WorkList List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => List = await read.RunAsync(Member, ct);
}
