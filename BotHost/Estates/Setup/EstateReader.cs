using System.Text.Json;

namespace ChatDesk.BotHost.Estates.Setup;

/// <summary>The setup file's estates: buildings with their units and rooms, shared places, groups, devices.</summary>
internal static class EstateReader
{
    private const int PlaceLength = 20;
    private const int UserIdLength = 64;
    private const int HighestFloor = 200;

    public static SetupEstate Estate(JsonElement element, string path)
    {
        SetupFields fields = new(element, path, "code", "name", "emergency", "buildings", "areas", "groups", "devices");
        return new(path, fields.Text("code", 40), fields.Text("name", 100))
        {
            Emergency = Emergency(fields.Required("emergency"), fields.PathOf("emergency")),
            Buildings = fields.List("buildings", Building),
            Areas = fields.Texts("areas", 50),
            Groups = fields.List("groups", Group),
            Devices = fields.OptionalList("devices", Device),
        };
    }

    private static SetupEmergency Emergency(JsonElement element, string path)
    {
        SetupFields fields = new(element, path, "police", "fire", "medical", "gas", "desk");
        return new(fields.Text("police", 40), fields.Text("fire", 40), fields.Text("medical", 40), fields.Text("gas", 40), fields.Text("desk", 40));
    }

    private static SetupBuilding Building(JsonElement element, string path)
    {
        SetupFields fields = new(element, path, "name", "phase", "housekeeper", "units");
        var units = fields.List("units", Unit);
        if (units.Count > 1 && units.Find(unit => unit.Name is null) is { } nameless)
            throw SetupFields.Error($"{nameless.Path}.name", "only a building's single unit goes without a name");
        return new(path, fields.OptionalText("phase", PlaceLength), fields.Text("name", PlaceLength), fields.OptionalText("housekeeper", UserIdLength), units);
    }

    private static SetupUnit Unit(JsonElement element, string path)
    {
        SetupFields fields = new(element, path, "name", "floors", "rooms");
        return new(path, fields.OptionalText("name", PlaceLength), fields.Number("floors", 0, HighestFloor), fields.Texts("rooms", PlaceLength));
    }

    private static SetupGroup Group(JsonElement element, string path)
    {
        SetupFields fields = new(element, path, "name", "chatId", "housekeeper", "clerk", "buildingHead");
        return new(
            path,
            fields.Text("name", 100),
            fields.Text("chatId", 100),
            fields.Text("housekeeper", UserIdLength),
            fields.OptionalText("clerk", UserIdLength),
            fields.OptionalText("buildingHead", 50));
    }

    private static SetupDevice Device(JsonElement element, string path)
    {
        SetupFields fields = new(element, path, "code", "kind", "phase", "building", "unit");
        return new(
            path,
            fields.Text("code", 40),
            fields.Text("kind", 40),
            fields.OptionalText("phase", PlaceLength),
            fields.OptionalText("building", PlaceLength),
            fields.OptionalText("unit", PlaceLength));
    }
}
