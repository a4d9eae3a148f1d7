using System.Text.Json;
using ChatDesk.Knowledge.Retrieval;
using ChatDesk.Knowledge.Text;
using ChatDesk.Knowledge.Understanding;
using ChatDesk.Knowledge.Understanding.Privacy;
using ChatDesk.Knowledge.Understanding.Reading;

namespace ChatDesk.LearnWeights;

/// <summary>A labelled message as the reader sees it.</summary>
internal sealed record Example(string Fold, int[] Active, float[] CategoryByHand, Intent Intent, Category? Category, Urgency Urgency, bool InGroup, bool AtBot, bool ShouldReply, bool Merge, bool Unanswerable);

/// <summary>Reads the development corpus; what a group said before a line is taken from the labels.</summary>
internal static class Corpus
{
    public static List<Example> Read(string folder)
    {
        using StreamReader articles = new(Path.Combine(folder, "faq.csv"));
        var index = ArticleIndex.Build(ArticleCsv.Read(articles));
        Dictionary<string, GroupMemory> threads = [];
        return [.. File.ReadLines(Path.Combine(folder, "messages.jsonl")).Select(line => ReadLine(JsonDocument.Parse(line).RootElement, index, threads))];
    }

    private static Example ReadLine(JsonElement row, ArticleIndex index, Dictionary<string, GroupMemory> threads)
    {
        var thread = Text(row, "thread");
        ReadContext context = new()
        {
            InGroup = Text(row, "channel") == "group",
            AtBot = Is(row, "at_bot"),
            Sender = Text(row, "sender"),
            Group = thread is null ? null : threads.GetValueOrDefault(thread, GroupMemory.Empty),
            Articles = index,
        };
        var text = Text(row, "text")!;
        var personal = PersonalDataFinder.Find(text);
        var plain = MessageReader.Readable(TextNormalizer.Normalize(text), personal);
        var signals = MessageReader.SignalsOf(plain, personal, context, out _, out _);
        _ = Labels.TryParse(Text(row, "intent")!, out Intent intent);
        _ = Labels.TryParse(Text(row, "urgency")!, out Urgency urgency);
        Category? category = Text(row, "category") is { } label && Labels.TryParse(label, out Category known) ? known : null;
        if (thread is not null)
            threads[thread] = new([.. context.Group!.Lines.TakeLast(GroupMemory.Length - 1), new(context.Sender, intent, category, urgency, signals.Place.Building, Is(row, "should_reply"))]);
        return new(thread ?? Text(row, "mid")!, signals.Active, CategoryReader.Weigh(signals.Cues), intent, category, urgency, context.InGroup, context.AtBot || signals["bot.name"], Is(row, "should_reply"), Is(row, "merge"),
            Text(row, "faq_id") is null && intent is Intent.AskFaq or Intent.OutOfScope);
    }

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Is(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
