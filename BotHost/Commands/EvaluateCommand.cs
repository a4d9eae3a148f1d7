using System.CommandLine;
using System.Text.Json;
using ChatDesk.Knowledge.Evaluation;

namespace ChatDesk.BotHost.Commands;

/// <summary><c>evaluate --corpus DIR</c></summary>
internal static class EvaluateCommand
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static Command Create()
    {
        var corpus = new Option<DirectoryInfo>("--corpus") { Description = "A folder with faq.csv, faq_paraphrases.jsonl and messages.jsonl.", Required = true }.AcceptExistingOnly();
        Command command = new("evaluate", "Scores understanding and answers on a labelled corpus; the metrics are those of tests/Evaluation/score.py.") { corpus };
        command.SetAction((parsed, _) => CommandRun.GuardAsync(() => Console.Out.WriteLineAsync(CorpusEvaluation.Run(parsed.GetRequiredValue(corpus).FullName).ToJsonString(Readable))));
        return command;
    }
}
