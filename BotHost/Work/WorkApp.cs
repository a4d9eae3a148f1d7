using System.Security.Cryptography;
using System.Text.Json;
using ChatDesk.BotHost.Texts;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.FileProviders;

namespace ChatDesk.BotHost.Work;

/// <summary>
/// The work pages as an app on the phone: their script modules under an address that changes with their content, the service
/// worker that keeps them for the basement, and the manifest of the home screen.
/// </summary>
public sealed class WorkApp(IWebHostEnvironment host, IFileVersionProvider versions)
{
    public const string Scope = "/w/";
    public const string Worker = "/w/sw.js";
    public const string Manifest = "/w/manifest.webmanifest";
    public const string OfflinePage = "/w/offline";
    public const string AppleIcon = "/work/icon-192.png";

    private const string Folder = "work";
    private static readonly string[] Shared = ["/lib/weui.min.css", "/css/phone.css", "/js/phone.js"];

    private readonly Lazy<IReadOnlyDictionary<string, byte[]>> _modules = new(() => Read(host.WebRootFileProvider));

    /// <summary>The file names of the script modules.</summary>
    public IEnumerable<string> Modules => _modules.Value.Keys;

    /// <summary>Differs when any module does.</summary>
    public string Version => field ??= Digest(_modules.Value.OrderBy(module => module.Key, StringComparer.Ordinal).SelectMany(module => module.Value));

    /// <summary>The service worker's script: what to keep, and the module that does it.</summary>
    public string WorkerScript
    {
        get
        {
            string[] files = [.. Shared.Select(Versioned), .. Modules.Select(AddressOf), OfflinePage, AppleIcon];
            var shell = JsonSerializer.Serialize(new { version = Digest(string.Join('\n', files).Select(c => (byte)c)), files }, JsonSerializerOptions.Web);
            return $"import {{ start }} from \"{AddressOf("worker.js")}\";\nstart({shell});\n";
        }
    }

    public string AddressOf(string module) => $"/w/app/{Version}/{module}";

    /// <returns>Null for a name that is no module.</returns>
    public byte[]? Find(string module) => _modules.Value.GetValueOrDefault(module);

    /// <summary>The home screen's name and pictures.</summary>
    public static object ManifestFor(string company) => new
    {
        name = WorkPageTexts.AppName(company),
        short_name = WorkPageTexts.AppShortName,
        lang = "zh-CN",
        id = Scope,
        start_url = Scope,
        scope = Scope,
        display = "standalone",
        theme_color = "#0f5f57",
        background_color = "#f2f5f4",
        icons = new object[]
        {
            new { src = AppleIcon, sizes = "192x192", type = "image/png" },
            new { src = "/work/icon-512.png", sizes = "512x512", type = "image/png" },
            new { src = "/work/icon-512.png", sizes = "512x512", type = "image/png", purpose = "maskable" },
        },
    };

    private string Versioned(string path) => versions.AddFileVersionToPath("", path);

    private static Dictionary<string, byte[]> Read(IFileProvider files) => files.GetDirectoryContents(Folder)
        .Where(file => file.Name.EndsWith(".js", StringComparison.Ordinal)).ToDictionary(file => file.Name, ReadAll, StringComparer.Ordinal);

    private static byte[] ReadAll(IFileInfo file)
    {
        using var content = file.CreateReadStream();
        using MemoryStream read = new();
        content.CopyTo(read);
        return read.ToArray();
    }

    private static string Digest(IEnumerable<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData([.. bytes]))[..16];
}
