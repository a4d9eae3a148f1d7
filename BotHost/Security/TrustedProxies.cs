using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace ChatDesk.BotHost.Security;

/// <summary>Believes the forwarded headers of the configured reverse proxies, and nobody else's.</summary>
public static class TrustedProxies
{
    private const string Key = $"{DeskOptions.Section}:{nameof(DeskOptions.TrustedProxies)}";

    /// <summary>To stand before everything that looks at the caller's address.</summary>
    /// <exception cref="InvalidOperationException">An entry is neither an address nor a network.</exception>
    public static void UseTrustedProxies(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var entries = app.Services.GetRequiredService<IOptions<DeskOptions>>().Value.TrustedProxies
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (entries.Length == 0)
            return;
        ForwardedHeadersOptions forwarded = new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var entry in entries)
            Trust(forwarded, entry);
        app.UseForwardedHeaders(forwarded);
    }

    private static void Trust(ForwardedHeadersOptions forwarded, string entry)
    {
        if (IPAddress.TryParse(entry, out var address))
            forwarded.KnownProxies.Add(address);
        else if (System.Net.IPNetwork.TryParse(entry, out var network))
            forwarded.KnownIPNetworks.Add(network);
        else
            throw new InvalidOperationException($"{Key}: '{entry}' is neither an address nor a network such as 10.0.0.0/8.");
    }
}
