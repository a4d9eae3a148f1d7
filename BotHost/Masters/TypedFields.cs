using ChatDesk.BotHost.Imports.Tables;
using ChatDesk.BotHost.Imports.Values;
using ChatDesk.BotHost.Texts;

namespace ChatDesk.BotHost.Masters;

/// <summary>Reads what was typed into a form; whatever is wrong is kept with its field.</summary>
public sealed class TypedFields
{
    private readonly List<FieldProblem> _problems = [];

    public IReadOnlyList<FieldProblem> Problems => _problems;

    public bool AreRight => _problems.Count == 0;

    public MasterOutcome Refusal => new MasterOutcome.Invalid(Problems);

    public void Fail(string field, string message) => _problems.Add(new(field, message));

    /// <returns>Null for nothing but blanks.</returns>
    public string? Optional(string field, string? typed, int maxLength)
    {
        var text = CellText.Clean(typed ?? "");
        if (text.Length > maxLength)
            Fail(field, ImportTexts.TooLong(maxLength));
        return text.Length == 0 ? null : text;
    }

    /// <returns>Empty after a problem.</returns>
    public string Required(string field, string? typed, int maxLength)
    {
        var text = Optional(field, typed, maxLength);
        if (text is null)
            Fail(field, ImportTexts.Empty);
        return text ?? "";
    }

    /// <returns>Empty after a problem.</returns>
    public string Phone(string field, string? typed)
    {
        var text = Required(field, typed, 40);
        if (text.Length == 0)
            return text;
        var (phone, problem) = PhoneText.Read(text);
        if (phone is null)
            Fail(field, problem!);
        return phone ?? "";
    }

    public long? Hundredths(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var (hundredths, problem) = AmountText.Read(CellText.Clean(typed));
        if (hundredths is null)
            Fail(field, problem!);
        return hundredths;
    }

    public DateOnly? Date(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var (date, problem) = DateText.Read(CellText.Clean(typed));
        if (date is null)
            Fail(field, problem!);
        return date;
    }

    public void Range(string field, int? number, int from, int to)
    {
        if (number < from || number > to)
            Fail(field, ImportTexts.NotWhole(from, to));
    }
}
