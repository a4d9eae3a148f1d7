namespace ChatDesk.Knowledge.Understanding.Reading;

/// <summary>Tells whether a line in an owner group is for the desk, and whether it belongs to an event that runs already.</summary>
internal static class GroupManners
{
    private static readonly LinearModel Speaks = LinearModel.Load("group", 1);
    private static readonly LinearModel Joins = LinearModel.Load("merge", 1);

    public static bool ShouldReply(Intent intent, Signals signals)
    {
        if (!signals.Context.InGroup)
            return true;
        if (signals.Context.AtBot || signals["bot.name"])
            return true;
        return intent is not (Intent.AdSpam or Intent.Chitchat or Intent.Praise) && Sum(Speaks, signals) > 0;
    }

    public static bool Merges(Intent intent, Signals signals) =>
        signals.Context.InGroup && signals["form.running_event"] && intent is Intent.ReportRepair or Intent.Complaint or Intent.Emergency or Intent.Urge or Intent.TicketStatus && Sum(Joins, signals) > 0;

    private static float Sum(LinearModel model, Signals signals)
    {
        Span<float> sum = stackalloc float[1];
        model.AddTo(sum, signals.Active, 0);
        return sum[0];
    }
}
