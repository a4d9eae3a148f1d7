using ChatDesk.Knowledge.Understanding.Reading;

namespace ChatDesk.LearnWeights;

/// <summary>A case to learn from: active features, a fixed sum for each label, and the right label.</summary>
internal sealed record Case(string Text, string Fold, int[] Active, float[] Fixed, int Label)
{
    /// <summary>Another label that counts as right: where no article answers, ask_faq and out_of_scope are one.</summary>
    public int Also { get; init; } = -1;
}

/// <summary>Multinomial logistic regression by full-batch Adam with L2; deterministic.</summary>
internal sealed class Softmax(int labels, float l2)
{
    private const int Rounds = 250;
    private const float Rate = 0.05f;
    private readonly float[][] _weights = [.. Enumerable.Range(0, Features.Count).Select(_ => new float[labels])];

    public float[] WeightsOf(int feature) => _weights[feature];

    public void Learn(IReadOnlyList<Case> cases)
    {
        var first = Empty();
        var second = Empty();
        for (var round = 1; round <= Rounds; round++)
        {
            var gradient = Gradient(cases);
            for (var f = 0; f < Features.Count; f++)
            {
                for (var l = 0; l < labels; l++)
                {
                    first[f][l] = 0.9f * first[f][l] + 0.1f * gradient[f][l];
                    second[f][l] = 0.999f * second[f][l] + 0.001f * gradient[f][l] * gradient[f][l];
                    _weights[f][l] -= Rate * (first[f][l] / (1 - MathF.Pow(0.9f, round))) / (MathF.Sqrt(second[f][l] / (1 - MathF.Pow(0.999f, round))) + 1e-8f);
                }
            }
        }
    }

    public int Best(Case item)
    {
        var sums = Sums(item);
        return Array.IndexOf(sums, sums.Max());
    }

    private float[][] Gradient(IReadOnlyList<Case> cases)
    {
        var gradient = Empty();
        foreach (var item in cases)
        {
            var sums = Sums(item);
            var most = sums.Max();
            var total = sums.Sum(sum => MathF.Exp(sum - most));
            for (var l = 0; l < labels; l++)
            {
                var error = MathF.Exp(sums[l] - most) / total - (l == item.Label ? 1 : 0);
                foreach (var feature in item.Active)
                    gradient[feature][l] += error;
            }
        }

        for (var f = 0; f < Features.Count; f++)
        {
            for (var l = 0; l < labels; l++)
                gradient[f][l] = (gradient[f][l] + l2 * _weights[f][l]) / cases.Count;
        }

        return gradient;
    }

    private float[] Sums(Case item)
    {
        var sums = item.Fixed.Select(value => value * LinearModel.HandShare).ToArray();
        foreach (var feature in item.Active)
        {
            for (var l = 0; l < labels; l++)
                sums[l] += _weights[feature][l];
        }

        return sums;
    }

    private float[][] Empty() => [.. Enumerable.Range(0, Features.Count).Select(_ => new float[labels])];
}
