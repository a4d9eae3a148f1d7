namespace ChatDesk.BotHost.Estates.Setup;

/// <summary>Makes an entity's list of rows hold what is wanted, touching only the rows that differ.</summary>
internal static class RowList
{
    public static void ReplaceWith<TRow, TKey>(this List<TRow> rows, IEnumerable<TKey> wanted, Func<TRow, TKey> keyOf, Func<TKey, TRow> create)
    {
        HashSet<TKey> missing = [.. wanted];
        rows.RemoveAll(row => !missing.Remove(keyOf(row)));
        rows.AddRange(missing.Select(create));
    }
}
