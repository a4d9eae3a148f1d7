using ChatDesk.BotHost.Texts;

namespace ChatDesk.BotHost.Pages;

/// <summary>Messages that several pages give.</summary>
internal static class PhoneMessages
{
    /// <param name="status">404, or 429 after too many.</param>
    public static PhoneMessage WrongLink(int status) => status == StatusCodes.Status429TooManyRequests
        ? new(PhoneTexts.TooManyTitle, PhoneTexts.TooManyText)
        : new(PhoneTexts.NotFoundTitle, PhoneTexts.NotFoundText);
}
