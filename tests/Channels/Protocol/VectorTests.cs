using System.Text;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Tests.Channels.Protocol;

/// <summary>
/// The platforms' own worked examples. A to C: developers.weixin.qq.com/doc/service/guide/dev/push/. D: official JS-SDK appendix 1.
/// W1: wechatpy tests/test_crypto.py. W2: Tencent's sample in weworkapi_python. W3: made with @wecom/crypto 1.0.1 and
/// @wecom/aibot-node-sdk 1.0.7. W4: README of easy-wx/wecom-bot-svr.
/// </summary>
public sealed class VectorTests
{
    private static readonly string KeyB = new('A', 43);
    private const string EncryptB =
        "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7v" +
        "JVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb" +
        "6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=";

    private const string KeyW1 = "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR";
    private const string KeyW2 = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    [Fact]
    public void Vector_A_signs_token_timestamp_and_nonce()
    {
        Assert.Equal("899cf89e464efb63f54ddac96b0a0a235f53aa78", CallbackSignature.Compute("AAAAA", "1714037059", "486452656"));
    }

    [Fact]
    public void Vector_B_decrypts_an_official_accounts_message()
    {
        Assert.Equal("6c5c811b55cc85e0e1b54100749188c20beb3f5d", CallbackSignature.Compute("AAAAA", "1714112445", "415670741"));
        Assert.True(CallbackSignature.Verify("046e02f8204d34f8ba5fa3b1db94908f3df2e9b3", "AAAAA", "1714112445", "415670741", EncryptB));
        Assert.Equal(CallbackFailure.None, new CallbackCipher(KeyB, "wxba5fad812f8e6fb9").Decrypt(EncryptB, out var message));
        Assert.Equal(
            """{"ToUserName":"gh_97417a04a28d","FromUserName":"o9AgO5Kd5ggOC-bXrbNODIiE3bGY","CreateTime":1714112445,"MsgType":"event","Event":"debug_demo","debug_str":"hello world"}""",
            message);
    }

    [Fact]
    public void Vector_C_encrypts_and_signs_an_official_accounts_reply()
    {
        var encrypted = new CallbackCipher(KeyB, "wxba5fad812f8e6fb9").Encrypt("""{"demo_resp":"good luck"}""", "707722b803182950"u8);

        Assert.Equal("ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==", encrypted);
        Assert.Equal("1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1", CallbackSignature.Compute("AAAAA", "1713424427", "415670741", encrypted));
    }

    [Fact]
    public void Vector_D_signs_a_page_for_the_js_sdk()
    {
        var signature = JsSdkSignature.Compute(
            "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg",
            "Wm3WZYTPz0wzccnW", 1414587457, "http://mp.weixin.qq.com?params=value#top");

        Assert.Equal("0f9de62fce790f9a083d5c99e95740ceb90c27ed", signature);
    }

    [Fact]
    public void Vector_W1_verifies_a_wecom_url()
    {
        const string Echo = "4ByGGj+sVCYcvGeQYhaKIk1o0pQRNbRjxybjTGblXrBaXlTXeOo1+bXFXDQQb1o6co6Yh9Bv41n7hOchLF6p+Q==";

        Assert.True(CallbackSignature.Verify("dd6b9c95b495b3f7e2901bfbc76c664930ffdb96", "123456", "1411443780", "437374425", Echo));
        Assert.Equal("5927782489442352469", Decrypt(KeyW1, "wx49f0ab532d5d035a", Echo));
    }

    [Fact]
    public void Vector_W1_encrypts_and_signs_a_wecom_reply()
    {
        const string Reply =
            "<xml>\n<MsgType><![CDATA[text]]></MsgType>\n<Content><![CDATA[test]]></Content>\n<FromUserName><![CDATA[wx49f0ab532d5d035a]]></FromUserName>\n" +
            "<ToUserName><![CDATA[messense]]></ToUserName>\n<AgentID>1</AgentID>\n<CreateTime>1411525903</CreateTime>\n</xml>";

        var encrypted = new CallbackCipher(KeyW1, "wx49f0ab532d5d035a").Encrypt(Reply, "1234567890123456"u8);

        Assert.Equal(
            "9s4gMv99m88kKTh/H8IdkOiMg6bisoy3ypwy9H4hvSPe9nsGaqyw5hhSjdYbcrKk+j3nba4HMOTzHrluLBYqxgNcBqGsL8GqxlhZgURnAtObvesEl5nZ+uBE8bviY0LW" +
            "ke8Zy9V/QYKxNV2FqllNXcfmstttyIkMKCCmVbCFM2JTF5wY0nFhHZSjPUL2Q1qvSUCUld+/WIXrx0oyKQmpB6o8NRrrNrsDf03oxI1p9FxUgMnwKKZeOA/uu+2IEvEB" +
            "tb7muXsVbwbgX05UPPJvFurDXafG0RQyPR+mf1nDnAtQmmNOuiR5MIkdQ39xn1vWwi1O5oazPoQJz0nTYjxxEE8kv3kFxtAGVRe3ypD3WeK2XeFYFMNMpatF9XiKzHo3",
            encrypted);
        Assert.Equal("407518b7649e86ef23978113f92d27afa9296533", CallbackSignature.Compute("123456", "1411525903", "461056294", encrypted));
    }

