namespace ChatDesk.Knowledge.Understanding.Reading;

/// <summary>Cuts a message where a new request may begin: sentence ends, "另外", "还有", numbering.</summary>
internal static class RequestSplitter
{
    private const int ShortestPart = 4;
    private static readonly string[] Connectives = ["另外", "还有", "顺便", "顺带", "对了", "而且", "再问", "同时", "以及", "再帮", "再就是", "然后还", "其次", "另", "二是", "三是", "第二", "第三", "①", "②", "③", "④", "+", "还想"];

    /// <summary>Whether it is worth looking for more than one request: a connective, or several sentences.</summary>
    public static bool MayHoldSeveral(string plain)
    {
        var inner = plain.AsSpan(0, plain.Length - ShortestPart);
        if (inner.Count('。') + inner.Count('!') + inner.Count('?') + inner.Count(';') > 0)
            return true;
        foreach (var connective in Connectives)
        {
            if (inner.Contains(connective, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <returns>The parts in order, each with its start and end; a single part where nothing separates.</returns>
    public static List<Range> Split(string plain)
    {
        List<Range> parts = [];
        var start = 0;
        for (var i = 1; i < plain.Length; i++)
        {
            if (!BeginsAnew(plain, i) || i - start < ShortestPart || plain.Length - i < ShortestPart)
                continue;
            parts.Add(start..i);
            start = i;
        }

        parts.Add(start..plain.Length);
        return parts;
    }

    private static bool BeginsAnew(string plain, int at)
    {
        if (plain[at - 1] is '。' or '!' or '?' or ';' or '、' or ',' or ' ')
            return true;
        foreach (var connective in Connectives)
        {
            if (string.CompareOrdinal(plain, at, connective, 0, connective.Length) == 0)
                return true;
        }

        return false;
    }
}
