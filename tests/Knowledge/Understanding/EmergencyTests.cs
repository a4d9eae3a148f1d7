using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.Tests.Knowledge.Understanding;

/// <summary>Dangers that are happening, and the same words where none is (N-12); the sentences are in the files beside this one.</summary>
public sealed class EmergencyTests
{
    public static TheoryData<string> Dangers => new(Lines("dangers.txt"));

    public static TheoryData<string> Harmless => new(Lines("harmless.txt"));

    [Theory, MemberData(nameof(Dangers))]
    public void A_danger_that_is_happening_raises_the_alarm_N_12(string text)
    {
        var meaning = MessageReader.Read(text, ReadContext.Direct);

        Assert.Equal((Intent.Emergency, Urgency.Emergency), (meaning.Intent, meaning.Urgency));
        Assert.NotNull(meaning.EmergencyKind);
        Assert.NotNull(meaning.Category);
    }

    [Theory, MemberData(nameof(Harmless))]
    public void Past_supposed_rehearsed_and_finished_dangers_raise_none_N_12(string text)
    {
        var meaning = MessageReader.Read(text, ReadContext.Direct);

        Assert.NotEqual(Intent.Emergency, meaning.Intent);
        Assert.NotEqual(Urgency.Emergency, meaning.Urgency);
    }

    [Fact]
    public void There_are_sixty_sentences_of_each_kind()
    {
        Assert.Equal(60, Lines("dangers.txt").Count());
        Assert.Equal(60, Lines("harmless.txt").Count());
    }

    [Theory]
    [InlineData("5栋电梯困人了", EmergencyKind.Trapped)]
    [InlineData("楼道里好大的煤气味", EmergencyKind.Gas)]
    [InlineData("三楼着火了", EmergencyKind.Fire)]
    [InlineData("家里爆管了", EmergencyKind.BurstPipe)]
    [InlineData("有人触电了", EmergencyKind.ElectricShock)]
    [InlineData("小孩掉进湖里了", EmergencyKind.Drowning)]
    [InlineData("有人拿刀砍人", EmergencyKind.Crime)]
    [InlineData("我女儿走丢了", EmergencyKind.MissingPerson)]
    [InlineData("有人要跳楼", EmergencyKind.SelfHarm)]
    [InlineData("有人晕倒在大堂了", EmergencyKind.Medical)]
    public void The_kind_tells_which_safety_sentence_goes_out_N_12(string text, EmergencyKind kind) =>
        Assert.Equal(kind, MessageReader.Read(text, ReadContext.Direct).EmergencyKind);

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Understanding", file)).Where(line => line.Length > 0);
}
