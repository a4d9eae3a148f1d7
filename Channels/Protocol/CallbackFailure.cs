namespace ChatDesk.Channels.Protocol;

/// <summary>Why a callback was not accepted. The names, in lower case, are the values of the metric's tag "reason".</summary>
public enum CallbackFailure
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>No configured account or application has this name.</summary>
    Account,

    /// <summary>The body is larger than <see cref="CallbackXml.MaxBytes"/>.</summary>
    Size,

    /// <summary>The signature is missing or is not the one that the token gives.</summary>
    Signature,

    /// <summary>The signed timestamp is missing, malformed, or too far from the machine's clock.</summary>
    Stale,

    /// <summary>The encrypted text is not Base64.</summary>
    Encoding,

    /// <summary>The decrypted bytes do not end in 1 to 32 equal pad bytes.</summary>
    Padding,

    /// <summary>The encrypted text is not whole blocks, or its length field points beyond them.</summary>
    Length,

    /// <summary>The trailing receive id is not the account's.</summary>
    Id,

    /// <summary>The XML is malformed, too deep, or has a DTD.</summary>
    Xml,

    /// <summary>A field that the platform always sends is missing or malformed.</summary>
    Field,

    /// <summary>The desk could not store the message; the platform asks again.</summary>
    Desk,
}
