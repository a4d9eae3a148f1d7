using System.Globalization;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Estates;
using ChatDesk.BotHost.Imports.Places;
using ChatDesk.BotHost.Imports.Tables;
using ChatDesk.BotHost.Masters;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Security;
using ChatDesk.BotHost.Texts;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Imports.Kinds;

/// <summary>Owners, families and tenants with their homes. It adds and changes; whom the file does not list stays.</summary>
internal sealed class OwnersImporter(Policies policies) : IImporter
{
    private const int FirstBirthYear = 1900;

    public ImportKind Kind => ImportKind.Owners;

    public RegisterPart Part => RegisterPart.Owners;

    public IReadOnlyList<ImportColumn> Columns => OwnerColumns.All;

    public async Task<ImportPlan> PlanAsync(Table table, ImportContext context, CancellationToken ct)
    {
        ImportPlan plan = new();
        var rows = ImportRows.Of(table, Columns, plan);
        if (rows.Count == 0)
            return plan;
        var book = await PlaceBook.OpenAsync(context.Db, estateId => policies.WorksFor(context.By, estateId), ct);
        PlaceFinder places = new(book, book.Estates.FirstOrDefault(estate => estate.Id == context.EstateId), context.AddsPlaces);
        var people = await PeopleAsync(rows, places, context.Now.Year, ct);
        plan.Places = context.AddsPlaces ? book : null;
        var registered = await OwnerFinder.FindAsync(context.Db, people, ct);
        for (var i = 0; i < people.Count; i++)
            Plan(people[i], registered[i], context, plan);
        plan.Changes.Sort((a, b) => a.Row.CompareTo(b.Row));
        return plan;
    }

    public async Task<IReadOnlyList<string[]>> ExportAsync(DeskDb db, IReadOnlyCollection<int> estateIds, CancellationToken ct)
    {
        var rows = await (
            from home in db.Set<OwnerHome>()
            join owner in db.Set<Owner>() on home.OwnerId equals owner.Id
            join room in db.Set<Room>() on home.RoomId equals room.Id
            join unit in db.Set<Unit>() on room.UnitId equals unit.Id
            join building in db.Set<Building>() on unit.BuildingId equals building.Id
            join estate in db.Set<Estate>() on building.EstateId equals estate.Id
            where estateIds.Contains(estate.Id)
            orderby estate.Id, building.Id, unit.Id, room.Id, owner.Id
            select new { Estate = estate.Name, building.Phase, Building = building.Name, Unit = unit.Name, Room = room.Name, owner.Name, owner.Phone, home.Relation, owner.BirthYear })
            .ToListAsync(ct);
        return rows.ConvertAll(row => new[]
        {
            row.Estate, row.Phase ?? "", row.Building, row.Unit ?? "", row.Room, row.Name, row.Phone, MasterTexts.Relation(row.Relation),
            row.BirthYear?.ToString(CultureInfo.InvariantCulture) ?? "",
        });
    }

    private static async Task<List<ImportedPerson>> PeopleAsync(IReadOnlyList<ImportRow> rows, PlaceFinder places, int thisYear, CancellationToken ct)
    {
        Dictionary<(string Name, string Phone), ImportedPerson> people = [];
        Dictionary<(ImportedPerson Person, Room Room), int> seen = [];
        foreach (var row in rows)
        {
            var home = await places.HomeAsync(row, ct);
            var (name, phone, relation) = (row.Text(OwnerColumns.Name), row.Phone(OwnerColumns.Phone), Relation(row));
            var birthYear = row.Year(OwnerColumns.BirthYear, FirstBirthYear, thisYear);
            if (!row.IsGood || home is null || name is null || phone is null)
                continue;
            if (!people.TryGetValue((name, phone), out var person))
                people[(name, phone)] = person = new(name, phone);
            if (person.BirthYear is { } known && birthYear is { } said && known != said)
                row.Fail(OwnerColumns.BirthYear, ImportTexts.BirthYearsDiffer);
            person.BirthYear ??= birthYear;
            if (seen.TryAdd((person, home.Room), row.RowNumber))
                person.Homes.Add(new(row.RowNumber, home, relation));
            else
                row.Fail(null, ImportTexts.RowTwice(seen[(person, home.Room)]));
        }

        return [.. people.Values];
    }

