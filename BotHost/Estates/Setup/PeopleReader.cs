using System.Globalization;
using System.Text.Json;
using ChatDesk.BotHost.Owners;
using ChatDesk.BotHost.Staff;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Estates.Setup;

/// <summary>The setup file's people: departments, teams, staff with their shifts, owners with their homes.</summary>
internal static class PeopleReader
{
    private const int UserIdLength = 64;
    private const int CodeLength = 40;
    private const int PlaceLength = 20;

    public static SetupDepartment Department(JsonElement element, string path)
    {
        SetupFields fields = new(element, path, "code", "name", "manager");
        return new(path, fields.Text("code", CodeLength), fields.Text("name", 100), fields.Text("manager", UserIdLength));
    }

    public static SetupTeam Team(JsonElement element, string path)
    {
        SetupFields fields = new(element, path, "code", "name", "categories", "lead", "department");
        return new(
            path,
            fields.Text("code", CodeLength),
            fields.Text("name", 100),
            fields.List("categories", CategoryLabel),
            fields.OptionalText("lead", UserIdLength),
            fields.OptionalText("department", CodeLength));
    }

    public static SetupStaff Member(JsonElement element, string path)
    {
        SetupFields fields = new(element, path, "weComUserId", "name", "phone", "roles", "teams", "estates", "shifts");
        var roles = fields.List("roles", Role).Aggregate(StaffRoles.None, (all, role) => all | role);
        return new(path, UserId(fields), fields.Text("name", 50), fields.Text("phone", 40), roles)
        {
            Teams = fields.Texts("teams", CodeLength),
            Estates = fields.Texts("estates", CodeLength),
            Shifts = fields.List("shifts", Shift),
        };
    }

    public static SetupOwner Owner(JsonElement element, string path)
    {
        SetupFields fields = new(element, path, "name", "phone", "weChatOpenId", "birthYear", "rooms");
        return new(
            path,
            fields.Text("name", 50),
            fields.Text("phone", 40),
            fields.OptionalText("weChatOpenId", 64),
            fields.OptionalNumber("birthYear", 1900, 2100),
            fields.List("rooms", Home));
    }

    /// <summary>"|" joins the receivers of a WeCom message, so no id may hold it.</summary>
    private static string UserId(SetupFields fields)
    {
        var id = fields.Text("weComUserId", UserIdLength);
        return id.Contains('|', StringComparison.Ordinal) ? throw SetupFields.Error(fields.PathOf("weComUserId"), "must not contain |") : id;
    }

    private static string CategoryLabel(JsonElement element, string path)
    {
        var category = SetupFields.Text(element, path, CodeLength);
        return Labels.TryParse(category, out Category _) ? category : throw SetupFields.Error(path, $"\"{category}\" is no category");
    }

    private static StaffRoles Role(JsonElement element, string path)
    {
        var name = SetupFields.Text(element, path, CodeLength);
        return OneOf<StaffRoles>(name) is { } role and not StaffRoles.None ? role : throw SetupFields.Error(path, $"\"{name}\" is no role");
    }

    private static SetupShift Shift(JsonElement element, string path)
    {
        SetupFields fields = new(element, path, "days", "from", "to", "standBy");
        var days = fields.List("days", Day);
        return new(days, Time(fields, "from", TimeSpan.FromMinutes(1439)), Time(fields, "to", TimeSpan.FromHours(24)), fields.OptionalFlag("standBy"));
    }

    private static int Day(JsonElement element, string path) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var day) && day is >= 1 and <= 7
            ? day
            : throw SetupFields.Error(path, "must be a weekday from 1 (Monday) to 7 (Sunday)");

    private static TimeSpan Time(SetupFields fields, string name, TimeSpan latest)
    {
        var text = fields.Text(name, 5);
        if (text == "24:00" && latest == TimeSpan.FromHours(24))
            return latest;
        return TimeSpan.TryParseExact(text, @"hh\:mm", CultureInfo.InvariantCulture, out var time)
            ? time
            : throw SetupFields.Error(fields.PathOf(name), $"\"{text}\" is no time of day such as 08:00");
    }

    private static SetupHome Home(JsonElement element, string path)
    {
        SetupFields fields = new(element, path, "estate", "phase", "building", "unit", "room", "relation");
        return new(
            path,
            fields.Text("estate", CodeLength),
            fields.OptionalText("phase", PlaceLength),
            fields.Text("building", PlaceLength),
            fields.OptionalText("unit", PlaceLength),
            fields.Text("room", PlaceLength),
            Relation(fields));
    }

    private static HomeRelation Relation(SetupFields fields)
    {
        if (fields.OptionalText("relation", PlaceLength) is not { } name)
            return HomeRelation.Owner;
        return OneOf<HomeRelation>(name) ?? throw SetupFields.Error(fields.PathOf("relation"), $"\"{name}\" is none of owner, family, tenant");
    }

    /// <summary>The value whose lower-case name it is; numbers and other spellings are none.</summary>
    private static T? OneOf<T>(string name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (name == Enum.GetName(value)!.ToLowerInvariant())
                return value;
        }

        return null;
    }
}
