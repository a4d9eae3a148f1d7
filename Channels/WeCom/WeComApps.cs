using System.Collections.Frozen;
using ChatDesk.Channels.Protocol;
using Microsoft.Extensions.Options;

namespace ChatDesk.Channels.WeCom;

/// <summary>The configured applications by name, in any case, each with its callback secret.</summary>
internal sealed class WeComApps
{
    private readonly FrozenDictionary<string, Entry> _entries;

    public WeComApps(IEnumerable<string> names, IOptionsMonitor<WeComApp> apps, IOptions<CallbackOptions> callback)
    {
        _entries = names.ToFrozenDictionary(name => name, name => Entry.Of(name, apps.Get(name), callback.Value), StringComparer.OrdinalIgnoreCase);
    }

    public Entry? Find(string name) => _entries.GetValueOrDefault(name);

    /// <param name="Name">As configured.</param>
    internal sealed record Entry(string Name, WeComApp App, CallbackSecret Secret)
    {
        public static Entry Of(string name, WeComApp app, CallbackOptions callback)
        {
            CallbackCipher cipher = new(app.EncodingAesKey, app.CorpId);
            return new(name, app, new CallbackSecret(app.Token, cipher, callback.CallbackTolerance, TimeProvider.System));
        }
    }
}
