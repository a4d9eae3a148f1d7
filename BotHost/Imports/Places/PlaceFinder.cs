using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Texts;

namespace ChatDesk.BotHost.Imports.Places;

/// <summary>A home as a row means it.</summary>
internal sealed record FoundHome(Estate Estate, Building Building, Unit Unit, Room Room);

/// <summary>Looks the places of a file's rows up. Nothing is guessed: what fits several or nothing is an error that names the nearest.</summary>
/// <param name="book">The register.</param>
/// <param name="usual">The estate of rows that name none.</param>
/// <param name="adds">Whether homes that the register lacks are added to it.</param>
internal sealed class PlaceFinder(PlaceBook book, Estate? usual, bool adds)
{
    public PlaceBook Book => book;

    /// <returns>Null after an error.</returns>
    public Estate? Estate(ImportRow row)
    {
        if (row.Name(PlaceColumns.Estate) is not { } name)
        {
            if (usual is null && row.IsGood)
                row.Fail(PlaceColumns.Estate, ImportTexts.EstateMissing);
            return usual;
        }

        var found = book.Estates.FirstOrDefault(estate => estate.Name == name || estate.Code == name);
        if (found is null)
            row.Fail(PlaceColumns.Estate, ImportTexts.UnknownEstate(name, Nearest.To(name, book.Estates.Select(estate => estate.Name))));
        return found;
    }

    /// <returns>Null after an error.</returns>
    public async Task<FoundHome?> HomeAsync(ImportRow row, CancellationToken ct)
    {
        var estate = Estate(row);
        var (phase, rawBuilding, rawUnit, rawRoom) =
            (row.Name(PlaceColumns.Phase), row.Name(PlaceColumns.Building), row.Name(PlaceColumns.Unit), row.Name(PlaceColumns.Room));
        if (estate is null || rawRoom is null || !row.IsGood)
            return null;
        await book.ReadAsync(estate.Id, ct);
        var said = PlaceWords.Read(phase, rawBuilding, rawUnit, rawRoom);
        if (said.Building is null)
        {
            row.Fail(PlaceColumns.Building, ImportTexts.BuildingMissing);
            return null;
        }

        var building = Building(row, estate, said.Phase, rawBuilding, said.Building);
        return building is null ? null : Home(row, estate, building, said, rawUnit, rawRoom);
    }

    /// <param name="row">Whose errors these are.</param>
    /// <param name="estate">Where to look; it was read.</param>
    /// <param name="phase">As <see cref="PlaceWords"/> made it.</param>
    /// <param name="raw">As it stands in the file; null where it came out of another column.</param>
    /// <param name="name">As <see cref="PlaceWords"/> made it.</param>
    public Building? Building(ImportRow row, Estate estate, string? phase, string? raw, string name)
    {
        var named = book.Buildings(estate.Id).Where(building => building.Name == raw || string.Equals(building.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
        var fitting = phase is not null ? named.FindAll(building => building.Phase == phase)
            : named.Exists(building => !Phases.IsLettered(building.Phase)) ? named.FindAll(building => !Phases.IsLettered(building.Phase)) : named;
        if (fitting.Count > 1)
            fitting = fitting.FindAll(building => building.Name == raw) is { Count: 1 } exact ? exact : fitting;
        switch (fitting)
        {
            case [var only]:
                return only;
            case [] when adds:
                return book.Add(new(estate.Id, phase, name));
            case []:
                row.Fail(PlaceColumns.Building, ImportTexts.UnknownBuilding(raw ?? name, Nearest.To(name, book.Buildings(estate.Id).Select(building => building.Name))));
                return null;
            default:
                row.Fail(PlaceColumns.Phase, ImportTexts.SeveralBuildings(raw ?? name));
                return null;
        }
    }

    /// <returns>Null after an error, and where no unit is named.</returns>
    public Unit? Unit(ImportRow row, Building building, string? raw)
    {
        if (PlaceWords.Unit(raw) is not { } name)
            return null;
        var found = book.Find(building, raw) ?? book.Find(building, name);
        if (found is null)
            row.Fail(PlaceColumns.Unit, ImportTexts.UnknownUnit(name, Nearest.To(name, book.Units(building).Select(unit => unit.Name ?? ""))));
        return found;
    }

    private FoundHome? Home(ImportRow row, Estate estate, Building building, SaidHome said, string? rawUnit, string rawRoom)
    {
        var name = said.Room!;
        if (said.Unit is null && Anywhere(building, rawRoom, name) is { Count: > 0 } anywhere)
        {
            if (anywhere.Count == 1)
                return new(estate, building, anywhere[0].Unit, anywhere[0].Room);
            row.Fail(PlaceColumns.Unit, ImportTexts.SeveralRooms(name));
            return null;
        }

        if (UnitFor(row, building, rawUnit, said.Unit) is not { } unit)
            return null;
        if ((book.Find(unit, rawRoom) ?? book.Find(unit, name)) is { } room)
            return new(estate, building, unit, room);
        if (adds)
            return new(estate, building, unit, book.Add(unit, name));
        row.Fail(PlaceColumns.Room, ImportTexts.UnknownRoom(rawRoom, Nearest.To(name, book.Rooms(unit).Select(known => known.Name))));
        return null;
    }

    private List<(Unit Unit, Room Room)> Anywhere(Building building, string raw, string name) =>
    [
        .. from unit in book.Units(building)
           let room = book.Find(unit, raw) ?? book.Find(unit, name)
           where room is not null
           select (unit, room),
    ];

    private Unit? UnitFor(ImportRow row, Building building, string? raw, string? name)
    {
        var units = book.Units(building);
        if (name is null && units.Count == 1)
            return units.Single();
        if (name is not null && ((raw is null ? null : book.Find(building, raw)) ?? book.Find(building, name)) is { } found)
            return found;
        if (name is null && units.Count > 1)
        {
            row.Fail(PlaceColumns.Unit, ImportTexts.UnitNeeded);
            return null;
        }

        if (adds && name is not null && units.Any(unit => unit.Name is null))
        {
            row.Fail(PlaceColumns.Unit, ImportTexts.NamelessUnit);
            return null;
        }

        if (adds)
            return book.Add(building, name);
        row.Fail(PlaceColumns.Unit, ImportTexts.UnknownUnit(name ?? "", Nearest.To(name ?? "", units.Select(unit => unit.Name ?? ""))));
        return null;
    }
}
