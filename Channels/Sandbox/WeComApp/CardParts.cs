using System.Text;
using System.Text.Json;
using ChatDesk.Channels.Sandbox.Platform;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>What the platform demands of the parts that only some types of cards have. Pure.</summary>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/90236 (模板卡片消息).</remarks>
internal static class CardParts
{
    private const double NarrowestPicture = 1.3;
    private const double WidestPicture = 2.25;

    public static PlatformError? CheckPicture(JsonElement card)
    {
        var picture = card.Member("card_image");
        var area = card.Member("image_text_area");
        if (picture is null && area is null)
            return PlatformErrors.InvalidField("card_image or image_text_area");
        if (picture is not null && (!CardRules.IsWebAddress(picture.Value.Text("url")) || !IsRatio(picture.Value)))
            return PlatformErrors.InvalidField("card_image");
        if (area is not null && (!CardRules.IsWebAddress(area.Value.Text("image_url")) || (area.Value.Number("type") == 1 && !CardRules.IsWebAddress(area.Value.Text("url")))))
            return PlatformErrors.InvalidField("image_text_area");
        var blocks = card.Items("vertical_content_list");
        return blocks.Count > SandboxLimits.WeCom.VerticalBlocks || blocks.Any(b => b.Text("title") is null)
            ? PlatformErrors.InvalidField("vertical_content_list")
            : null;
    }

    public static PlatformError? CheckVote(JsonElement card)
    {
        if (card.Member("checkbox") is not { } box || box.Text("question_key") is null || box.Number("mode") is not (null or 0 or 1)
            || !AreOptions(box, SandboxLimits.WeCom.VoteOptions))
            return PlatformErrors.InvalidField("checkbox");
        return CheckSubmit(card);
    }

    public static PlatformError? CheckSelections(JsonElement card)
    {
        var lists = card.Items("select_list");
        return lists.Count is 0 or > SandboxLimits.WeCom.Selections || !lists.All(IsSelection)
            ? PlatformErrors.InvalidField("select_list")
            : CheckSubmit(card);
    }

    public static bool IsSelection(JsonElement list) => list.Text("question_key") is not null && AreOptions(list, SandboxLimits.WeCom.SelectionOptions);

    private static PlatformError? CheckSubmit(JsonElement card) =>
        card.Member("submit_button") is { } button && button.Text("text") is not null && button.Text("key") is { } key
            && Encoding.UTF8.GetByteCount(key) <= SandboxLimits.WeCom.ButtonKeyBytes
                ? null
                : PlatformErrors.InvalidField("submit_button");

    private static bool AreOptions(JsonElement list, int most)
    {
        var options = list.Items("option_list");
        return options.Count >= 1 && options.Count <= most && options.All(o =>
            o.Text("text") is not null && o.Text("id") is { } id && Encoding.UTF8.GetByteCount(id) <= SandboxLimits.WeCom.OptionIdBytes);
    }

    private static bool IsRatio(JsonElement picture) => picture.Member("aspect_ratio") is not { } ratio
        || (ratio.ValueKind == JsonValueKind.Number && ratio.GetDouble() is >= NarrowestPicture and <= WidestPicture);
}
