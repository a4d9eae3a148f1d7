namespace ChatDesk.Channels.Sandbox.OfficialAccount;

/// <summary>How many 订阅通知 each person still takes, by template: one for each acceptance, without an end.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/doc/service/guide/product/subscription_messages/intro.</remarks>
internal sealed class Consents
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Account, string OpenId, string Template), int> _left = [];

    public void Accept(string account, string openId, string template)
    {
        lock (_gate)
            _left[(account, openId, template)] = _left.GetValueOrDefault((account, openId, template)) + 1;
    }

    public bool TryUse(string account, string openId, string template)
    {
        lock (_gate)
        {
            var left = _left.GetValueOrDefault((account, openId, template));
            if (left > 0)
                _left[(account, openId, template)] = left - 1;
            return left > 0;
        }
    }
}
