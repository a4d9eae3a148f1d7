namespace ChatDesk.Knowledge.Understanding.Reading;

/// <summary>Tells what a message wants, where it is neither an emergency nor an expected survey answer.</summary>
internal static class IntentReader
{
    private static readonly LinearModel Learned = LinearModel.Load("intent", Enum.GetNames<Intent>().Length);

    public static Intent Read(Signals signals)
    {
        Span<float> sums = stackalloc float[Enum.GetNames<Intent>().Length];
        Learned.AddTo(sums, signals.Active, LinearModel.HandShare);
        sums[(int)Intent.Emergency] = float.MinValue;
        sums[(int)Intent.SurveyReply] = float.MinValue;
        var best = 0;
        for (var i = 1; i < sums.Length; i++)
            best = sums[i] > sums[best] ? i : best;
        return (Intent)best;
    }
}
