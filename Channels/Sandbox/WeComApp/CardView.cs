using System.Text.Json;
using ChatDesk.Channels.Sandbox.Phones;
using ChatDesk.Channels.Sandbox.Platform;

namespace ChatDesk.Channels.Sandbox.WeComApp;

/// <summary>Draws a card's JSON as a phone shows it. Pure.</summary>
internal static class CardView
{
    public static PhoneCard Draw(JsonElement card, string app, string messageId, string taskId) => new()
    {
        TaskId = card.Text("task_id") ?? taskId,
        Type = card.Text("card_type") ?? "",
        App = app,
        MessageId = messageId,
        Source = card.Member("source")?.Text("desc"),
        Title = card.Member("main_title")?.Text("title"),
        Description = card.Member("main_title")?.Text("desc"),
        SubTitle = card.Text("sub_title_text"),
        Emphasis = card.Member("emphasis_content")?.Text("title"),
        EmphasisDescription = card.Member("emphasis_content")?.Text("desc"),
        Quote = card.Member("quote_area") is { } quote ? string.Join('\n', new[] { quote.Text("title"), quote.Text("quote_text") }.OfType<string>()) : null,
        Rows = [.. card.Items("horizontal_content_list").Select(r => new PhoneCardRow(r.Text("keyname") ?? "", r.Text("value"), r.Text("url"))),
            .. card.Items("vertical_content_list").Select(b => new PhoneCardRow(b.Text("title") ?? "", b.Text("desc"), Url: null))],
        Buttons = [.. card.Items("button_list").Select(Button), .. card.Member("submit_button") is { } submit ? [Button(submit)] : Array.Empty<PhoneCardButton>()],
        Questions = [.. Questions(card)],
        PictureUrl = card.Member("card_image")?.Text("url") ?? card.Member("image_text_area")?.Text("image_url"),
        Jumps = [.. card.Items("jump_list").Select(j => new PhoneLink(j.Text("title") ?? "", j.Text("url") ?? ""))],
        Menu = [.. card.Member("action_menu")?.Items("action_list").Select(a => new PhoneCardButton(a.Text("text") ?? "", a.Text("key"))) ?? []],
        Url = card.Member("card_action")?.Text("url"),
        Replaced = card.Text("replace_text"),
        Warnings = CardRules.SoftLimits(card),
        Json = card,
    };

    /// <summary>The card that takes another's place.</summary>
    public static PhoneCard Replace(PhoneCard old, JsonElement card) =>
        Draw(card, old.App, old.MessageId, old.TaskId) with { Updates = old.Updates + 1 };

    /// <summary>The same card with words in place of its buttons.</summary>
    public static PhoneCard Close(PhoneCard old, string words) => old with { Replaced = words, Updates = old.Updates + 1 };

    private static IEnumerable<PhoneCardQuestion> Questions(JsonElement card)
    {
        IEnumerable<JsonElement?> lists = [card.Member("checkbox"), card.Member("button_selection"), .. card.Items("select_list")];
        return lists.OfType<JsonElement>().Select(list => new PhoneCardQuestion(
            list.Text("question_key") ?? "", list.Text("title"), list.Number("mode") == 1,
            [.. list.Items("option_list").Select(o => new PhoneChoice(o.Text("id") ?? "", o.Text("text") ?? ""))]));
    }

    private static PhoneCardButton Button(JsonElement button) => new(
        button.Text("text") ?? "",
        button.Number("type") is 1 ? null : button.Text("key"),
        (int)(button.Number("style") ?? 1),
        button.Number("type") is 1 ? button.Text("url") : null);
}
