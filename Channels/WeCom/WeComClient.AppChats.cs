using System.Text.RegularExpressions;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.WeCom;

/// <content>Internal groups that the application owns (appchat). The application has to be visible to the root department (else 48002).</content>
/// <remarks>Source: https://developer.work.weixin.qq.com/document/path/90245 and path/90248.</remarks>
public sealed partial class WeComClient
{
    /// <summary>Makes a group. Members see it after its first message.</summary>
    /// <returns>Its chat id.</returns>
    /// <exception cref="ArgumentException">The name is over 50 characters, there are not 2 to 2000 members, or the id is not 1 to 32 letters and digits.</exception>
    public async Task<ApiResult<string>> CreateAppChatAsync(string app, AppChat chat, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(chat);
        if (chat is not { Name.Length: <= 50, Userlist.Count: >= 2 and <= 2000 } || (chat.Chatid is { } id && !ChatId().IsMatch(id)))
            throw new ArgumentException("A group has a name of at most 50 characters, 2 to 2000 members, and an id of 1 to 32 letters and digits.", nameof(chat));
        return (await PostAsync(App(app), "cgi-bin/appchat/create", chat, WeComJson.Raw.AppChat, ct)).Read("chatid");
    }

    public async Task<SendResult> UpdateAppChatAsync(string app, AppChatUpdate update, CancellationToken ct) =>
        (await PostAsync(App(app), "cgi-bin/appchat/update", update, WeComJson.Raw.AppChatUpdate, ct)).Done();

    public async Task<ApiResult<WeComAppChat>> GetAppChatAsync(string app, string chatId, CancellationToken ct) =>
        (await GetAsync(app, "cgi-bin/appchat/get", $"chatid={Uri.EscapeDataString(chatId)}", ct)).Read(WeComJson.Raw.WeComAppChat);

    /// <summary>Sends to a group: any message but cards.</summary>
    /// <exception cref="ArgumentException">It is a card, or breaks a limit.</exception>
    public async Task<SendResult> SendToAppChatAsync(string app, string chatId, AppMessage message, CancellationToken ct)
    {
        AppMessageRules.EnsureValid(message);
        if (message.TemplateCard is not null)
            throw new ArgumentException("A group of an application gets no cards.", nameof(message));
        return (await PostAsync(App(app), "cgi-bin/appchat/send", AppChatMessage.Of(chatId, message), WeComJson.Raw.AppChatMessage, ct)).Done();
    }

    [GeneratedRegex(@"\A[0-9A-Za-z]{1,32}\z")]
    private static partial Regex ChatId();
}

/// <param name="Name">At most 50 characters.</param>
/// <param name="Owner">A member; null for one of the list.</param>
/// <param name="Userlist">2 to 2000 members.</param>
/// <param name="Chatid">1 to 32 letters and digits; null for one of the platform's.</param>
public sealed record AppChat(string Name, string? Owner, IReadOnlyList<string> Userlist, string? Chatid = null);

/// <summary>What changes in a group; null stays as it is.</summary>
public sealed record AppChatUpdate(
    string Chatid, string? Name = null, string? Owner = null, IReadOnlyList<string>? AddUserList = null, IReadOnlyList<string>? DelUserList = null);

/// <param name="ChatInfo">The group as it is now.</param>
public sealed record WeComAppChat(AppChat ChatInfo);

internal sealed record AppChatMessage(string Chatid, string Msgtype)
{
    public int? Safe { get; init; }

    public AppBody.Words? Text { get; init; }

    public AppBody.Media? Image { get; init; }

    public AppBody.Media? Voice { get; init; }

    public AppBody.Media? File { get; init; }

    public AppBody.Film? Video { get; init; }

    public AppBody.LinkCard? Textcard { get; init; }

    public AppBody.Links? News { get; init; }

    public AppBody.Articles? Mpnews { get; init; }

    public AppBody.Words? Markdown { get; init; }

    public static AppChatMessage Of(string chatId, AppMessage message) => new(chatId, message.Msgtype)
    {
        Safe = message.Safe,
        Text = message.Text,
        Image = message.Image,
        Voice = message.Voice,
        File = message.File,
        Video = message.Video,
        Textcard = message.Textcard,
        News = message.News,
        Mpnews = message.Mpnews,
        Markdown = message.Markdown,
    };
}
