using System.Globalization;
using System.Text.Json.Nodes;
using ChatDesk.Knowledge.Evaluation;

namespace ChatDesk.Tests.Knowledge.Evaluation;

/// <summary>Keeps the metrics on the development corpus from falling; the floors are what was reached, less the noise of small changes.</summary>
public sealed class CorpusFloorTests
{
    private static readonly JsonObject Metrics = CorpusEvaluation.Run(Path.Combine(AppContext.BaseDirectory, "corpus"));

    [Theory]
    [InlineData("paraphrases", "recall_at_1", 69)]
    [InlineData("paraphrases", "recall_at_3", 81)]
    [InlineData("messages", "intent_accuracy", 92)]
    [InlineData("messages", "category_accuracy", 92)]
    [InlineData("messages", "urgency_accuracy", 88)]
    [InlineData("messages", "location_exact", 96)]
    [InlineData("messages", "group_should_reply_f1", 96)]
    [InlineData("messages", "faq_recall_at_1", 86)]
    public void A_share_stays_above_its_floor(string part, string metric, double floor) => Assert.True(Value(part, metric) >= floor, $"{metric} is {Value(part, metric)}");

    [Theory]
    [InlineData("paraphrases", "answered_wrongly", 5)]
    [InlineData("messages", "unanswerable_answered", 3)]
    [InlineData("messages", "emergency_missed", 0)]
    [InlineData("messages", "false_alarm", 1)]
    [InlineData("messages", "location_wrong", 1)]
    [InlineData("messages", "location_invented", 0)]
    [InlineData("messages", "pii_leaked", 0)]
    public void An_error_stays_below_its_ceiling(string part, string metric, double ceiling) => Assert.True(Value(part, metric) <= ceiling, $"{metric} is {Value(part, metric)}");

    private static double Value(string part, string metric) => double.Parse(Metrics[part]![metric]!.ToJsonString(), CultureInfo.InvariantCulture);
}