    [Fact]
    public void Vector_W2_verifies_a_wecom_url()
    {
        const string Echo = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";

        Assert.True(CallbackSignature.Verify("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3", "QDG6eK", "1409659589", "263014780", Echo));
        Assert.Equal("1616140317555161061", Decrypt(KeyW2, "wx5823bf96d3bd56c7", Echo));
    }

    [Fact]
    public void Vector_W2_decrypts_a_message_padded_with_30_bytes()
    {
        const string Encrypted =
            "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qh" +
            "xchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s" +
            "4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/u" +
            "h9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==";

        Assert.True(CallbackSignature.Verify("477715d11cdb4164915debcba66cb864d751f3e6", "QDG6eK", "1409659813", "1372623149", Encrypted));
        var message = CallbackXml.Parse(Decrypt(KeyW2, "wx5823bf96d3bd56c7", Encrypted))!;
        Assert.Equal("hello", message.Element("Content")!.Value);
        Assert.Equal("mycreate", message.Element("FromUserName")!.Value);
        Assert.Equal("4561255354251345929", message.Element("MsgId")!.Value);
        Assert.Equal("218", message.Element("AgentID")!.Value);
    }

    [Fact]
    public void Vector_W3_encrypts_and_signs_a_robots_reply_with_an_empty_receive_id()
    {
        var encrypted = new CallbackCipher(KeyW2, "").Encrypt(
            """{"msgtype":"stream","stream":{"id":"s1","finish":true,"content":"您好"}}""", "1234567890123456"u8);

        Assert.Equal(
            "y514aRT8yYkYNee3kPvkrG0x6uxvxd7GbHWJ4yZs3z8pNRDOMot3FmpqRjEWh4abvX0OIal1gfniIh1MCfk1sz2hueuTwv2IoDXyKznt9xcCqOaXYt0PmbW7uf+pMdPa",
            encrypted);
        Assert.Equal("676903fadf2fd08438796909cf3bebd3911740cb", CallbackSignature.Compute("QDG6eK", "1760000000", "123456", encrypted));
    }

    [Fact]
    public void Vector_W4_verifies_a_group_robots_url_with_an_empty_receive_id()
    {
        const string Echo = "oCdlC8pJ/DIjXnC8F9reyjDYlSImCmIgxA4prPD+l2Fj5qBHjFiWnpelQofsDCJrSEvNVTET6oQmoXLQxzUkyQ==";

        Assert.True(CallbackSignature.Verify("09380007d4f0891d966988e5450ad794c77fa01c", "xxx", "1703041184", "1703023880", Echo));
        Assert.Equal("6534946348215556778", Decrypt(new string('x', 43), "", Echo));
    }

    [Theory]
    [InlineData("046e02f8204d34f8ba5fa3b1db94908f3df2e9b2")] // last digit flipped
    [InlineData("046E02F8204D34F8BA5FA3B1DB94908F3DF2E9B3")] // upper case
    [InlineData("6c5c811b55cc85e0e1b54100749188c20beb3f5d")] // does not cover the body
    [InlineData("046e02f8204d34f8ba5fa3b1db94908f3df2e9b")]
    [InlineData("é46e02f8204d34f8ba5fa3b1db94908f3df2e9b3")]
    [InlineData("")]
    [InlineData(null)]
    public void Any_other_signature_is_refused(string? signature)
    {
        Assert.False(CallbackSignature.Verify(signature, "AAAAA", "1714112445", "415670741", EncryptB));
    }

    [Fact]
    public void A_message_for_another_app_id_is_refused()
    {
        Assert.Equal(CallbackFailure.Id, new CallbackCipher(KeyB, "wxba5fad812f8e6fb8").Decrypt(EncryptB, out var message));
        Assert.Empty(message);
    }

    [Fact]
    public void A_receive_id_that_only_begins_like_ours_is_refused()
    {
        Assert.Equal(CallbackFailure.Id, new CallbackCipher(KeyB, "wxba5fad812f8e6fb").Decrypt(EncryptB, out _));
    }

    [Fact]
    public void Text_that_is_no_base64_is_refused()
    {
        Assert.Equal(CallbackFailure.Encoding, new CallbackCipher(KeyB, "").Decrypt(EncryptB[..^3], out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")] // 16 bytes: half a block
    public void Text_that_is_not_whole_blocks_is_refused(string encrypted)
    {
        Assert.Equal(CallbackFailure.Length, new CallbackCipher(KeyB, "").Decrypt(encrypted, out _));
    }

    [Fact]
    public void A_key_that_is_not_43_characters_is_refused()
    {
        Assert.Throws<FormatException>(() => new CallbackCipher(Encoding.ASCII.GetString(new byte[42]), ""));
    }

    private static string Decrypt(string key, string receiveId, string encrypted)
    {
        Assert.Equal(CallbackFailure.None, new CallbackCipher(key, receiveId).Decrypt(encrypted, out var message));
        return message;
    }
}
