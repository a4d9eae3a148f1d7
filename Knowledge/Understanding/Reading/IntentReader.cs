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
        return (Intent)Array.IndexOf(sums, sums.Max());
    }
}
