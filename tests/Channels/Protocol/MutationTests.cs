using System.Text;
using ChatDesk.Channels.Protocol;
using ChatDesk.Channels.WeChat;
using ChatDesk.Channels.WeCom;

namespace ChatDesk.Tests.Channels.Protocol;

/// <summary>Payloads with random damage are read, or refused in the two ways that the callbacks answer; nothing else is thrown.</summary>
public sealed class MutationTests
{
    [Theory, InlineData("WeChat"), InlineData("WeCom")]
    public void A_damaged_message_is_read_or_refused(string folder)
    {
        Random random = new(20261121);
        var read = 0;
        foreach (var file in Directory.GetFiles($"Fixtures/{folder}", "*.xml"))
        {
            var bytes = File.ReadAllBytes(file);
            for (var i = 0; i < 200; i++)
                read += IsRead(folder, Encoding.UTF8.GetString(Damage(bytes, random))) ? 1 : 0;
        }
        Assert.True(read > 0);
    }

    [Fact]
    public void A_damaged_cipher_text_never_throws()
    {
        Random random = new(20261121);
        CallbackCipher cipher = new(CallbackHost.Key, CallbackHost.CorpId);
        var encrypted = Encoding.ASCII.GetBytes(cipher.Encrypt(File.ReadAllText("Fixtures/WeCom/card_press.xml")));
        for (var i = 0; i < 5000; i++)
            cipher.Decrypt(Encoding.UTF8.GetString(Damage(encrypted, random)), out _);
    }

    private static bool IsRead(string folder, string text)
    {
        if (CallbackXml.Parse(text) is not { } message)
            return false;
        try
        {
            var activity = folder == "WeChat" ? WeChatAdapter.ToActivity(message, "main") : WeComAdapter.ToActivity(message, "dispatch");
            return activity.Id is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(3))
            {
                case 0: damaged[at] = (byte)random.Next(256); break;
                case 1: damaged.RemoveAt(at); break;
                default: damaged.InsertRange(at, damaged.GetRange(at, Math.Min(20, damaged.Count - at))); break;
            }
        }
        return [.. damaged];
    }
}
