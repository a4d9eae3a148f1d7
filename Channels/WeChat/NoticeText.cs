using System.Text.RegularExpressions;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.WeChat;

/// <summary>Fills a template's fields from a notice's values. Pure.</summary>
internal static partial class NoticeText
{
    /// <returns>The fields as they go out, and every rule that they would break.</returns>
    public static (Dictionary<string, TemplateValue> Data, List<FieldProblem> Problems) Fill(NoticeTemplate template, TemplateNotice notice)
    {
        Dictionary<string, TemplateValue> data = [];
        List<FieldProblem> problems = [];
        foreach (var (field, pattern) in template.Fields)
        {
            problems.AddRange(Unknown(field, pattern, notice));
            var value = TemplateFields.Fit(field, Name().Replace(pattern, name => notice.Values.GetValueOrDefault(name.Groups[1].Value, "")));
            if (TemplateFields.Check(field, value) is { } problem)
                problems.Add(problem);
            data[field] = new TemplateValue(value);
        }
        return (data, problems);
    }

    /// <returns>The field that a refusal (47003) names, null where it names none.</returns>
    public static string? Refused(string? error) => RefusedField().Match(error ?? "") is { Success: true } match ? match.Groups[1].Value : null;

    private static IEnumerable<FieldProblem> Unknown(string field, string pattern, TemplateNotice notice) => Name().Matches(pattern)
        .Select(name => name.Groups[1].Value)
        .Where(name => !notice.Values.ContainsKey(name))
        .Select(name => new FieldProblem(field, $"配置里的 {{{name}}} 不是这条通知的内容"));

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Name();

    [GeneratedRegex(@"data\.([A-Za-z_0-9]+)\.value")]
    private static partial Regex RefusedField();
}
