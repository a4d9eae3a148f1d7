namespace ChatDesk.BotHost.Estates.Setup;

/// <summary>Refuses a setup file that says the same thing twice.</summary>
internal static class SetupDuplicates
{
    /// <exception cref="FormatException">Two entries have the same name; the message names the second one's path.</exception>
    public static void Check(SetupFile file)
    {
        Check(file.Estates, estate => estate.Code, estate => $"{estate.Path}.code");
        Check(file.Estates, estate => estate.Name, estate => $"{estate.Path}.name");
        foreach (var estate in file.Estates)
            Check(estate);
        Check(file.Estates.SelectMany(estate => estate.Groups), group => group.ChatId, group => $"{group.Path}.chatId");
        Check(file.Departments, department => department.Code, department => $"{department.Path}.code");
        Check(file.Teams, team => team.Code, team => $"{team.Path}.code");
        Check(file.Staff, member => member.WeComUserId, member => $"{member.Path}.weComUserId");
        foreach (var member in file.Staff)
        {
            CheckTexts(member.Teams, $"{member.Path}.teams");
            CheckTexts(member.Estates, $"{member.Path}.estates");
        }

        Check(file.Owners, owner => (owner.Name, owner.Phone), owner => $"{owner.Path}.phone");
        Check(file.Owners.Where(owner => owner.WeChatOpenId is not null), owner => owner.WeChatOpenId, owner => $"{owner.Path}.weChatOpenId");
    }

    private static void Check(SetupEstate estate)
    {
        Check(estate.Buildings, building => (building.Phase, building.Name), building => $"{building.Path}.name");
        foreach (var building in estate.Buildings)
        {
            Check(building.Units, unit => unit.Name, unit => $"{unit.Path}.name");
            foreach (var unit in building.Units)
                CheckTexts(unit.Rooms, $"{unit.Path}.rooms");
        }

        CheckTexts(estate.Areas, $"{estate.Path}.areas");
        Check(estate.Devices, device => device.Code, device => $"{device.Path}.code");
    }

    private static void CheckTexts(IReadOnlyList<string> texts, string path) =>
        Check(texts.Select((text, index) => (text, index)), item => item.text, item => $"{path}[{item.index}]");

    private static void Check<T, TKey>(IEnumerable<T> items, Func<T, TKey> keyOf, Func<T, string> pathOf)
    {
        HashSet<TKey> seen = [];
        foreach (var item in items)
        {
            if (!seen.Add(keyOf(item)))
                throw SetupFields.Error(pathOf(item), "stands twice");
        }
    }
}
