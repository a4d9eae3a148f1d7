using ChatDesk.BotHost.Imports;

namespace ChatDesk.BotHost.Texts;

/// <summary>What people read who import and export lists. Reasons say what to do.</summary>
public static class ImportTexts
{
    public const string EmptyFile = "文件是空的，没有读到任何一行。";
    public const string TooLarge = "文件太大：最大 20 MB。请删去图片和多余的工作表，或分成几个文件导入。";
    public const string TooManyRows = "行数太多：一次最多 20 万行，请分成几个文件导入。";
    public const string OldExcel = "这是旧版 Excel（.xls）或加了密码的文件。请在 Excel 里“另存为”不加密的 .xlsx，再导入。";
    public const string NotATable = "读不懂这个文件。请用 Excel 另存为 .xlsx 或 CSV，再导入。";
    public const string FileMissing = "请先选择要导入的文件。";
    public const string KindMissing = "请选择要导入的内容。";
    public const string EstateMissing = "请选择小区，或在文件里加上“小区”列。";
    public const string NoHeader = "没有找到表头。请下载模板，把数据粘贴到模板里再导入。";
    public const string NoRows = "表头下面没有数据。";

    public const string Empty = "不能为空";
    public const string CellError = "单元格是错误值或没有结果的公式，请改成具体内容";
    public const string BecameDate = "被 Excel 改成了日期，请把这一列设为“文本”格式后重新填写";
    public const string PhoneLostDigits = "手机号成了科学计数，后面的数字已经丢失。请把这一列设为“文本”格式后重新填写";
    public const string PhoneTwo = "一格里有两个电话，请只留一个，另一个人另起一行";
    public const string PhoneWrong = "不是有效的电话号码（手机 11 位，或带区号的座机）";
    public const string DateWrong = "不是有效的日期，请写成 2026-01-05";
    public const string DateAmbiguous = "分不清月和日，请写成 2026-01-05";
    public const string AmountWrong = "不是有效的金额，请写成 1234.50";
    public const string AmountNegative = "金额不能为负";
    public const string RelationWrong = "只能是：业主、家人、租户";
    public const string BirthYearsDiffer = "同一个人的出生年份前后不一致";
    public const string BuildingMissing = "不能为空（也可以在“房号”里写成 3-2-201）";
    public const string NamelessUnit = "这栋楼没有分单元，不能再加有名字的单元";
    public const string UnitNeeded = "这栋楼分单元，请填写“单元”";
    public const string PaidInFuture = "缴费日期不能晚于今天";

    public const string ChangedMeanwhile = "在您预览之后，档案被别人改过，结果和刚才不同。请核对新的结果，再确认一次。";
    public const string NotApplied = "文件有错误，什么都没有改。";

    public static string Kind(ImportKind kind) => kind switch
    {
        ImportKind.Owners => "业主与住户",
        ImportKind.Rooms => "房产",
        ImportKind.Devices => "设备",
        _ => "费用记录",
    };

    public static string KindHint(ImportKind kind) => kind switch
    {
        ImportKind.Owners => "一行一个人和一处房子；一个人有几套房就写几行。",
        ImportKind.Rooms => "一行一套房；没有的楼栋和单元会一起新建。",
        ImportKind.Devices => "一行一台设备，按“设备编号”对应。",
        _ => "一行一笔费用，按“房号 + 费用项目 + 账期”对应；已缴的填缴费日期。",
    };

    public static string BrokenQuotes(int row) => $"第 {row} 行的引号不成对，读不下去。请用 Excel 另存为 CSV 再导入。";

    public static string CellTooLong(int row) => $"第 {row} 行有一格超过 2000 字，不像是名单。";

    public static string ColumnMissing(string name, string? nearest, int row) => nearest is null
        ? $"缺少“{name}”列"
        : $"缺少“{name}”列。第 {row} 行的“{nearest}”如果就是它，请改名为“{name}”";

    public static string ColumnTwice(string name, IEnumerable<string> titles) => $"有几列都像“{name}”：{string.Join('、', titles)}。请只留一列";

    public static string ColumnUnused(string title, string? nearest) => nearest is null ? $"“{title}”" : $"“{title}”（是不是“{nearest}”？）";

    public static string ColumnsUnused(IEnumerable<string> titles) => $"以下列没有用到：{string.Join('、', titles)}。";

    public static string SheetsIgnored(IEnumerable<string> names) => $"只读取第一张工作表；没有读取：{string.Join('、', names)}。";

    public static string ExampleSkipped(int row) => $"第 {row} 行是模板里的示例，已跳过。";

    public static string TooLong(int limit) => $"超过 {limit} 个字";

    public static string NotWhole(int from, int to) => $"应是 {from} 到 {to} 的整数";

    public static string RowTwice(int first) => $"与第 {first} 行重复";

    public static string UnknownEstate(string name, string? nearest) => Unknown($"没有小区“{name}”，或不由您负责", nearest);

    public static string UnknownBuilding(string name, string? nearest) => Unknown($"档案里没有“{name}”", nearest);

    public static string UnknownUnit(string name, string? nearest) => Unknown($"这栋楼没有“{name}”单元", nearest);

    public static string UnknownRoom(string name, string? nearest) => Unknown($"档案里没有“{name}”", nearest);

    public static string SeveralBuildings(string name) => $"不止一栋叫“{name}”，请填写“期区”";

    public static string SeveralRooms(string name) => $"几个单元都有“{name}”，请填写“单元”";

    public static string UnknownKind(string name, string? nearest) => Unknown($"没有“{name}”这种设备类型", nearest);

    public static string Imported(string fileName, int added, int changed, int unchanged) =>
        $"导入“{fileName}”：新增 {added}，修改 {changed}，不变 {unchanged}";

    public static string Exported(ImportKind kind, int rows) => $"导出{Kind(kind)} {rows} 行";

    public static string PlacesToAdd(int buildings, int units, int rooms) => $"将新建 {buildings} 栋楼、{units} 个单元、{rooms} 套房。";

    private static string Unknown(string what, string? nearest) => nearest is null ? what : $"{what}，最接近的是“{nearest}”";
}
