namespace ChatDesk.Knowledge.Understanding.Reading;

/// <summary>A stretch of a message that may hold a request of its own.</summary>
/// <param name="Text">Its words.</param>
/// <param name="IsAnnounced">Whether the writer says that something new begins: "另外", "还有", a number.</param>
internal sealed record RequestPart(string Text, bool IsAnnounced);

/// <summary>Cuts a message where a new request may begin: sentence ends, "另外", "还有", numbering.</summary>
internal static class RequestSplitter
{
    private const int ShortestPart = 4;
    private static readonly string[] Connectives = ["另外", "顺便", "顺带", "对了", "再就是", "然后还", "然后给", "①", "②", "③", "④", "+", ";", "二是", "三是", "再一个"];

    /// <summary>Words that announce something new only at the start of a clause.</summary>
    private static readonly string[] Openings = ["还有", "而且", "再问", "同时", "再帮", "其次", "第二", "第三", "还想"];

    /// <summary>Whether it is worth looking for more than one request: a connective, several sentences, or "also" with things of two kinds.</summary>
    public static bool MayHoldSeveral(string plain, Signals whole)
    {
        var inner = plain.AsSpan(0, plain.Length - ShortestPart);
        return inner.ContainsAny("。!?;") || inner.Contains('也') && CategoryReader.CountStrong(whole.Cues) > 1
            || Array.Exists(Connectives, word => plain.Contains(word, StringComparison.Ordinal)) || Array.Exists(Openings, word => plain.Contains(word, StringComparison.Ordinal));
    }

    public static List<RequestPart> Split(string plain)
    {
        List<RequestPart> parts = [];
        var (start, isAnnounced) = (0, false);
        for (var i = 1; i < plain.Length; i++)
        {
            var announces = Announces(plain, i);
            if (!announces && !IsBreak(plain[i - 1]) || i - start < ShortestPart || plain.Length - i < ShortestPart)
                continue;
            parts.Add(new(plain[start..i], isAnnounced));
            (start, isAnnounced) = (i, announces);
        }

        parts.Add(new(plain[start..], isAnnounced));
        return parts;
    }

    private static bool IsBreak(char character) => character is '。' or '!' or '?' or '、' or ',' or ' ';

    private static bool Announces(string plain, int at) => StartsAt(plain, at, Connectives) || IsBreak(plain[at - 1]) && StartsAt(plain, at, Openings);

    private static bool StartsAt(string plain, int at, string[] words)
    {
        foreach (var word in words)
        {
            if (string.CompareOrdinal(plain, at, word, 0, word.Length) == 0)
                return true;
        }

        return false;
    }
}
