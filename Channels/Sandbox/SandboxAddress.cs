using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ChatDesk.Channels.Sandbox;

/// <summary>Where this host can be reached by itself. The port may be known only once the server listens.</summary>
internal sealed class SandboxAddress(IServiceProvider services)
{
    /// <summary>A host name that leads nowhere; <see cref="SandboxRouting"/> puts this host's own address in its place.</summary>
    public const string PlaceholderHost = "chatdesk-sandbox.invalid";

    /// <summary>The played api.weixin.qq.com, until the port is known.</summary>
    public const string WeChatApi = $"http://{PlaceholderHost}/sandbox/wechat";

    /// <summary>The played qyapi.weixin.qq.com, until the port is known.</summary>
    public const string WeComApi = $"http://{PlaceholderHost}/sandbox/wecom";

    /// <exception cref="InvalidOperationException">The server does not listen yet.</exception>
    public Uri Root()
    {
        var addresses = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.OrderBy(a => a.StartsWith("https", StringComparison.OrdinalIgnoreCase)).FirstOrDefault()
            ?? throw new InvalidOperationException("The sandbox was called before the server listens.");
        return new(address.Replace("//+", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//*", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//[::]", "//[::1]", StringComparison.Ordinal));
    }
}

/// <summary>Sends calls to the played platforms to this host's own address.</summary>
internal sealed class SandboxRouting(SandboxAddress address) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { Host: SandboxAddress.PlaceholderHost } uri)
            request.RequestUri = new(address.Root(), uri.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
