namespace ChatDesk.Knowledge.Understanding.Reading;

/// <summary>Tells what a message wants, where it is neither an emergency nor an expected survey answer.</summary>
internal static class IntentReader
{
    private static readonly LinearModel Learned = LinearModel.Load("intent", Enum.GetNames<Intent>().Length);

    public static Intent Read(Signals signals)
    {
        var sums = IntentPrior.Weigh(signals);
        Learned.AddTo(sums, signals.Active, LinearModel.HandShare);
        sums[(int)Intent.Emergency] = float.MinValue;
        sums[(int)Intent.SurveyReply] = float.MinValue;
        var best = (Intent)Array.IndexOf(sums, sums.Max());
        return Joined(best == Intent.OutOfScope && IsPlainQuestion(signals) ? Intent.AskFaq : best, signals);
    }

    /// <summary>Whether the knowledge base has to say if it knows: only what names a foreign matter is out of scope before it was looked for.</summary>
    private static bool IsPlainQuestion(Signals signals) =>
        signals["any.question"] && !signals["world"] && !signals["gap.topic"] && !signals["other.person"] && !signals["machine.order"] && !signals["form.latin_only"];

    /// <summary>In a group, "me too" and "building 13 as well" say what the line before said.</summary>
    private static Intent Joined(Intent read, Signals signals)
    {
        if (read is not (Intent.Chitchat or Intent.AskFaq or Intent.OutOfScope) || signals.Context.Group is not { } memory || !signals["group.me_too"] || signals["group.event_over"] || signals["any.question"])
            return read;
        return memory.Lines.LastOrDefault(line => line.Intent is Intent.ReportRepair or Intent.Complaint or Intent.Urge)?.Intent ?? read;
    }
}
