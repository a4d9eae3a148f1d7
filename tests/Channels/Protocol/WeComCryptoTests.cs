using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Tests.Channels.Protocol;

/// <summary>Our cipher against Tencent's own package @wecom/crypto 1.0.1, both ways, on 10 random messages of each length from 0 to 100 bytes.</summary>
public sealed class WeComCryptoTests
{
    private const string Key = CallbackHost.Key;
    private static readonly string[] Characters = ["a", "<", "é", "漏", "水", "😭"];

    [Theory]
    [InlineData("wx5823bf96d3bd56c7")]
    [InlineData("")]
    public async Task Both_ciphers_read_what_the_other_wrote(string receiveId)
    {
        CallbackCipher cipher = new(Key, receiveId);
        var messages = Messages(new Random(20261121)).ToList();
        var ours = messages.ConvertAll(cipher.Encrypt);

        var answers = await AskAsync(
        [
            .. messages.Select(message => Request(receiveId, message, encrypted: null)),
            .. ours.Select(encrypted => Request(receiveId, message: null, encrypted)),
        ]);

        for (var i = 0; i < messages.Count; i++)
        {
            Assert.Equal(CallbackFailure.None, cipher.Decrypt(answers[i].Encrypted, out var opened));
            Assert.Equal(messages[i], opened);
            Assert.True(CallbackSignature.Verify(answers[i].Signature, "QDG6eK", "1409659813", "1372623149", answers[i].Encrypted));
            Assert.Equal((messages[i], receiveId), (answers[messages.Count + i].Message, answers[messages.Count + i].Id));
        }
    }

    private static IEnumerable<string> Messages(Random random) =>
        from length in Enumerable.Range(0, 101)
        from _ in Enumerable.Range(0, 10)
        select Message(random, length);

    /// <summary>A message of exactly this many UTF-8 bytes.</summary>
    private static string Message(Random random, int bytes)
    {
        StringBuilder text = new();
        for (var left = bytes; left > 0;)
        {
            var character = Characters[random.Next(Characters.Length)];
            var size = Encoding.UTF8.GetByteCount(character);
            if (size > left)
                continue;
            text.Append(character);
            left -= size;
        }
        return text.ToString();
    }

    private static string Request(string id, string? message, string? encrypted) => JsonSerializer.Serialize(
        new { key = Key, id, message, encrypted, token = "QDG6eK", timestamp = "1409659813", nonce = "1372623149" },
        new JsonSerializerOptions { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull });

    private static async Task<List<Answer>> AskAsync(IReadOnlyList<string> requests)
    {
        var folder = PeerFolder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            await RunAsync(folder, "npm", ["ci", "--no-audit", "--no-fund"], "");
        var output = await RunAsync(folder, "node", ["peer.js"], string.Join('\n', requests));
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Answer>(line, JsonSerializerOptions.Web)!)];
    }

    private static async Task<string> RunAsync(string folder, string program, string[] arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}.");
        return await output;
    }

    private static string PeerFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ChatDesk.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run inside the project's folder.");
        return Path.Combine(folder.FullName, "tests", "Channels", "WeComCrypto");
    }

    private sealed record Answer(string Encrypted, string Signature, string Message, string Id);
}
