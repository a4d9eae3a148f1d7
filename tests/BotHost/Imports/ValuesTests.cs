using System.Globalization;
using ChatDesk.BotHost.Imports;
using ChatDesk.BotHost.Imports.Places;
using ChatDesk.BotHost.Imports.Values;
using ChatDesk.BotHost.Masters;

namespace ChatDesk.Tests.BotHost.Imports;

public sealed class ValuesTests
{
    [Theory]
    [InlineData("13812345678", "13812345678")]
    [InlineData("138 1234 5678", "13812345678")]
    [InlineData("138-1234-5678", "13812345678")]
    [InlineData("+86 138-1234-5678", "13812345678")]
    [InlineData("0086 13812345678", "13812345678")]
    [InlineData("8613812345678", "13812345678")]
    [InlineData("１３８１２３４５６７８", "13812345678")]
    [InlineData("1.3812345678E+10", "13812345678")]
    [InlineData("1.3812345678e10", "13812345678")]
    [InlineData("0571-88886666", "0571-88886666")]
    [InlineData("（010）88886666", "010-88886666")]
    [InlineData("0571-88886666转801", "0571-88886666-801")]
    [InlineData("400-800-1234", "4008001234")]
    [InlineData("+852 5123 4567", "+85251234567")]
    public void A_phone_is_read_as_people_write_it(string text, string phone) => Assert.Equal((phone, null), PhoneText.Read(text));

    [Theory]
    [InlineData("1.38E+10", "科学计数")]
    [InlineData("1.381234567E+10", "科学计数")]
    [InlineData("13812345678/13912345678", "两个电话")]
    [InlineData("13812345678 13912345678", "两个电话")]
    [InlineData("1381234567", "不是有效的电话")]
    [InlineData("138123456789", "不是有效的电话")]
    [InlineData("王女士", "不是有效的电话")]
    public void A_phone_that_cannot_be_known_says_why(string text, string reason)
    {
        var (phone, problem) = PhoneText.Read(text);
        Assert.Null(phone);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026/1/5")]
    [InlineData("2026-01-05")]
    [InlineData("2026年1月5日")]
    [InlineData("2026.1.5")]
    [InlineData("20260105")]
    [InlineData("2026/1/5 0:00:00")]
    [InlineData("２０２６－０１－０５")]
    [InlineData("46027")] // python3: date(1899,12,30) + timedelta(46027)
    public void A_date_is_read_as_people_and_Excel_write_it(string text) => Assert.Equal((new DateOnly(2026, 1, 5), null), DateText.Read(text));

    [Theory]
    [InlineData("1/5/2026", "分不清月和日")]
    [InlineData("2026/13/5", "不是有效的日期")]
    [InlineData("2026-02-30", "不是有效的日期")]
    [InlineData("12", "不是有效的日期")]
    [InlineData("下个月", "不是有效的日期")]
    public void A_date_that_is_none_says_so(string text, string reason)
    {
        var (date, problem) = DateText.Read(text);
        Assert.Null(date);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("356.80", 35680)]
    [InlineData("1,280.5元", 128050)]
    [InlineData("￥1280", 128000)]
    [InlineData("８９．０６㎡", 8906)]
    [InlineData("0", 0)]
    public void An_amount_is_read_exactly(string text, long hundredths) => Assert.Equal((hundredths, null), AmountText.Read(text));

    [Theory]
    [InlineData("-5")]
    [InlineData("12.345")]
    [InlineData("一百")]
    public void An_amount_that_is_none_is_refused(string text) => Assert.NotNull(AmountText.Read(text).Problem);

    [Theory]
    [InlineData("3栋", "2单元", "201室", null, "3", "2", "201")]
    [InlineData("3号楼", "二单元", "201", null, "3", "2", "201")]
    [InlineData("十二幢", "甲单元", "1503", null, "12", "甲", "1503")]
    [InlineData("03", "02", "0201", null, "3", "2", "201")]
    [InlineData("b座", null, "1804", null, "B", null, "1804")]
    [InlineData(null, null, "3-2-201", null, "3", "2", "201")]
    [InlineData(null, null, "3栋2单元201室", null, "3", "2", "201")]
    [InlineData(null, null, "一期5栋2单元301", "1", "5", "2", "301")]
    [InlineData("V4", null, "V4", null, "V4", null, "V4")]
    public void A_home_is_read_as_lists_write_it(string? building, string? unit, string room, string? phase, string? expectedBuilding, string? expectedUnit, string expectedRoom) =>
        Assert.Equal(new SaidHome(phase, expectedBuilding, expectedUnit, expectedRoom), PlaceWords.Read(null, building, unit, room));

    [Theory]
    [InlineData("关糸", "关系")]
    [InlineData("联系电话号", "联系电话")]
    [InlineData("备注", null)]
    public void What_is_misspelt_is_named_with_the_nearest_known_name(string text, string? nearest) =>
        Assert.Equal(nearest, Nearest.To(text, ["关系", "联系电话", "出生年份"]));

    [Fact]
    public void Homes_are_typed_in_ranges() =>
        Assert.Equal("101 102 103 201 V4", string.Join(' ', RoomNames.Read("101-103，201 V4\n101").Select(name => name.ToString(CultureInfo.InvariantCulture))));
}
