using System.Globalization;
using System.Reflection;
using ChatDesk.Knowledge.Text;

namespace ChatDesk.Knowledge.Understanding.Reading;

/// <summary>Weights of features for labels, learned by eng/LearnWeights from the development corpus; a feature without weights says nothing.</summary>
internal sealed class LinearModel
{
    /// <summary>How much of a hand-set sum goes into a label's sum beside the learned weights.</summary>
    public const float HandShare = 0.5f;

    private readonly float[]?[] _weights = new float[Features.Count][];

    public static LinearModel Load(string name, int labels)
    {
        LinearModel model = new();
        foreach (var line in EmbeddedText.Lines(Assembly.GetExecutingAssembly(), $"Weights.{name}.txt"))
        {
            var parts = line.Split(' ');
            if (parts.Length == labels + 1 && Features.TryIdOf(parts[0], out var feature))
                model._weights[feature] = [.. parts.Skip(1).Select(weight => float.Parse(weight, CultureInfo.InvariantCulture))];
        }

        return model;
    }

    /// <summary>Adds the weights of the active features to a sum for each label, after taking the given share of what is there.</summary>
    public void AddTo(Span<float> sums, ReadOnlySpan<int> active, float share)
    {
        for (var label = 0; label < sums.Length; label++)
            sums[label] *= share;
        foreach (var feature in active)
        {
            if (_weights[feature] is not { } weights)
                continue;
            for (var label = 0; label < sums.Length; label++)
                sums[label] += weights[label];
        }
    }
}
