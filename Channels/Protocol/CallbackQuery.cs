using Microsoft.AspNetCore.Http;

namespace ChatDesk.Channels.Protocol;

/// <summary>What the platforms put into a callback's query; a value that is missing is empty.</summary>
/// <param name="Signature">Over token, timestamp and nonce.</param>
/// <param name="MessageSignature">Over token, timestamp, nonce and the encrypted text.</param>
/// <param name="Timestamp">Unix seconds.</param>
/// <param name="Nonce">Random, chosen by the platform.</param>
/// <param name="Echo">Only where the platform verifies the URL.</param>
internal readonly record struct CallbackQuery(string Signature, string MessageSignature, string Timestamp, string Nonce, string Echo)
{
    public static CallbackQuery From(IQueryCollection query) => new(
        query["signature"].ToString(),
        query["msg_signature"].ToString(),
        query["timestamp"].ToString(),
        query["nonce"].ToString(),
        query["echostr"].ToString());
}
