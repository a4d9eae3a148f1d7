using System.Security.Cryptography;
using ChatDesk.Channels.Activities;

namespace ChatDesk.Channels.Sandbox.Platform;

/// <summary>Files that people sent and that programs uploaded; each can be fetched for three days.</summary>
internal sealed class MediaShelf(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (MediaFile File, DateTimeOffset ExpiresAt)> _files = [];

    /// <returns>The new file's media id.</returns>
    public string Put(MediaFile file) => Put(file, clock.GetUtcNow() + SandboxLimits.MediaLifetime);

    /// <summary>Keeps a file for ever (永久素材).</summary>
    /// <returns>The new file's media id.</returns>
    public string Keep(MediaFile file) => Put(file, DateTimeOffset.MaxValue);

    public bool IsPermanent(string? id)
    {
        lock (_gate)
            return id is not null && _files.TryGetValue(id, out var kept) && kept.ExpiresAt == DateTimeOffset.MaxValue;
    }

    /// <returns>The file; null where the id is unknown or its three days are over.</returns>
    public MediaFile? Find(string? id)
    {
        lock (_gate)
            return id is not null && _files.TryGetValue(id, out var kept) && clock.GetUtcNow() < kept.ExpiresAt ? kept.File : null;
    }

    private string Put(MediaFile file, DateTimeOffset expiresAt)
    {
        var id = RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", 43);
        lock (_gate)
            _files[id] = (file, expiresAt);
        return id;
    }
}
