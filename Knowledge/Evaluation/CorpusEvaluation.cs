using System.Text.Json;
using System.Text.Json.Nodes;
using ChatDesk.Knowledge.Retrieval;

namespace ChatDesk.Knowledge.Evaluation;

/// <summary>Runs a corpus folder (faq.csv, faq_paraphrases.jsonl, messages.jsonl) through understanding and scores it.</summary>
public static class CorpusEvaluation
{
    /// <returns>{"paraphrases": {…}, "messages": {…}} with the scorer's metric names.</returns>
    /// <exception cref="FormatException">A row is not as README.md says.</exception>
    public static JsonObject Run(string folder)
    {
        var index = ReadArticles(folder);
        UnderstandSession alone = new(index, null);
        UnderstandSession inOrder = new(index, null);
        var questions = Rows(folder, "faq_paraphrases.jsonl", CorpusJson.Default.CorpusQuestion).Select(asked => (asked, alone.Answer(new UnderstandRequest { Text = asked.Text }))).ToList();
        var messages = Rows(folder, "messages.jsonl", CorpusJson.Default.CorpusMessage).Select(gold => (gold, inOrder.Answer(gold.ToRequest()))).ToList();
        return new() { ["paraphrases"] = Shape(FaqScore.Of(questions)), ["messages"] = Shape(MessageScore.Of(messages)) };
    }

    private static ArticleIndex ReadArticles(string folder)
    {
        using StreamReader reader = new(Path.Combine(folder, "faq.csv"));
        return ArticleIndex.Build(ArticleCsv.Read(reader));
    }

    private static IEnumerable<T> Rows<T>(string folder, string file, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        var number = 0;
        foreach (var line in File.ReadLines(Path.Combine(folder, file)))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return ReadRow(line, type) ?? throw new FormatException($"{file}, line {number}: is null");
        }

        T? ReadRow(string line, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> info)
        {
            try
            {
                return JsonSerializer.Deserialize(line, info);
            }
            catch (JsonException broken)
            {
                throw new FormatException($"{file}, line {number}: {broken.Message.ReplaceLineEndings(" ")}", broken);
            }
        }
    }

    private static JsonObject Shape(IEnumerable<(string Name, object? Value)> metrics) =>
        new(metrics.Select(metric => KeyValuePair.Create(metric.Name, metric.Value switch { int count => JsonValue.Create(count), double share => JsonValue.Create(share), _ => (JsonNode?)null })));
}
