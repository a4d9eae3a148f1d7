using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using ChatDesk.BotHost.Texts;

namespace ChatDesk.Tests.BotHost.Conversations;

public sealed class TextsTests
{
    [Fact]
    public void No_sentence_of_the_desk_has_half_width_punctuation_between_Chinese_characters()
    {
        var literals = Literals(typeof(OwnerTexts).Assembly).Concat(Constants()).Where(text => text.Any(c => c is >= '\u4e00' and <= '\u9fff')).ToList();

        Assert.Contains(OwnerTexts.AskPhoneTail, literals);
        Assert.DoesNotContain(literals, text => ChineseText.HalfWidth().IsMatch(text));
    }

    /// <summary>Every string that the program's code holds, the parts of interpolated ones and the pages' too.</summary>
    private static List<string> Literals(Assembly assembly)
    {
        using PEReader file = new(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        List<string> literals = [];
        for (var handle = reader.GetNextHandle(default(UserStringHandle)); !handle.IsNil; handle = reader.GetNextHandle(handle))
            literals.Add(reader.GetUserString(handle));
        return literals;
    }

    private static IEnumerable<string> Constants() => typeof(OwnerTexts).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(OwnerTexts).Namespace)
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
        .Where(field => field.IsLiteral && field.FieldType == typeof(string))
        .Select(field => (string)field.GetRawConstantValue()!);
}
