using System.Globalization;
using System.Net.ServerSentEvents;

namespace ChatDesk.BotHost.Live;

/// <summary>How pages hear of changes: <c>changed</c> with the ticket's newest sequence; the page then fetches itself.</summary>
public static class LiveEvents
{
    public static async IAsyncEnumerable<SseItem<string>> Of(IAsyncEnumerable<int> sequences)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        yield return new SseItem<string>("", "open");
        await foreach (var sequence in sequences)
            yield return new SseItem<string>(sequence.ToString(CultureInfo.InvariantCulture), "changed");
    }
}
