// Learns the weights of Knowledge/Understanding/Weights from tests/Evaluation/corpus and prints how well they do on messages left out.
// Run from the repository's root: dotnet run -c Release --project eng/LearnWeights
using System.Globalization;
using ChatDesk.Knowledge.Understanding;
using ChatDesk.Knowledge.Understanding.Reading;
using ChatDesk.LearnWeights;

const int folds = 10;
var examples = Corpus.Read("tests/Evaluation/corpus");

Learn("intent", [.. Enum.GetValues<Intent>().Select(intent => intent.Label())], 6f,
    examples.Where(e => e.Intent is not (Intent.Emergency or Intent.SurveyReply)).Select(e => new Case(e.Fold, e.Active, new float[13], (int)e.Intent)),
    (gold, got, _) => gold == got);
Learn("category", [.. Enum.GetValues<Category>().Select(category => category.Label())], 6f,
    examples.Where(e => e.Intent is Intent.ReportRepair or Intent.Complaint or Intent.Suggestion && e.Category is not null).Select(e => new Case(e.Fold, e.Active, e.CategoryByHand, (int)e.Category!)),
    (gold, got, _) => gold == got);
Learn("urgency", ["low", "normal", "high"], 8f,
    examples.Where(e => e.Intent is Intent.ReportRepair or Intent.Complaint or Intent.Urge or Intent.Human or Intent.TicketStatus).Select(e => new Case(e.Fold, e.Active, new float[3], (int)e.Urgency)),
    (gold, got, _) => gold == got);
LearnOne("group", 5f, examples.Where(e => e.InGroup && !e.AtBot && e.Intent != Intent.AdSpam), e => e.ShouldReply);
LearnOne("merge", 5f, examples.Where(e => e.InGroup && e.Intent is Intent.ReportRepair or Intent.Complaint or Intent.Emergency or Intent.Urge or Intent.TicketStatus), e => e.Merge);

void LearnOne(string name, float l2, IEnumerable<Example> from, Func<Example, bool> label)
{
    Case[] cases = [.. from.Select(e => new Case(e.Fold, e.Active, new float[2], label(e) ? 1 : 0))];
    var model = Checked(name, 2, l2, cases, (gold, got, _) => gold == got);
    Write(name, ["yes"], feature => [model.WeightsOf(feature)[1] - model.WeightsOf(feature)[0]]);
}

void Learn(string name, string[] labels, float l2, IEnumerable<Case> from, Func<int, int, Case, bool> right)
{
    var model = Checked(name, labels.Length, l2, [.. from], right);
    Write(name, labels, model.WeightsOf);
}

Softmax Checked(string name, int labels, float l2, Case[] cases, Func<int, int, Case, bool> right)
{
    var hits = 0;
    Parallel.For(0, folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
    {
        bool IsOut(Case item) => item.Fold.Sum(character => character * 31) % folds == fold;
        Softmax part = new(labels, l2);
        part.Learn([.. cases.Where(item => !IsOut(item))]);
        Interlocked.Add(ref hits, cases.Count(item => IsOut(item) && right(item.Label, part.Best(item), item)));
    });
    Softmax model = new(labels, l2);
    model.Learn(cases);
    Console.WriteLine($"{name}: {cases.Length} messages, left out {100.0 * hits / cases.Length:F1} %, learned {100.0 * cases.Count(item => right(item.Label, model.Best(item), item)) / cases.Length:F1} %");
    return model;
}

void Write(string name, string[] labels, Func<int, float[]> weightsOf)
{
    using StreamWriter file = new(Path.Combine("Knowledge/Understanding/Weights", name + ".txt")) { NewLine = "\n" };
    file.WriteLine("# Made by eng/LearnWeights from tests/Evaluation/corpus; do not edit. Feature, then its weight for: " + string.Join(' ', labels));
    for (var feature = 0; feature < Features.Count; feature++)
    {
        var weights = weightsOf(feature);
        if (weights.Any(weight => MathF.Abs(weight) >= 0.05f))
            file.WriteLine($"{Features.NameOf(feature)} {string.Join(' ', weights.Select(weight => weight.ToString("0.##", CultureInfo.InvariantCulture)))}");
    }
}
