using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Estates.Setup;

/// <summary>Writes a setup file's company and estates, level by level, because each level needs the ids of the one above.</summary>
internal sealed class PlacesWriter(DeskDb db, StaffKeys people)
{
    public int Changes { get; private set; }

    public async Task<PlaceKeys> WriteAsync(SetupFile file, CancellationToken ct)
    {
        await CompanyAsync(file.Company, ct);
        var estates = await EstatesAsync(file.Estates, ct);
        var buildings = await BuildingsAsync(file.Estates, estates, ct);
        var units = await UnitsAsync(buildings, ct);
        await RoomsAsync(units, ct);
        var keys = await PlaceKeys.ReadAsync(db, ct);
        await new PublicPlacesWriter(db, people, keys).WriteAsync(file.Estates, ct);
        Changes += await db.SaveChangesAsync(ct);
        return keys;
    }

    private async Task CompanyAsync(SetupCompany wanted, CancellationToken ct)
    {
        var company = await db.Set<Company>().SingleOrDefaultAsync(ct);
        if (company is null)
            db.Add(company = new() { Name = wanted.Name, BotName = wanted.BotName, Hotline = wanted.Hotline });
        (company.Name, company.BotName, company.Hotline) = (wanted.Name, wanted.BotName, wanted.Hotline);
    }

    private async Task<Dictionary<string, Estate>> EstatesAsync(IReadOnlyList<SetupEstate> wanted, CancellationToken ct)
    {
        var estates = await db.Set<Estate>().ToDictionaryAsync(estate => estate.Code, ct);
        foreach (var (code, name, numbers) in wanted.Select(estate => (estate.Code, estate.Name, estate.Emergency)))
        {
            if (!estates.TryGetValue(code, out var estate))
            {
                db.Add(estates[code] = estate = new()
                {
                    Code = code, Name = name, Police = numbers.Police, Fire = numbers.Fire, Medical = numbers.Medical, Gas = numbers.Gas, Desk = numbers.Desk,
                });
            }

            estate.Name = name;
            (estate.Police, estate.Fire, estate.Medical, estate.Gas, estate.Desk) =
                (numbers.Police, numbers.Fire, numbers.Medical, numbers.Gas, numbers.Desk);
        }

        Changes += await db.SaveChangesAsync(ct);
        return estates;
    }

    private async Task<List<(SetupBuilding Wanted, Building Row)>> BuildingsAsync(
        IReadOnlyList<SetupEstate> estates, Dictionary<string, Estate> rows, CancellationToken ct)
    {
        var known = await db.Set<Building>().ToDictionaryAsync(building => (building.EstateId, building.Phase, building.Name), ct);
        List<(SetupBuilding, Building)> buildings = [];
        foreach (var (estateId, wanted) in estates.SelectMany(estate => estate.Buildings.Select(building => (rows[estate.Code].Id, building))))
        {
            if (!known.TryGetValue((estateId, wanted.Phase, wanted.Name), out var row))
                db.Add(row = new() { EstateId = estateId, Phase = wanted.Phase, Name = wanted.Name });
            row.Housekeeper = people.Check(wanted.Housekeeper, $"{wanted.Path}.housekeeper");
            buildings.Add((wanted, row));
        }

        Changes += await db.SaveChangesAsync(ct);
        return buildings;
    }

    private async Task<List<(SetupUnit Wanted, Unit Row)>> UnitsAsync(List<(SetupBuilding Wanted, Building Row)> buildings, CancellationToken ct)
    {
        var known = await db.Set<Unit>().ToDictionaryAsync(unit => (unit.BuildingId, unit.Name), ct);
        List<(SetupUnit, Unit)> units = [];
        foreach (var (buildingId, wanted) in buildings.SelectMany(building => building.Wanted.Units.Select(unit => (building.Row.Id, unit))))
        {
            if (!known.TryGetValue((buildingId, wanted.Name), out var row))
                db.Add(row = new() { BuildingId = buildingId, Name = wanted.Name });
            row.Floors = wanted.Floors;
            units.Add((wanted, row));
        }

        Changes += await db.SaveChangesAsync(ct);
        return units;
    }

    private async Task RoomsAsync(List<(SetupUnit Wanted, Unit Row)> units, CancellationToken ct)
    {
        var known = (await db.Set<Room>().Select(room => new { room.UnitId, room.Name }).ToListAsync(ct))
            .Select(room => (room.UnitId, room.Name))
            .ToHashSet();
        db.AddRange(
            from unit in units
            from name in unit.Wanted.Rooms
            where !known.Contains((unit.Row.Id, name))
            select new Room { UnitId = unit.Row.Id, Name = name });
        Changes += await db.SaveChangesAsync(ct);
    }
}
