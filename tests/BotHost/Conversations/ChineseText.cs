using System.Text.RegularExpressions;

namespace ChatDesk.Tests.BotHost.Conversations;

/// <summary>A few rules of Chinese typesetting (标点符号用法, GB/T 15834) that a machine can check.</summary>
internal static partial class ChineseText
{
    public static void AssertReadsWell(string text)
    {
        Assert.DoesNotMatch(HalfWidth(), text);
        Assert.DoesNotMatch(Doubled(), text);
        Assert.False(string.IsNullOrWhiteSpace(text));
    }

    /// <summary>Half-width punctuation between Chinese characters, or after one at the end of a line.</summary>
    [GeneratedRegex(@"[\u4e00-\u9fff][,;?!][\u4e00-\u9fff]|[\u4e00-\u9fff][,;:?!](?:\s|$)|[\u4e00-\u9fff]\.(?:\s|$)")]
    public static partial Regex HalfWidth();

    [GeneratedRegex("[，。；：、]{2}|^[，。；：、？！]|  ")]
    private static partial Regex Doubled();
}
