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

    private static Urgency Weigh(Signals signals)
    {
        Span<float> sums = stackalloc float[3];
        Learned.AddTo(sums, signals.Active, LinearModel.HandShare);
        if (sums[2] > sums[1] && sums[2] > sums[0])
            return Urgency.High;
        return sums[0] > sums[1] ? Urgency.Low : Urgency.Normal;
    }
}
