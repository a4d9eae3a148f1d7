using System.Security.Cryptography;
using System.Text;
using ChatDesk.BotHost.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatDesk.BotHost.Security;

/// <summary>Signs the desk's links with a secret that the first start made and all instances share.</summary>
public sealed class ServerKeys(DeskWork work)
{
    private const int KeyBytes = 32;
    private const int SignatureBytes = 16;

    private byte[]? _key;

    /// <summary>Reads the secret, or makes it; to be called before the desk serves.</summary>
    public async Task LoadAsync(CancellationToken ct) =>
        _key = Convert.FromBase64String(await work.RunAsync(services => ReadOrMakeAsync(services.GetRequiredService<DeskDb>(), ct), ct));

    /// <summary>128 bits over the subject, in base64url (22 characters).</summary>
    public string Sign(string purpose, string subject)
    {
        var key = _key ?? throw new InvalidOperationException("The server's keys are not loaded.");
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(purpose + "\n" + subject), mac);
        return System.Buffers.Text.Base64Url.EncodeToString(mac[..SignatureBytes]);
    }

    /// <summary>Compares in constant time.</summary>
    public bool Verify(string purpose, string subject, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(purpose, subject)), Encoding.ASCII.GetBytes(signature));

    private static async Task<string> ReadOrMakeAsync(DeskDb db, CancellationToken ct)
    {
        var key = await db.Set<ServerKey>().SingleOrDefaultAsync(k => k.Name == ServerKey.Links, ct);
        if (key is null)
        {
            db.Add(key = new ServerKey { Name = ServerKey.Links, Value = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)) });
            await db.SaveChangesAsync(ct);
        }

        return key.Value;
    }
}
