namespace ChatDesk.Knowledge.Understanding;

/// <summary>A piece of personal data in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Index in the original text.</param>
/// <param name="Length">Characters, with the spaces or dashes it was written with.</param>
/// <param name="Value">Normalised: digits only, capital letters.</param>
public sealed record PersonalDatum(PersonalKind Kind, int Start, int Length, string Value);

/// <summary>Kinds of personal data that are masked.</summary>
public enum PersonalKind
{
    Phone,
    IdCard,
    Plate,
    BankCard,
    Email,
    WeChatId,
}
