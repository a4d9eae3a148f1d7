namespace ChatDesk.BotHost.Imports.Tables;

/// <summary>
/// Merged cells hold their value in the first one only. People merge a building's name down its homes, so it is meant for
/// each of them; one merged area alone in its row is a title.
/// </summary>
internal sealed class MergedAreas
{
    private const int MaxAreas = 50_000;

    private readonly List<(int Top, int Bottom, int Left, int Right)> _areas = [];

    public void Add(string? area)
    {
        if (area?.Split(':') is not [var from, var to] || _areas.Count >= MaxAreas)
            return;
        if (CellReference.Row(from) is { } top && CellReference.Row(to) is { } bottom && CellReference.Column(from) is { } left && CellReference.Column(to) is { } right)
            _areas.Add((top, bottom, left, Math.Min(right, TableReader.MaxColumns - 1)));
    }

    public List<TableRow> Spread(SortedDictionary<int, Cell[]> rows)
    {
        HashSet<int> banners = [];
        foreach (var area in _areas)
        {
            if (!rows.TryGetValue(area.Top, out var first) || area.Left >= first.Length || first[area.Left].IsEmpty)
                continue;
            if (area.Right > area.Left && IsAlone(first, area.Left))
                banners.Add(area.Top);
            else
                Spread(rows, area, first[area.Left]);
        }

        return [.. rows.Select(row => new TableRow(row.Key, row.Value, banners.Contains(row.Key)))];
    }

    /// <summary>Down and across; rows that have nothing else stay out, or a merged column would make rows of nothing.</summary>
    private static void Spread(SortedDictionary<int, Cell[]> rows, (int Top, int Bottom, int Left, int Right) area, Cell value)
    {
        var last = Math.Min(area.Bottom, rows.Keys.LastOrDefault());
        for (var number = area.Top; number <= last; number++)
        {
            if (!rows.TryGetValue(number, out var row))
                continue;
            if (row.Length <= area.Right)
            {
                Array.Resize(ref row, area.Right + 1);
                rows[number] = row;
            }

            for (var column = area.Left; column <= area.Right; column++)
                row[column] = value;
        }
    }

    private static bool IsAlone(Cell[] row, int column) => !row.Where((cell, index) => index != column && !cell.IsEmpty).Any();
}
