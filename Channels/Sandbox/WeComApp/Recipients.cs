using System.Text.Json;
using System.Text.RegularExpressions;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>Whom a message reaches: members by user id. Departments and tags are not played.</summary>
/// <param name="Valid">Members whose phones get it.</param>
/// <param name="Invalid">The rest, in lower case as the platform answers them.</param>
internal sealed partial record Recipients(IReadOnlyList<string> Valid, IReadOnlyList<string> Invalid)
{
    /// <summary>A user id that nobody has used yet is a member whose phone is new; one who left the corporation is not.</summary>
    public static (Recipients? Found, PlatformError? Error) Read(JsonElement message, SandboxPhones phones)
    {
        var asked = message.Text("touser");
        if (asked is null)
            return (null, PlatformErrors.RecipientsEmpty);
        var ids = asked == "@all"
            ? [.. phones.List().Where(p => p.Kind == PhoneKind.Staff).Select(p => p.Id)]
            : asked.Split('|', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return ids.Count > SandboxLimits.WeCom.Recipients ? (null, PlatformErrors.InvalidParameter) : Sort(ids, phones);
    }

    private static (Recipients? Found, PlatformError? Error) Sort(List<string> ids, SandboxPhones phones)
    {
        var members = ids.ToLookup(id => UserId().IsMatch(id) && phones.Summary(PhoneKind.Staff, id) is null or { Following: true });
        return members.Contains(true)
            ? (new([.. members[true]], [.. members[false].Select(id => id.ToLowerInvariant())]), null)
            : (null, PlatformErrors.NoRecipient);
    }

    [GeneratedRegex(@"^[0-9A-Za-z][0-9A-Za-z_\-@.]{0,63}\z")]
    private static partial Regex UserId();
}
