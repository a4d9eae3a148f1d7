using System.Text;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.WeChat;

/// <content>Mass sends (群发): a follower of a service account takes 4 a month.</content>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/api/notify/mass/.</remarks>
public sealed partial class WeChatClient
{
    private const int ClientMessageIdBytes = 64;

    /// <summary>Shows a mass message to one person; about 100 a day.</summary>
    public async Task<ApiResult<string>> PreviewMassAsync(string account, string openId, MassMessage message, CancellationToken ct) =>
        (await PostAsync(account, "cgi-bin/message/mass/preview", MassRequest.Of(message, "") with { Touser = [openId] }, ct)).Read("msg_id");

    /// <summary>Sends to all followers, or to those with a tag.</summary>
    /// <param name="account">The configured account.</param>
    /// <param name="tagId">Null for all followers, which also takes from the console's own quota.</param>
    /// <param name="message">A draft, a text or a picture.</param>
    /// <param name="clientMessageId">The same for the same send, at most 64 bytes: a repeat is not sent again (45065) and gives the first one's number.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <returns>The number of the send; how it went comes with the event MASSSENDJOBFINISH (<see cref="WeChatMassResult.From"/>).</returns>
    public async Task<ApiResult<string>> SendToAllAsync(string account, int? tagId, MassMessage message, string clientMessageId, CancellationToken ct)
    {
        var request = MassRequest.Of(message, Checked(clientMessageId)) with { Filter = new(IsToAll: tagId is null, tagId) };
        return (await PostAsync(account, "cgi-bin/message/mass/sendall", request, ct)).Read("msg_id");
    }

    /// <summary>Sends to 2 to 10,000 followers; otherwise as <see cref="SendToAllAsync"/>.</summary>
    /// <exception cref="ArgumentException">Fewer or more people.</exception>
    public async Task<ApiResult<string>> SendToManyAsync(
        string account, IReadOnlyList<string> openIds, MassMessage message, string clientMessageId, CancellationToken ct)
    {
        if (openIds is not { Count: >= 2 and <= 10_000 })
            throw new ArgumentException("One mass message goes to 2 to 10,000 people.", nameof(openIds));
        var request = MassRequest.Of(message, Checked(clientMessageId)) with { Touser = openIds };
        return (await PostAsync(account, "cgi-bin/message/mass/send", request, ct)).Read("msg_id");
    }

    /// <returns>SEND_SUCCESS, SENDING, SEND_FAIL or DELETE.</returns>
    public async Task<ApiResult<string>> GetMassStatusAsync(string account, long messageId, CancellationToken ct) =>
        (await PostAsync(account, "cgi-bin/message/mass/get", new MassReference(messageId), WeChatJson.Raw.MassReference, ct)).Read("msg_status");

    /// <param name="account">The configured account.</param>
    /// <param name="messageId">The number of the send.</param>
    /// <param name="article">Which of its articles, from 1; 0 for all.</param>
    /// <param name="ct">Cancels the call.</param>
    public async Task<SendResult> DeleteMassAsync(string account, long messageId, int article, CancellationToken ct) =>
        (await PostAsync(account, "cgi-bin/message/mass/delete", new MassDeletion(messageId, article), WeChatJson.Raw.MassDeletion, ct)).Done();

    private static string Checked(string clientMessageId) => Encoding.UTF8.GetByteCount(clientMessageId) is >= 1 and <= ClientMessageIdBytes
        ? clientMessageId
        : throw new ArgumentException("A clientmsgid has 1 to 64 bytes.", nameof(clientMessageId));

    private Task<Protocol.ApiAnswer> PostAsync(string account, string path, MassRequest request, CancellationToken ct) =>
        PostAsync(account, path, request, WeChatJson.Raw.MassRequest, ct);
}
