using ChatDesk.Knowledge.Understanding;

namespace ChatDesk.Tests.Knowledge.Understanding;

/// <summary>The addresses of N-02 as owners say them.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("3栋201", null, "3", null, null, "201", null)]
    [InlineData("2#1-301", null, "2", "1", null, "301", null)]
    [InlineData("2-1-301", null, "2", "1", null, "301", null)]
    [InlineData("12号楼2单元1503", null, "12", "2", null, "1503", null)]
    [InlineData("十二栋一五零三", null, "12", null, null, "1503", null)]
    [InlineData("5幢甲单元", null, "5", "甲", null, null, null)]
    [InlineData("B座1804", null, "B", null, null, "1804", null)]
    [InlineData("三单元二楼", null, null, "3", "2", null, null)]
    [InlineData("负一层车库C区", null, null, null, null, null, "地下车库B1 C区")]
    [InlineData("地下二层电梯口", null, null, null, null, null, "地下车库B2")]
    [InlineData("2单元电梯", null, null, "2", null, null, "电梯")]
    [InlineData("我家", null, null, null, null, null, null)]
    [InlineData("我妈那套", null, null, null, null, null, null)]
    [InlineData("楼上", null, null, null, null, null, null)]
    [InlineData("隔壁", null, null, null, null, null, null)]
    [InlineData("3栋楼下大厅", null, "3", null, null, null, "大堂")]
    [InlineData("东门岗亭", null, null, null, null, null, "岗亭")]
    [InlineData("儿童游乐区滑梯旁", null, null, null, null, null, "儿童乐园")]
    [InlineData("快递柜那边", null, null, null, null, null, "快递柜")]
    [InlineData("3-2-1801和1802", null, "3", "2", null, "1801", null)]
    [InlineData("三栋2单元18楼", null, "3", "2", "18", null, null)]
    [InlineData("3栋201室王阿姨家", null, "3", null, null, "201", null)]
    [InlineData("13栋", null, "13", null, null, null, null)]
    [InlineData("一期5栋", "1", "5", null, null, null, null)]
    [InlineData("5栋(一期)", "1", "5", null, null, null, null)]
    [InlineData("301", null, null, null, null, "301", null)]
    [InlineData("2栋1单元301 三个月没修", null, "2", "1", null, "301", null)]
    [InlineData("物业费2800", null, null, null, null, null, null)]
    [InlineData("3月15号停水", null, null, null, null, null, null)]
    [InlineData("110", null, null, null, null, null, null)]
    [InlineData("３栋２０１", null, "3", null, null, "201", null)]
    [InlineData("3棟201", null, "3", null, null, "201", null)]
    [InlineData("3栋贰零壹", null, "3", null, null, "201", null)]
    [InlineData("二0一", null, null, null, null, "201", null)]
    [InlineData("3d201", null, "3", null, null, "201", null)]
    [InlineData("3dong 201", null, "3", null, null, "201", null)]
    [InlineData("栋3 201", null, "3", null, null, "201", null)]
    [InlineData("3栋2单元", null, "3", "2", null, null, null)]
    [InlineData("3号楼顶楼", null, "3", null, null, null, null)]
    [InlineData("电话13800000201,3栋", null, "3", null, null, null, null)]
    [InlineData("3#2-201", null, "3", "2", null, "201", null)]
    [InlineData("三号楼二单元二零一", null, "3", "2", null, "201", null)]
    [InlineData("3d2dy201", null, "3", "2", null, "201", null)]
    [InlineData("B区5幢1单元602", "B", "5", "1", null, "602", null)]
    [InlineData("16楼02户", null, null, null, "16", "1602", null)]
    [InlineData("押金500退了没", null, null, null, null, null, null)]
    [InlineData("2026年的账单", null, null, null, null, null, null)]
    public void An_address_is_read_as_it_was_said_N_02(string said, string? phase, string? building, string? unit, string? floor, string? room, string? area) =>
        Assert.Equal(new Location(phase, building, unit, floor, room, area), MessageReader.Read(said, ReadContext.Direct).Location);

    [Fact]
    public void A_second_room_is_kept_beside_the_first_N_02() =>
        Assert.Equal(["1802"], MessageReader.Read("3-2-1801和1802都漏水", ReadContext.Direct).OtherRooms);
}
