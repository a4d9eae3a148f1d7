using System.Globalization;
using ChatDesk.BotHost.Estates;

namespace ChatDesk.BotHost.Work;

/// <summary>The way to an estate in the phone's map. The map hears of the estate, never of the home.</summary>
/// <remarks>Source: https://lbs.amap.com/api/uri-api/summary; it opens the app where there is one, else its page.</remarks>
public static class MapLink
{
    /// <returns>Null where neither place nor address is known.</returns>
    public static string? To(Estate estate)
    {
        ArgumentNullException.ThrowIfNull(estate);
        var name = Uri.EscapeDataString(estate.Name);
        if (estate is { Latitude: { } latitude, Longitude: { } longitude })
            return string.Create(CultureInfo.InvariantCulture, $"https://uri.amap.com/marker?position={longitude:0.######},{latitude:0.######}&name={name}&coordinate=gaode&callnative=1");
        return string.IsNullOrWhiteSpace(estate.Address)
            ? null
            : $"https://uri.amap.com/search?keyword={Uri.EscapeDataString($"{estate.Address} {estate.Name}")}&view=map&callnative=1";
    }
}
