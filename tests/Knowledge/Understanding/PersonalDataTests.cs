using ChatDesk.Knowledge.Understanding;
using ChatDesk.Knowledge.Understanding.Privacy;

namespace ChatDesk.Tests.Knowledge.Understanding;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("电话13800000001", PersonalKind.Phone, "13800000001")]
    [InlineData("打138-0000-0001", PersonalKind.Phone, "13800000001")]
    [InlineData("打138 0000 0001", PersonalKind.Phone, "13800000001")]
    [InlineData("+86 138-0000-0001", PersonalKind.Phone, "8613800000001")]
    [InlineData("1 3 8 0 0 0 0 0 0 0 1", PersonalKind.Phone, "13800000001")]
    [InlineData("一三八零零零零零零零一", PersonalKind.Phone, "13800000001")]
    [InlineData("幺三八零零零零零零零一", PersonalKind.Phone, "13800000001")]
    [InlineData("１３８００００００01", PersonalKind.Phone, "13800000001")]
    [InlineData("138​0000​0001", PersonalKind.Phone, "13800000001")]
    [InlineData("座机010-55500000", PersonalKind.Phone, "01055500000")]
    [InlineData("身份证990000198001010015", PersonalKind.IdCard, "990000198001010015")]
    [InlineData("身份证99000020000229005x", PersonalKind.IdCard, "99000020000229005X")]
    [InlineData("车牌粤B0000X", PersonalKind.Plate, "粤B0000X")]
    [InlineData("车牌 粤AD00000 绿牌", PersonalKind.Plate, "粤AD00000")]
    [InlineData("京A·00000", PersonalKind.Plate, "京A00000")]
    [InlineData("卡号6222 0000 0000 0000 026", PersonalKind.BankCard, "6222000000000000026")]
    [InlineData("发到a.b@example.invalid", PersonalKind.Email, "ABEXAMPLEINVALID")]
    public void Personal_data_is_found_in_every_written_form_and_masked(string text, PersonalKind kind, string value)
    {
        var meaning = MessageReader.Read(text, ReadContext.Direct);

        var datum = Assert.Single(meaning.PersonalData);
        Assert.Equal((kind, value), (datum.Kind, datum.Value));
        Assert.DoesNotContain(text.Substring(datum.Start, datum.Length), meaning.Masked, StringComparison.Ordinal);
        Assert.Equal(text.Length, meaning.Masked.Length);
    }

    [Theory]
    [InlineData("物业费386.40元")]
    [InlineData("工单GD2611-0001")]
    [InlineData("3栋2单元201,上午10点到12点")]
    [InlineData("2026年11月22日")]
    public void Other_numbers_are_left_alone(string text) => Assert.Empty(PersonalDataFinder.Find(text));
}
