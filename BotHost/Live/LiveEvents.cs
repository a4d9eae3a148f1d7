using System.Globalization;
using System.Net.ServerSentEvents;

namespace ChatDesk.BotHost.Live;

/// <summary>How pages hear of changes: <c>changed</c> with the ticket's newest sequence; the page then fetches itself.</summary>
public static class LiveEvents
{
    public static IAsyncEnumerable<SseItem<string>> Of(IAsyncEnumerable<int> sequences) =>
        Of(sequences.Select(sequence => sequence.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The same for what is no sequence but a mark that differs.</summary>
    public static async IAsyncEnumerable<SseItem<string>> Of(IAsyncEnumerable<string> marks)
    {
        ArgumentNullException.ThrowIfNull(marks);
        yield return new SseItem<string>("", "open");
        await foreach (var mark in marks)
            yield return new SseItem<string>(mark, "changed");
    }
}
