using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Durability;

/// <summary>A text that reached an owner's phone as 客服消息.</summary>
internal sealed record CustomText(string OpenId, string Text);

/// <summary>A <c>message/send</c> with a card: who gets it, its task id, and the body byte for byte.</summary>
internal sealed record SentCard(string UserId, string TaskId, bool IsDuplicateChecked, string Body);

/// <summary>What the platforms took from the desk.</summary>
internal sealed record Delivered(IReadOnlyList<CustomText> Texts, IReadOnlyList<SentCard> Cards)
{
    public static Delivered By(PlatformServer platforms) => new(
        [.. platforms.Calls.Where(call => call.Path == "/cgi-bin/message/custom/send").Select(TextOf)],
        [.. platforms.Calls.Where(call => call.Path == "/cgi-bin/message/send" && call.Card is not null).Select(CardOf)]);

    private static CustomText TextOf(PlatformCall call) => new(Assert.Single(call.Members), call.Body.GetProperty("text").GetProperty("content").GetString()!);

    private static SentCard CardOf(PlatformCall call) =>
        new(call.Body.GetProperty("touser").GetString()!, call.TaskId!, call.Body.GetProperty("enable_duplicate_check").GetInt32() == 1, call.Raw);
}
