using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Imports.Places;
using ChatDesk.BotHost.Owners;

namespace ChatDesk.BotHost.Imports.Kinds;

/// <summary>A home of a person, as one row says.</summary>
internal sealed record ImportedHome(int Row, FoundHome Place, HomeRelation Relation)
{
    public Room Room => Place.Room;
}

/// <summary>One person of a file: the rows that share name and phone.</summary>
internal sealed class ImportedPerson(string name, string phone)
{
    public string Name { get; } = name;

    public string Phone { get; } = phone;

    public int? BirthYear { get; set; }

    public List<ImportedHome> Homes { get; } = [];
}
