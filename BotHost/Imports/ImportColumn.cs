namespace ChatDesk.BotHost.Imports;

/// <summary>A column that an import knows.</summary>
/// <param name="Name">Its name in the template, in errors and in exports.</param>
/// <param name="Example">What the template's example row says.</param>
/// <param name="MaxLength">Longer texts are an error.</param>
/// <param name="Aliases">Other names under which companies keep it.</param>
public sealed record ImportColumn(string Name, string Example, int MaxLength, params string[] Aliases)
{
    /// <summary>Without it there is nothing to import.</summary>
    public bool IsRequired { get; init; }
}
