using ChatDesk.BotHost.Texts;

namespace ChatDesk.BotHost.Pages;

/// <summary>Messages that several pages give.</summary>
internal static class PhoneMessages
{
    /// <param name="status">404, or 429 after too many.</param>
    public static PhoneMessage WrongLink(int status) => status == StatusCodes.Status429TooManyRequests
        ? new(PhoneTexts.TooManyTitle, PhoneTexts.TooManyText)
        : new(PhoneTexts.NotFoundTitle, PhoneTexts.NotFoundText);

    /// <summary>A whole page for where no view can be rendered; the words are the desk's own.</summary>
    public static string Plain(string title, string text) =>
        $"""
        <!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title><link rel="stylesheet" href="/css/phone.css"><header class="top"><h1>{title}</h1></header>
        <main class="message"><p>{text}</p></main></html>
        """;
}
