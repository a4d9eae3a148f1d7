using ChatDesk.BotHost.Fees;

namespace ChatDesk.BotHost.Texts;

/// <summary>What staff read of fee records.</summary>
public static class FeeTexts
{
    public static string State(FeeRecord fee)
    {
        ArgumentNullException.ThrowIfNull(fee);
        if (fee.PaidOn is { } paid)
            return $"已缴 {MasterTexts.Date(paid)}";
        return fee.DueOn is { } due ? $"未缴，截止 {MasterTexts.Date(due)}" : "未缴";
    }
}