    private static HomeRelation Relation(ImportRow row)
    {
        if (row.Text(OwnerColumns.Relation) is not { } word)
            return HomeRelation.Owner;
        if (OwnerColumns.RelationOf(word) is { } relation)
            return relation;
        row.Fail(OwnerColumns.Relation, ImportTexts.RelationWrong);
        return HomeRelation.Owner;
    }

    private static void Plan(ImportedPerson person, Owner? row, ImportContext context, ImportPlan plan)
    {
        if (row is null)
        {
            foreach (var home in person.Homes)
                plan.Changes.Add(new(home.Row, IsNew: true, What(person, home), ""));
            Add(person, context, plan);
            return;
        }

        var differs = Differences(person, row);
        List<string> all = [.. differs];
        for (var i = 0; i < person.Homes.Count; i++)
        {
            var home = person.Homes[i];
            List<string> here = i == 0 ? [.. differs] : [];
            if (HomeDifference(row, home) is { } difference)
            {
                here.Add(difference);
                all.Add($"{MasterTexts.Place(home.Place.Building, home.Place.Unit, home.Room)}：{difference}");
            }

            if (here.Count == 0)
                plan.Unchanged++;
            else
                plan.Changes.Add(new(home.Row, IsNew: false, What(person, home), string.Join('；', here)));
        }

        if (all.Count > 0)
            Change(person, row, all, context, plan);
    }

    private static List<string> Differences(ImportedPerson person, Owner row)
    {
        List<string> differs = [];
        if (row.Name != person.Name)
            differs.Add(MasterTexts.Differs(OwnerColumns.Name.Name, row.Name, person.Name));
        if (row.Phone != person.Phone)
            differs.Add(MasterTexts.Differs(OwnerColumns.Phone.Name, row.Phone, person.Phone));
        if (person.BirthYear is { } year && row.BirthYear != year)
            differs.Add(MasterTexts.Differs(OwnerColumns.BirthYear.Name, $"{row.BirthYear}", $"{year}"));
        return differs;
    }

    private static string? HomeDifference(Owner row, ImportedHome wanted)
    {
        var home = wanted.Room.Id == 0 ? null : row.Homes.Find(candidate => candidate.RoomId == wanted.Room.Id);
        if (home is null)
            return MasterTexts.HomeAdded(wanted.Relation);
        return home.Relation == wanted.Relation
            ? null
            : MasterTexts.Differs(OwnerColumns.Relation.Name, MasterTexts.Relation(home.Relation), MasterTexts.Relation(wanted.Relation));
    }

    private static void Add(ImportedPerson person, ImportContext context, ImportPlan plan)
    {
        Owner owner = new() { Name = person.Name, Phone = person.Phone, BirthYear = person.BirthYear };
        plan.Effects.Add(() =>
        {
            owner.Homes.AddRange(person.Homes.Select(home => new OwnerHome { RoomId = home.Room.Id, Relation = home.Relation }));
            context.Db.Add(owner);
        });
        plan.Audits.Add(() => Audit(owner, person, DeskAuditAction.Added, What(person, person.Homes[0]), context));
    }

    private static void Change(ImportedPerson person, Owner row, List<string> differences, ImportContext context, ImportPlan plan)
    {
        plan.Effects.Add(() =>
        {
            (row.Name, row.Phone, row.BirthYear) = (person.Name, person.Phone, person.BirthYear ?? row.BirthYear);
            foreach (var wanted in person.Homes)
            {
                if (row.Homes.Find(home => home.RoomId == wanted.Room.Id) is { } known)
                    known.Relation = wanted.Relation;
                else
                    row.Homes.Add(new() { RoomId = wanted.Room.Id, Relation = wanted.Relation });
            }
        });
        plan.Audits.Add(() => Audit(row, person, DeskAuditAction.Changed, string.Join('；', differences), context));
    }

    private static DeskAudit Audit(Owner owner, ImportedPerson person, DeskAuditAction action, string summary, ImportContext context) =>
        MasterAudit.Of(context.By, context.Now, action, MasterAudit.Owner(owner.Id), person.Homes[0].Place.Estate.Id, summary);

    private static string What(ImportedPerson person, ImportedHome home) =>
        $"{MasterTexts.Place(home.Place.Building, home.Place.Unit, home.Room)} {person.Name}";
}
