using System.Text.RegularExpressions;
using ChatDesk.Channels.Activities;
using ChatDesk.Channels.WeChat;
using ChatDesk.Channels.WeCom;

namespace ChatDesk.Tests.Channels.Calls;

/// <summary>What the platforms' lists of return codes ask for, written from those lists, not from the tables.</summary>
public sealed partial class ErrorTableTests
{
    public static TheoryData<string, ErrorKind> WeChat => new()
    {
        { "-1 45011 45066", ErrorKind.Retry },
        { "40001 40014 42001", ErrorKind.Refresh },
        { "40003 46004 43004 50005 48002", ErrorKind.Drop },
        { "45015 45047 43101", ErrorKind.Closed },
        { "45009", ErrorKind.Budget },
        { "40029 40163 42003 42002 42007", ErrorKind.SignIn },
        { "40004 40005 40006 40007 40008 40009 40010 40011 40012 45001 45007 40033 41005 44001 44002 44003 44004 47001", ErrorKind.Fix },
        { "45002 45003 45004 45005 45006 45008 47003 41030 40015 40027 40054 40055 65301 65317 45067", ErrorKind.Fix },
        { "40013 41002 41004 40125 40037 40164 40243 89503 48001 48004 50002 48006 61004", ErrorKind.Alert },
        { "45065", ErrorKind.Done },
        { "99999", ErrorKind.Alert },
    };

    public static TheoryData<string, ErrorKind> WeCom => new()
    {
        { "-1 6000 45033", ErrorKind.Retry },
        { "40014 42001 41001", ErrorKind.Refresh },
        { "40003 46004 60111 40031 40096 84061 41050 41051 41053 60011 81013 90501", ErrorKind.Drop },
        { "60140 95001 95002 95018", ErrorKind.Closed },
        { "45009 130101", ErrorKind.Budget },
        { "40029", ErrorKind.SignIn },
        { "40007 40004 40011 44001 45001 40033 40093 41016 41033 42045 44004 45002 82001", ErrorKind.Fix },
        { "40001 40013 40056 40058 40063 40035 40201 43012 48002 48005 50001 80001 50003 301002 60020 301042", ErrorKind.Alert },
        { "86001 86003 86008 93000 93004 93008 95000 95017 301048 301052 301053 99999", ErrorKind.Alert },
    };

    [Theory, MemberData(nameof(WeChat))]
    public void WeChats_codes_ask_for_what_its_list_says(string codes, ErrorKind kind) =>
        Assert.All(codes.Split(' ').Select(int.Parse), code => Assert.Equal((code, kind), (code, WeChatErrors.Explain(code).Kind)));

    [Theory, MemberData(nameof(WeCom))]
    public void WeComs_codes_ask_for_what_its_list_says(string codes, ErrorKind kind) =>
        Assert.All(codes.Split(' ').Select(int.Parse), code => Assert.Equal((code, kind), (code, WeComErrors.Explain(code).Kind)));

    [Theory]
    [InlineData(ErrorKind.Retry, SendOutcome.Retry)]
    [InlineData(ErrorKind.Refresh, SendOutcome.Alert)]
    [InlineData(ErrorKind.Drop, SendOutcome.Drop)]
    [InlineData(ErrorKind.Closed, SendOutcome.Closed)]
    [InlineData(ErrorKind.Budget, SendOutcome.Quota)]
    [InlineData(ErrorKind.SignIn, SendOutcome.Closed)]
    [InlineData(ErrorKind.Fix, SendOutcome.Alert)]
    [InlineData(ErrorKind.Alert, SendOutcome.Alert)]
    [InlineData(ErrorKind.Done, SendOutcome.Sent)]
    public void A_kind_has_its_outcome_for_a_message(ErrorKind kind, SendOutcome outcome) => Assert.Equal(outcome, new ApiError(1, kind, "", "").Outcome);

    [Fact]
    public void Every_code_says_in_Chinese_what_happened_and_what_to_do()
    {
        ApiError[] all = [.. WeChatErrors.Table.Errors, .. WeComErrors.Table.Errors, WeChatErrors.Explain(99999)];

        Assert.True(all.Length > 150);
        Assert.All(all, error =>
        {
            Assert.InRange(error.Meaning.Length, 5, 40);
            Assert.InRange(error.Advice.Length, 5, 60);
            Assert.Matches(Chinese(), error.Meaning);
            Assert.EndsWith("。", error.Advice, StringComparison.Ordinal);
            Assert.DoesNotMatch(HalfWidth(), error.Meaning + error.Advice);
        });
    }

    [Theory]
    [InlineData("invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist rid: 1", "203.0.113.7")]
    [InlineData("not allow to access from your ip, hint: [1], from ip: 198.51.100.20, more info", "198.51.100.20")]
    [InlineData("invalid credential", null)]
    [InlineData(null, null)]
    public void The_refused_address_is_read_from_the_text(string? error, string? address) => Assert.Equal(address, ApiError.RefusedAddress(error));

    [GeneratedRegex("[\u4e00-\u9fff]{3}")]
    private static partial Regex Chinese();

    [GeneratedRegex("[,;!?]")]
    private static partial Regex HalfWidth();
}
