namespace ChatDesk.Channels.Sandbox.Phones;

/// <summary>Whose phone it is.</summary>
public static class PhoneKind
{
    /// <summary>An owner's WeChat; the id is the openid.</summary>
    public const string Owner = "owner";

    /// <summary>A member's WeCom; the id is the user id.</summary>
    public const string Staff = "staff";
}

/// <summary>A phone as the list shows it.</summary>
/// <param name="Kind">One of <see cref="PhoneKind"/>.</param>
/// <param name="Id">The openid or user id.</param>
/// <param name="Name">What the playground calls it.</param>
/// <param name="Role">What its holder does, such as <c>owner</c>, <c>engineer</c>, <c>supervisor</c>, <c>housekeeper</c>.</param>
/// <param name="Phrases">Sentences ready to be tapped.</param>
/// <param name="Introduced">Whether the host named it; others were made on first use.</param>
/// <param name="Following">Owner: follows the account. Staff: belongs to the corporation.</param>
/// <param name="LastSeq">The newest item's number, 0 for an empty phone.</param>
public sealed record PhoneSummary(
    string Kind, string Id, string Name, string Role, IReadOnlyList<string> Phrases, bool Introduced, bool Following, long LastSeq);

/// <summary>A phone with all that it shows.</summary>
public sealed record PhoneScreen(PhoneSummary Phone, long Version, IReadOnlyList<PhoneItem> Items);
