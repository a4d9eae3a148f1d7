namespace ChatDesk.Knowledge.Understanding.Reading;

/// <summary>Tells how soon somebody has to act.</summary>
internal static class UrgencyReader
{
    private static readonly LinearModel Learned = LinearModel.Load("urgency", 3);

    public static Urgency Read(Intent intent, Signals signals) => intent switch
    {
        Intent.Emergency => Urgency.Emergency,
        Intent.AskFaq or Intent.OutOfScope or Intent.Chitchat or Intent.Praise or Intent.AdSpam or Intent.SurveyReply or Intent.Suggestion => Urgency.Low,
        _ => Weigh(signals),
    };

    /// <summary>Sums for low, normal and high from the wording alone.</summary>
    public static float[] WeighByHand(Signals signals)
    {
        float Sum(params ReadOnlySpan<(string Feature, float Weight)> table)
        {
            var sum = 0f;
            foreach (var (feature, weight) in table)
                sum += signals[feature] ? weight : 0;
            return sum;
        }

        return
        [
            Sum(("low.relaxed", 3), ("low.cosmetic", 1.5f)),
            2f,
            Sum(("high.vulnerable", 0.8f), ("high.whole", 2.2f), ("high.danger", 2), ("high.basic", 2), ("high.repeat", 1.5f), ("high.angry", 1.2f), ("form.many_marks", 0.6f), ("want.urge", 0.8f), ("says.threat", 1)),
        ];
    }

    private static Urgency Weigh(Signals signals)
    {
        var sums = WeighByHand(signals);
        Learned.AddTo(sums, signals.Active, LinearModel.HandShare);
        if (sums[2] > sums[1] && sums[2] > sums[0])
            return Urgency.High;
        return signals["group.me_too"] && Running(signals.Context) == Urgency.High ? Urgency.High : sums[0] > sums[1] ? Urgency.Low : Urgency.Normal;
    }

    private static Urgency? Running(ReadContext context) =>
        context.Group?.Lines.LastOrDefault(line => line.Intent is Intent.ReportRepair or Intent.Complaint)?.Urgency;
}
