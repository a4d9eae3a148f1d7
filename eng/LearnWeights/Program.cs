// Learns the weights of Knowledge/Understanding/Weights from tests/Evaluation/corpus and sentences.txt and prints how well they do on corpus messages left out.
// Run from the repository's root: dotnet run -c Release --project eng/LearnWeights [-- --errors]
using System.Globalization;
using ChatDesk.Knowledge.Retrieval;
using ChatDesk.Knowledge.Understanding;
using ChatDesk.Knowledge.Understanding.Reading;
using ChatDesk.LearnWeights;

const int folds = 10;
const string folder = "tests/Evaluation/corpus";
using StreamReader articles = new(Path.Combine(folder, "faq.csv"));
Corpus corpus = new(ArticleIndex.Build(ArticleCsv.Read(articles)));
Example[] examples = [.. corpus.Messages(Path.Combine(folder, "messages.jsonl")), .. corpus.Sentences("eng/LearnWeights/sentences.txt")];

Learn("intent", [.. Enum.GetValues<Intent>().Select(intent => intent.Label())], 3f,
    examples.Where(e => e.Intent is not (Intent.Emergency or Intent.SurveyReply)).Select(e => new Case(e.Signals.Plain, e.Fold, e.Signals.Active, IntentPrior.Weigh(e.Signals), (int)e.Intent) { Also = e.IsUnanswerable ? (int)(e.Intent == Intent.AskFaq ? Intent.OutOfScope : Intent.AskFaq) : -1 }));
Learn("category", [.. Enum.GetValues<Category>().Select(category => category.Label())], 5f,
    examples.Where(e => e.IsTicket && e.Category is not null).Select(e => new Case(e.Signals.Plain, e.Fold, e.Signals.Active, CategoryReader.Weigh(e.Signals.Cues), (int)e.Category!)));
Learn("urgency", ["low", "normal", "high"], 6f,
    examples.Where(e => e.Intent is Intent.ReportRepair or Intent.Complaint or Intent.Urge or Intent.Human or Intent.TicketStatus).Select(e => new Case(e.Signals.Plain, e.Fold, e.Signals.Active, UrgencyReader.WeighByHand(e.Signals), (int)e.Urgency)));
LearnOne("group", 5f, examples.Where(e => e.InGroup && !e.IsAddressed && e.Intent != Intent.AdSpam), e => e.ShouldReply);
LearnOne("merge", 5f, examples.Where(e => e.InGroup && e.Intent is Intent.ReportRepair or Intent.Complaint or Intent.Emergency or Intent.Urge or Intent.TicketStatus), e => e.Merge);

void LearnOne(string name, float l2, IEnumerable<Example> from, Func<Example, bool> label)
{
    var model = Checked(name, 2, l2, [.. from.Select(e => new Case(e.Signals.Plain, e.Fold, e.Signals.Active, new float[2], label(e) ? 1 : 0))]);
    Write(name, ["yes"], feature => [model.WeightsOf(feature)[1] - model.WeightsOf(feature)[0]]);
}

void Learn(string name, string[] labels, float l2, IEnumerable<Case> from)
{
    var model = Checked(name, labels.Length, l2, [.. from]);
    Write(name, labels, model.WeightsOf);
}

Softmax Checked(string name, int labels, float l2, Case[] cases)
{
    var own = cases.Where(item => item.Fold != Corpus.Always).ToArray();
    var (hits, byHand) = (0, own.Count(item => Array.IndexOf(item.Fixed, item.Fixed.Max()) == item.Label));
    Parallel.For(0, folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
    {
        bool IsOut(Case item) => item.Fold != Corpus.Always && item.Fold.Sum(character => character * 31) % folds == fold;
        Softmax part = new(labels, l2);
        part.Learn([.. cases.Where(item => !IsOut(item))]);
        var missed = own.Where(item => IsOut(item) && part.Best(item) is var best && best != item.Label && best != item.Also).ToList();
        Interlocked.Add(ref hits, own.Count(IsOut) - missed.Count);
        if (args.Contains("--errors"))
            missed.ForEach(item => Console.WriteLine($"  {name} {item.Label} -> {part.Best(item)} {item.Text}"));
    });
    Softmax model = new(labels, l2);
    model.Learn(cases);
    Console.WriteLine($"{name}: {own.Length} messages, by hand {100.0 * byHand / own.Length:F1} %, left out {100.0 * hits / own.Length:F1} %, learned {100.0 * own.Count(item => model.Best(item) is var best && (best == item.Label || best == item.Also)) / own.Length:F1} %");
    return model;
}

void Write(string name, string[] labels, Func<int, float[]> weightsOf)
{
    using StreamWriter file = new(Path.Combine("Knowledge/Understanding/Weights", name + ".txt")) { NewLine = "\n" };
    file.WriteLine("# Made by eng/LearnWeights from tests/Evaluation/corpus and its own sentences; do not edit. Feature, then its weight for: " + string.Join(' ', labels));
    for (var feature = 0; feature < Features.Count; feature++)
    {
        var weights = weightsOf(feature);
        if (weights.Any(weight => MathF.Abs(weight) >= 0.05f))
            file.WriteLine($"{Features.NameOf(feature)} {string.Join(' ', weights.Select(weight => weight.ToString("0.##", CultureInfo.InvariantCulture)))}");
    }
}
