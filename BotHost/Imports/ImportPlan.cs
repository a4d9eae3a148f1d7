using System.Security.Cryptography;
using System.Text;
using ChatDesk.BotHost.Security;

namespace ChatDesk.BotHost.Imports;

/// <summary>Something wrong in a file.</summary>
/// <param name="Row">As the spreadsheet shows it.</param>
/// <param name="Column">The column's name; null for the whole row.</param>
/// <param name="Reason">For the person who has to mend it.</param>
public sealed record ImportError(int Row, string? Column, string Reason);

/// <summary>What a row does to the register.</summary>
/// <param name="Row">As the spreadsheet shows it.</param>
/// <param name="IsNew">Otherwise it changes what is there.</param>
/// <param name="What">Whom or what: 3栋2单元201 王女士.</param>
/// <param name="How">What differs; empty for something new.</param>
public sealed record ImportChange(int Row, bool IsNew, string What, string How);

/// <summary>What an import would do, or did.</summary>
public sealed class ImportPlan
{
    public List<ImportError> Errors { get; } = [];

    /// <summary>What the reader should know, and that hinders nothing.</summary>
    public List<string> Notices { get; } = [];

    /// <summary>New and changed rows, in the file's order.</summary>
    public List<ImportChange> Changes { get; } = [];

    public int Unchanged { get; set; }

    public int Added => Changes.Count(change => change.IsNew);

    public int Changed => Changes.Count - Added;

    /// <summary>What makes it so, in a context that then saves; run only once everything is right.</summary>
    internal List<Action> Effects { get; } = [];

    /// <summary>Who changed what, for after the save, when everything has its id.</summary>
    internal List<Func<DeskAudit>> Audits { get; } = [];

    /// <summary>The places that the file adds, saved before anything refers to them; null where it adds none.</summary>
    internal Places.PlaceBook? Places { get; set; }

    /// <summary>Buildings, units and homes that the register gets.</summary>
    public (int Buildings, int Units, int Rooms) NewPlaces => Places?.Added ?? default;

    /// <summary>The same for the same effect: a confirmation is for what was shown, and for nothing else.</summary>
    public string Digest()
    {
        StringBuilder text = new();
        text.Append(NewPlaces).Append(Unchanged);
        foreach (var change in Changes)
            text.Append('\n').Append(change.Row).Append(change.IsNew).Append(change.What).Append(change.How);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }

    public void Fail(int row, string? column, string reason) => Errors.Add(new(row, column, reason));
}
