using System.Text;
using System.Text.Json;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Tests.Channels.Protocol;

public sealed class WireTextTests
{
    [Theory]
    [InlineData("漏\0水\u0008\u000B\u000C\u000E\u001F", "漏水")]
    [InlineData("一\t二\r\n三", "一\t二\r\n三")]
    [InlineData("😭👨‍👩‍👧", "😭👨‍👩‍👧")]
    [InlineData("a\uFFFEb\uFFFFc", "abc")]
    public void Only_what_xml_refuses_is_removed(string text, string clean)
    {
        Assert.Equal(clean, WireText.Clean(text));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_removed()
    {
        Assert.Equal("ab😭", WireText.Clean("a\uD83Db\uDE2D😭"));
    }

    [Theory]
    [InlineData("水管漏水", 12, "水管漏水")]
    [InlineData("水管漏水", 11, "水管…")]
    [InlineData("ab👨‍👩‍👧", 10, "ab…")]
    [InlineData("e\u0301e\u0301e\u0301", 8, "e\u0301…")]
    public void A_cut_falls_between_characters_as_people_see_them(string text, int bytes, string cut)
    {
        Assert.Equal(cut, WireText.CutBytes(text, bytes));
        Assert.True(Encoding.UTF8.GetByteCount(cut) <= bytes);
    }

    [Fact]
    public void Characters_are_counted_as_people_count_them()
    {
        Assert.Equal("👨‍👩‍👧漏…", WireText.CutCharacters("👨‍👩‍👧漏水了", 3));
        Assert.Equal("👨‍👩‍👧漏水", WireText.CutCharacters("👨‍👩‍👧漏水", 3));
    }

    [Theory]
    [InlineData("厨房漏水😀&<>'+/", "\"厨房漏水😀&<>'+/\"")]
    [InlineData("一\"二\\三\n\t\u0001", "\"一\\\"二\\\\三\\n\\t\\u0001\"")]
    [InlineData("\u2028", "\"\\u2028\"")]
    public void Json_is_raw_utf8_with_only_the_escapes_that_it_needs(string text, string json)
    {
        JsonSerializerOptions options = new() { Encoder = RawJsonEncoder.Instance };
        Assert.Equal(json, JsonSerializer.Serialize(text, options));
        Assert.Equal(json, Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(text, options)));
        Assert.Equal(text, JsonSerializer.Deserialize<string>(json));
    }

    [Fact]
    public void Half_a_surrogate_pair_does_not_break_json()
    {
        JsonSerializerOptions options = new() { Encoder = RawJsonEncoder.Instance };
        Assert.Equal("\"a\uFFFDb\"", JsonSerializer.Deserialize<string>(JsonSerializer.Serialize("\"a\uD83Db\"", options)));
    }
}
