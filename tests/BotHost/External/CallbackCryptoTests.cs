namespace ChatDesk.Tests.BotHost.External;

/// <summary>The stranger's own encryption against the vector that the platform publishes, so that the stories prove something.</summary>
public sealed class CallbackCryptoTests
{
    private const string Encrypted = "ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==";

    [Fact]
    public void It_gives_and_reads_the_published_safe_mode_reply()
    {
        CallbackCrypto crypto = new("AAAAA", new string('A', 43), "wxba5fad812f8e6fb9");

        Assert.Equal(Encrypted, crypto.Encrypt("""{"demo_resp":"good luck"}""", "707722b803182950"));
        Assert.Equal("1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1", crypto.Sign("1713424427", "415670741", Encrypted));
        Assert.Equal("""{"demo_resp":"good luck"}""", crypto.Decrypt(Encrypted));
    }
}
