using System.Collections.Frozen;
using ChatDesk.Channels.Protocol;
using Microsoft.Extensions.Options;

namespace ChatDesk.Channels.WeChat;

/// <summary>The configured official accounts by name, in any case, each with its callback secret.</summary>
internal sealed class WeChatAccounts
{
    private readonly FrozenDictionary<string, Entry> _entries;

    public WeChatAccounts(IEnumerable<string> names, IOptionsMonitor<WeChatAccount> accounts, IOptions<CallbackOptions> callback)
    {
        _entries = names.ToFrozenDictionary(name => name, name => Entry.Of(name, accounts.Get(name), callback.Value), StringComparer.OrdinalIgnoreCase);
    }

    public Entry? Find(string name) => _entries.GetValueOrDefault(name);

    /// <param name="Name">As configured.</param>
    internal sealed record Entry(string Name, WeChatAccount Account, CallbackSecret Secret)
    {
        public static Entry Of(string name, WeChatAccount account, CallbackOptions callback)
        {
            var cipher = account.EncodingAesKey.Length == 0 ? null : new CallbackCipher(account.EncodingAesKey, account.AppId);
            return new(name, account, new CallbackSecret(account.Token, cipher, callback.CallbackTolerance, TimeProvider.System));
        }
    }
}
