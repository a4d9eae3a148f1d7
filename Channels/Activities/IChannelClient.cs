namespace ChatDesk.Channels.Activities;

/// <summary>Sends on one channel. Registered by channel name as a keyed service.</summary>
public interface IChannelClient
{
    /// <summary>Sends once; the caller decides about retries. Throws only for a broken promise (a shape the channel cannot carry).</summary>
    Task<SendResult> SendAsync(Activity activity, CancellationToken ct);

    /// <summary>Fetches a file that a person sent.</summary>
    /// <returns>Null where the platform no longer has it, or answered with an error.</returns>
    Task<MediaFile?> GetMediaAsync(string account, string mediaId, CancellationToken ct);

    /// <summary>Uploads a temporary file (3 days).</summary>
    /// <param name="account">The configured account or application.</param>
    /// <param name="type">image, voice, video or file.</param>
    /// <param name="file">The bytes, with a file name and a MIME type.</param>
    /// <param name="ct">Cancels the upload.</param>
    /// <returns>The platform's media id, null where it was refused.</returns>
    Task<string?> UploadMediaAsync(string account, string type, MediaFile file, CancellationToken ct);
}

/// <summary>A file as it travels.</summary>
public sealed record MediaFile(string FileName, string ContentType, byte[] Bytes);

/// <summary>What a platform said to a send.</summary>
/// <param name="Outcome">What to do about it.</param>
/// <param name="ErrorCode">The platform's errcode, 0 for success; null where no answer came.</param>
/// <param name="Error">The platform's errmsg, without tokens.</param>
/// <param name="MessageId">The platform's id of the message, where it gives one.</param>
/// <param name="ResponseCode">WeCom: the code that can update the card once within 72 h.</param>
/// <param name="InvalidRecipients">Recipients of a partial failure; user ids may be lower-cased by the platform.</param>
/// <param name="FieldProblems">Fields of a notice that break a rule, found before sending or named by the platform (47003); null for none.</param>
public sealed record SendResult(
    SendOutcome Outcome,
    int? ErrorCode = 0,
    string? Error = null,
    string? MessageId = null,
    string? ResponseCode = null,
    IReadOnlyList<string>? InvalidRecipients = null,
    IReadOnlyList<FieldProblem>? FieldProblems = null)
{
    public static SendResult Sent { get; } = new(SendOutcome.Sent);
}

/// <summary>A field of a notice that the platform would refuse, or has refused.</summary>
/// <param name="Field">The template's key, such as <c>thing2</c>.</param>
/// <param name="Rule">What the field demands, in Chinese; never the value.</param>
public sealed record FieldProblem(string Field, string Rule);

/// <summary>The reaction that the platform's documents ask for.</summary>
public enum SendOutcome
{
    /// <summary>Accepted by the platform.</summary>
    Sent,

    /// <summary>Not accepted; the same send may succeed later (busy, 5xx, refused connection).</summary>
    Retry,

    /// <summary>No answer after the request went out: it may have been delivered.</summary>
    Unknown,

    /// <summary>This way is closed for this recipient now (window, budget, unfollowed): take the next rung of the ladder.</summary>
    Closed,

    /// <summary>The recipient does not exist or cannot be reached: mark it, do not retry.</summary>
    Drop,

    /// <summary>The quota of this call is used up: stop it until the limit resets.</summary>
    Quota,

    /// <summary>Configuration or program error: a person has to look.</summary>
    Alert,
}
