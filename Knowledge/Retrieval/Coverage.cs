using System.Buffers;

namespace ChatDesk.Knowledge.Retrieval;

/// <summary>
/// How much of what a question speaks of an article speaks of too. A score says how well the best article fits beside the others;
/// this says what it leaves out: for "装修贷款怎么办" an article on renovating has nothing to say about the loan.
/// </summary>
internal static class Coverage
{
    /// <summary>Words that ask, and say nothing about the matter.</summary>
    private static readonly string[] Asking =
    [
        "怎么办", "怎么", "怎样", "如何", "请问", "多少", "什么", "哪里", "哪儿", "哪个", "哪天", "几点", "几号", "一下", "想问", "咨询", "麻烦", "可以", "是不是", "有没有", "能不能",
        "要不要", "需不需要", "知道", "谢谢", "你好", "告诉", "现在", "需要", "应该", "为什么", "咋", "啥", "多久", "多长", "时候", "时间", "小区", "物业", "我们", "你们", "这边",
        "那边", "请", "问", "下", "家", "几", "人", "用", "办", "弄", "搞",
    ];

    private static readonly SearchValues<string> AskingWords = SearchValues.Create(Asking, StringComparison.Ordinal);

    /// <returns>The share of the question's own characters that the article has in no word or concept: 0 for all said, 1 for none.</returns>
    public static double Unsaid(string plain, Func<ulong, bool> says)
    {
        Span<bool> isAsking = plain.Length <= 256 ? stackalloc bool[plain.Length] : new bool[plain.Length];
        Span<bool> isSaid = plain.Length <= 256 ? stackalloc bool[plain.Length] : new bool[plain.Length];
        MarkAsking(plain, isAsking);
        MarkSaid(plain, says, isSaid);
        var (own, unsaid) = (0, 0);
        for (var i = 0; i < plain.Length; i++)
        {
            own += isAsking[i] ? 0 : 1;
            unsaid += isAsking[i] || isSaid[i] ? 0 : 1;
        }

        return own == 0 ? 0 : (double)unsaid / own;
    }

    private static void MarkAsking(string plain, Span<bool> isAsking)
    {
        for (var i = 0; i < plain.Length; i++)
            isAsking[i] = !char.IsLetterOrDigit(plain[i]) || TermKeys.IsEmpty(plain[i]);
        for (var start = 0; plain.AsSpan(start).IndexOfAny(AskingWords) is >= 0 and var found; start++)
        {
            start += found;
            var word = Asking.First(word => plain.AsSpan(start).StartsWith(word, StringComparison.Ordinal));
            isAsking.Slice(start, word.Length).Fill(true);
        }
    }

    private static void MarkSaid(string plain, Func<ulong, bool> says, Span<bool> isSaid)
    {
        for (var i = 0; i < plain.Length; i++)
        {
            isSaid[i] |= says(TermKeys.SingleOf(plain[i]));
            if (i > 0 && says(TermKeys.PairOf(plain[i - 1], plain[i])))
                isSaid[i - 1] = isSaid[i] = true;
        }

        foreach (var hit in ConceptWords.Hits(plain))
        {
            if (says(TermKeys.ConceptOf(hit.Concept)))
                isSaid[hit.Start..hit.End].Fill(true);
        }
    }
}
