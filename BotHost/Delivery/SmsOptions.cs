using System.ComponentModel.DataAnnotations;

namespace ChatDesk.BotHost.Delivery;

/// <summary><c>ChatDesk:Sms</c>: the company's SMS gateway. Without a URL no SMS is sent.</summary>
public sealed class SmsOptions : IValidatableObject
{
    public const string Section = "ChatDesk:Sms";

    /// <summary>Where an SMS is posted to. Default none.</summary>
    [Url]
    public string? Url { get; set; }

    /// <summary>Signs each post; at least 16 characters. No default.</summary>
    public string? Secret { get; set; }

    /// <summary>How long one post may take. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:14")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(Url) && (Secret is null || Secret.Length < 16))
            yield return new ValidationResult($"{Section}:Secret: an SMS gateway needs a secret of at least 16 characters.", [nameof(Secret)]);
    }
}
