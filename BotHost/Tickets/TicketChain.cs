using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ChatDesk.BotHost.Tickets;

/// <summary>
/// The hash chain of a ticket's events: each hash covers the one before it, the event's own fields, the salted digest of
/// its text and the digests of its files. Erasing a text or a file leaves the chain verifiable.
/// </summary>
public static class TicketChain
{
    /// <summary>The salted digest that stands for a text in the chain.</summary>
    public static TicketText Seal(string text)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return new TicketText { Text = text, Salt = salt, Digest = Hash(salt + "\n" + text) };
    }

    /// <summary>The hash that an event must carry.</summary>
    public static string HashOf(string previous, TicketEvent happened, IEnumerable<string> fileDigests)
    {
        ArgumentNullException.ThrowIfNull(happened);
        StringBuilder fields = new(256);
        fields.Append(previous).Append('\n')
            .Append(happened.Sequence).Append('\n')
            .Append(happened.Type).Append('\n')
            .Append(happened.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)).Append('\n')
            .Append(happened.ActorKind).Append('\n')
            .Append(happened.ActorId).Append('\n')
            .Append(happened.Channel).Append('\n')
            .Append(JsonSerializer.Serialize(happened.Data, TicketJson.Default.TicketEventData)).Append('\n')
            .Append(happened.Text?.Digest).Append('\n')
            .AppendJoin(',', fileDigests);
        return Hash(fields.ToString());
    }

    /// <summary>The first event that does not fit, or null when the chain holds.</summary>
    public static TicketEvent? FirstBroken(IEnumerable<TicketEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var previous = "";
        var sequence = 0;
        foreach (var happened in events.OrderBy(e => e.Sequence))
        {
            var textHolds = happened.Text?.Text is null || Hash(happened.Text.Salt + "\n" + happened.Text.Text) == happened.Text.Digest;
            if (happened.Sequence != ++sequence || !textHolds || happened.Hash != HashOf(previous, happened, Digests(happened.Files)))
                return happened;
            previous = happened.Hash;
        }

        return null;
    }

    internal static IEnumerable<string> Digests(IEnumerable<StoredFile> files) => files.Select(file => file.Sha256).Order(StringComparer.Ordinal);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
