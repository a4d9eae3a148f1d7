using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Estates.Setup;

/// <summary>Adds a setup file's shared places, owners' groups and devices to the context's change.</summary>
internal sealed class PublicPlacesWriter(DeskDb db, StaffKeys people, PlaceKeys keys)
{
    public async Task WriteAsync(IReadOnlyList<SetupEstate> estates, CancellationToken ct)
    {
        var areas = (await db.Set<PublicArea>().ToListAsync(ct)).Select(area => (area.EstateId, area.Name)).ToHashSet();
        var groups = await db.Set<OwnerGroup>().ToDictionaryAsync(group => group.ChatId, ct);
        var devices = await db.Set<Device>().ToDictionaryAsync(device => (device.EstateId, device.Code), ct);
        foreach (var estate in estates)
        {
            var id = keys.Estate(estate.Code, $"{estate.Path}.code");
            db.AddRange(estate.Areas.Where(name => !areas.Contains((id, name))).Select(name => new PublicArea { EstateId = id, Name = name }));
            foreach (var group in estate.Groups)
                Write(group, id, groups.GetValueOrDefault(group.ChatId));
            foreach (var device in estate.Devices)
                Write(device, id, devices.GetValueOrDefault((id, device.Code)));
        }
    }

    private void Write(SetupGroup wanted, int estateId, OwnerGroup? row)
    {
        if (row is null)
            db.Add(row = new() { EstateId = estateId, Name = wanted.Name, ChatId = wanted.ChatId });
        else if (row.EstateId != estateId)
            throw SetupFields.Error($"{wanted.Path}.chatId", "the group belongs to another estate");
        row.Name = wanted.Name;
        row.Housekeeper = people.Check(wanted.Housekeeper, $"{wanted.Path}.housekeeper");
        row.Clerk = people.Check(wanted.Clerk, $"{wanted.Path}.clerk");
        row.BuildingHead = wanted.BuildingHead;
    }

    private void Write(SetupDevice wanted, int estateId, Device? row)
    {
        if (row is null)
            db.Add(row = new() { EstateId = estateId, Code = wanted.Code, Kind = wanted.Kind });
        row.Kind = wanted.Kind;
        row.BuildingId = wanted.Building is null ? null : keys.Building(estateId, wanted.Phase, wanted.Building, wanted.Unit, $"{wanted.Path}.building");
        row.UnitId = wanted.Unit is null || row.BuildingId is null ? null : keys.Unit(row.BuildingId.Value, wanted.Unit);
    }
}
