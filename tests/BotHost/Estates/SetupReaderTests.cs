using System.Text;
using ChatDesk.BotHost.Estates.Setup;

namespace ChatDesk.Tests.BotHost.Estates;

public sealed class SetupReaderTests
{
    [Theory]
    [InlineData("company/motto", "\"快\"", "company.motto: unknown field")]
    [InlineData("estates/0/buildings/0/units/0/lifts", "2", "estates[0].buildings[0].units[0].lifts: unknown field")]
    [InlineData("staff/1/shifts/0/until", "\"08:00\"", "staff[1].shifts[0].until: unknown field")]
    public async Task An_unknown_field_is_an_error_that_names_it(string path, string json, string error) =>
        Assert.Equal(error, await ErrorOfAsync(SmallSetup.With(path, json)));

    [Theory]
    [InlineData("company/hotline", "company.hotline: is missing")]
    [InlineData("estates/0/emergency/gas", "estates[0].emergency.gas: is missing")]
    [InlineData("owners", "owners: is missing")]
    [InlineData("staff/0/shifts/0/to", "staff[0].shifts[0].to: is missing")]
    public async Task A_missing_field_is_an_error_with_its_path(string path, string error) =>
        Assert.Equal(error, await ErrorOfAsync(SmallSetup.With(path, null)));

    [Theory]
    [InlineData("estates/0/buildings/0/units/0/rooms/1", "202", "estates[0].buildings[0].units[0].rooms[1]: must be a text")]
    [InlineData("estates/0/buildings/0/units/0/floors", "\"18\"", "estates[0].buildings[0].units[0].floors: must be a whole number from 0 to 200")]
    [InlineData("staff", "{}", "staff: must be a list")]
    [InlineData("company", "[]", "company: must be an object")]
    [InlineData("company/name", "\" \"", "company.name: is empty")]
    [InlineData("staff/0/shifts/0/days/0", "8", "staff[0].shifts[0].days[0]: must be a weekday from 1 (Monday) to 7 (Sunday)")]
    [InlineData("staff/0/shifts/0/from", "\"24:00\"", "staff[0].shifts[0].from: \"24:00\" is no time of day such as 08:00")]
    [InlineData("staff/0/roles/0", "\"Engineer\"", "staff[0].roles[0]: \"Engineer\" is no role")]
    [InlineData("staff/0/weComUserId", "\"a|b\"", "staff[0].weComUserId: must not contain |")]
    [InlineData("teams/0/categories/0", "\"water\"", "teams[0].categories[0]: \"water\" is no category")]
    [InlineData("owners/1/rooms/0/relation", "\"guest\"", "owners[1].rooms[0].relation: \"guest\" is none of owner, family, tenant")]
    public async Task A_wrong_value_is_an_error_with_its_path(string path, string json, string error) =>
        Assert.Equal(error, await ErrorOfAsync(SmallSetup.With(path, json)));

    [Theory]
    [InlineData("estates/0/buildings/1/name", "\"3\"", "estates[0].buildings[1].name: stands twice")]
    [InlineData("estates/0/buildings/0/units/0/rooms", "[\"201\", \"201\"]", "estates[0].buildings[0].units[0].rooms[1]: stands twice")]
    [InlineData("teams/1/code", "\"water\"", "teams[1].code: stands twice")]
    [InlineData("staff/2/weComUserId", "\"li\"", "staff[2].weComUserId: stands twice")]
    public async Task A_name_that_stands_twice_is_an_error_with_the_second_ones_path(string path, string json, string error) =>
        Assert.Equal(error, await ErrorOfAsync(SmallSetup.With(path, json)));

    [Theory]
    [InlineData("{", "line 1, position 2: is not JSON")]
    [InlineData("{\n  \"company\": oops }", "line 2, position 14: is not JSON")]
    public async Task What_is_not_JSON_is_an_error_with_its_line(string text, string error) =>
        Assert.Equal(error, await ErrorOfAsync(text));

    [Fact]
    public async Task A_field_that_stands_twice_is_an_error() =>
        Assert.Equal("company.name: stands twice", await ErrorOfAsync(SmallSetup.Text.Replace("\"botName\"", "\"name\"", StringComparison.Ordinal)));

    [Fact]
    public async Task A_byte_order_mark_is_no_error()
    {
        using MemoryStream stream = new([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(SmallSetup.Text)]);

        Assert.Equal("示范物业", (await SetupReader.ReadAsync(stream, default)).Company.Name);
    }

    private static async Task<string> ErrorOfAsync(string json)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json));
        return (await Assert.ThrowsAsync<FormatException>(() => SetupReader.ReadAsync(stream, default))).Message;
    }
}
