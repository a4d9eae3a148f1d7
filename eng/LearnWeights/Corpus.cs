using System.Text.Json;
using ChatDesk.Knowledge.Retrieval;
using ChatDesk.Knowledge.Text;
using ChatDesk.Knowledge.Understanding;
using ChatDesk.Knowledge.Understanding.Privacy;
using ChatDesk.Knowledge.Understanding.Reading;

namespace ChatDesk.LearnWeights;

/// <summary>A labelled message as the reader sees it.</summary>
internal sealed record Example(string Fold, Signals Signals, Intent Intent, Category? Category, Urgency Urgency, bool ShouldReply, bool Merge, bool IsUnanswerable)
{
    public bool InGroup => Signals.Context.InGroup;

    public bool IsAddressed => Signals.Context.AtBot || Signals["bot.name"];

    public bool IsTicket => Intent is Intent.ReportRepair or Intent.Complaint or Intent.Suggestion;
}

/// <summary>Reads what is learned from: the development corpus, where what a group said before a line is taken from the labels, and the sentences written for learning.</summary>
internal sealed class Corpus(ArticleIndex index)
{
    private readonly Dictionary<string, GroupMemory> _threads = [];

    /// <summary>The fold of examples that are never left out: they are no part of the corpus.</summary>
    public const string Always = "";

    public IEnumerable<Example> Messages(string file) => File.ReadLines(file).Select(line => Message(JsonDocument.Parse(line).RootElement)).ToList();

    public IEnumerable<Example> Sentences(string file)
    {
        var label = (Intent: Intent.Chitchat, Category: (Category?)null, Urgency: Urgency.Low);
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[')
                label = LabelOf(line.Trim('[', ']').Split(' '));
            else
                yield return new(Always, Read(line, new() { Articles = index }), label.Intent, label.Category, label.Urgency, true, false, label.Intent == Intent.OutOfScope);
        }
    }

    private static (Intent, Category?, Urgency) LabelOf(string[] labels)
    {
        var isLabel = Labels.TryParse(labels[0], out Intent intent) & Labels.TryParse(labels[2], out Urgency urgency);
        return isLabel ? (intent, Labels.TryParse(labels[1], out Category category) ? category : null, urgency) : throw new FormatException($"No labels: {string.Join(' ', labels)}");
    }

    private Example Message(JsonElement row)
    {
        var thread = Text(row, "thread");
        ReadContext context = new()
        {
            InGroup = Text(row, "channel") == "group",
            AtBot = Is(row, "at_bot"),
            Sender = Text(row, "sender"),
            Group = thread is null ? null : _threads.GetValueOrDefault(thread, GroupMemory.Empty),
            Articles = index,
        };
        var signals = Read(Text(row, "text")!, context);
        _ = Labels.TryParse(Text(row, "intent")!, out Intent intent);
        _ = Labels.TryParse(Text(row, "urgency")!, out Urgency urgency);
        Category? category = Text(row, "category") is { } label && Labels.TryParse(label, out Category known) ? known : null;
        if (thread is not null)
            _threads[thread] = new([.. context.Group!.Lines.TakeLast(GroupMemory.Length - 1), new(context.Sender, intent, category, urgency, signals.Place.Building, Is(row, "should_reply"))]);
        return new(thread ?? Text(row, "mid")!, signals, intent, category, urgency, Is(row, "should_reply"), Is(row, "merge"), Text(row, "faq_id") is null && intent is Intent.AskFaq or Intent.OutOfScope);
    }

    private static Signals Read(string text, ReadContext context)
    {
        var personal = PersonalDataFinder.Find(text);
        return MessageReader.SignalsOf(MessageReader.Readable(TextNormalizer.Normalize(text), personal), personal, context, out _, out _);
    }

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Is(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
