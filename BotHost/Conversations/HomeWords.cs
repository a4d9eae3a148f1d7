using System.Text.RegularExpressions;
using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.BotHost.Conversations;

/// <summary>Words that name a home and its phone: alone they want nothing, whatever the numbers look like.</summary>
internal static partial class HomeWords
{
    /// <summary>Whether a message names a home and says nothing that anybody could mend.</summary>
    public static bool AreAll(MessageMeaning meaning) => meaning.Location is { Building: not null, Room: not null } && Words().IsMatch(meaning.Plain);

    /// <summary>Takes a message that only names a home for what it is.</summary>
    public static MessageMeaning Settle(MessageMeaning meaning) => AreAll(meaning)
        ? meaning with { Intent = Intent.Chitchat, Category = null, Urgency = Urgency.Low, Asks = Asks.None }
        : meaning;

    [GeneratedRegex(@"^(?:[\d〇零一二三四五六七八九十百两幺a-z栋幢座号楼层单元室房期区户第\s,，.。、;；:：#()（）我家住在是的-]|业主|手机|电话|登记|尾号|后四位|后4位)+$", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
