namespace ChatDesk.Channels.Sandbox.Phones;

/// <summary>What an owner does on the phone, as JSON.</summary>
public static class OwnerDoes
{
    /// <param name="Scene">The scene of the code that led here; null for a plain follow.</param>
    public sealed record Follow(string? Scene = null);

    public sealed record Scan(string Scene);

    public sealed record Click(string Key);

    public sealed record Text(string Content);

    /// <param name="Id">The item's id, comes back as bizmsgmenuid.</param>
    /// <param name="Content">The item's words, come back as the text.</param>
    public sealed record Tap(string Id, string Content);

    /// <param name="Recognition">What the platform understood; null where it recognises no speech.</param>
    public sealed record Voice(string? Recognition);

    /// <summary>Answers the question whether 订阅通知 may come.</summary>
    /// <param name="TemplateIds">What is asked for; at most 5 at once.</param>
    /// <param name="Accepts">Whether the person agrees: one notice of each.</param>
    public sealed record Consent(IReadOnlyList<string> TemplateIds, bool Accepts = true);

    /// <param name="Latitude">Degrees.</param>
    /// <param name="Longitude">Degrees.</param>
    /// <param name="Label">The place's name.</param>
    public sealed record Location(double Latitude, double Longitude, string Label);

    public sealed record Link(string Title, string Description, string Url);

    /// <summary>A message of any type, also one that ChatDesk does not know.</summary>
    /// <param name="MsgType">The platform's type.</param>
    /// <param name="Fields">Further elements by name.</param>
    public sealed record Other(string MsgType, Dictionary<string, string>? Fields = null);
}

/// <summary>What a member does on the phone, as JSON.</summary>
public static class StaffDoes
{
    public sealed record Text(string Content);

    /// <param name="Seq">The item's number on the phone.</param>
    /// <param name="Key">The button's key.</param>
    /// <param name="Selected">The chosen options' ids by question; null for none.</param>
    public sealed record Press(long Seq, string Key, IReadOnlyDictionary<string, IReadOnlyList<string>>? Selected = null);

    public sealed record Click(string Key);
}

/// <summary>What became of an action on a phone.</summary>
/// <param name="Accepted">Whether the callback was answered 200 in time, in one of its attempts.</param>
/// <param name="Attempts">How many attempts it took.</param>
/// <param name="MsgId">The platform's message id; null for an event.</param>
/// <param name="Reply">The passive reply as the phone shows it; null for none.</param>
public sealed record PhoneResult(bool Accepted, int Attempts, string? MsgId, PhoneItem? Reply);
