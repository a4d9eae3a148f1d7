using System.IO.Compression;
using System.Text;
using ChatDesk.BotHost.Imports.Tables;

namespace ChatDesk.Tests.BotHost.Imports;

public sealed class TableTests
{
    [Fact]
    public void Line_breaks_and_separators_within_quotes_stay_in_their_cell_and_rows_keep_their_numbers()
    {
        var table = Read("姓名,电话,备注\r\n\r\n\"王,女士\",13800003201,\"上午\r\n在家\"\r\n钱先生,13800003202,\"说\"\"好\"\"\"\r\n");
        Assert.Equal([1, 3, 4], table.Rows.Select(row => row.Number));
        Assert.Equal(["王,女士", "13800003201", "上午  在家"], table.Rows[1].Cells.Select(cell => cell.Text));
        Assert.Equal("说\"好\"", table.Rows[2][2].Text);
    }

    [Fact]
    public void Blanks_of_all_kinds_around_a_value_go()
        => Assert.Equal("13800003201", Read("a\n\u00a0\u3000 13800003201\t \u200b\n").Rows[1][0].Text);

    [Theory]
    [InlineData("owners-old.xls", "旧版 Excel")]
    public void A_file_of_another_kind_is_refused_with_what_to_do(string file, string told) =>
        Assert.Contains(told, Assert.Throws<FormatException>(() => TableReader.Read(ImportDesk.File(file))).Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_a_picture_an_open_quote_and_a_cut_workbook_are_refused_in_words()
    {
        var cut = ImportDesk.File("owners-exceljs.xlsx")[..3000];
        foreach (var bytes in new[] { [], [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 0xff, 0xfe, 0x80], Encoding.UTF8.GetBytes("a,b\n1,\"open\n2,3"), cut, "PK\u0003\u0004 no archive"u8.ToArray() })
            Assert.Throws<FormatException>(() => TableReader.Read(bytes));
    }

    [Fact]
    public void An_archive_that_unpacks_to_gigabytes_is_refused_without_being_held()
    {
        using MemoryStream bomb = new();
        using (ZipArchive archive = new(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var sheet = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 300; i++)
                sheet.Write(zeros);
        }

        Assert.True(bomb.Length < 1_000_000);
        Assert.Contains("文件太大", Assert.Throws<FormatException>(() => TableReader.Read(bomb.ToArray())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_50_megabytes_is_refused_unread() =>
        Assert.Contains("文件太大", Assert.Throws<FormatException>(() => TableReader.Read(new byte[50_000_000])).Message, StringComparison.Ordinal);

    private static Table Read(string csv) => TableReader.Read(Encoding.UTF8.GetBytes(csv));
}
