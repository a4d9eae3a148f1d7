using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ChatDesk.Channels.Protocol;

namespace ChatDesk.Tests.Channels.Protocol;

/// <summary>Plain texts that a broken or hostile peer could encrypt: each failure has its own name.</summary>
public sealed class PaddingTests
{
    private static readonly string Key = new('A', 43);

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    [InlineData(255)]
    public void A_pad_byte_outside_1_to_32_is_refused(byte pad)
    {
        var plain = Plain("hello", declared: 5, total: 64);
        plain[^1] = pad;
        Assert.Equal(CallbackFailure.Padding, Decrypt(plain));
    }

    [Fact]
    public void Pad_bytes_that_differ_are_refused()
    {
        var plain = Plain("hello", declared: 5, total: 32);
        plain[^2] ^= 1;
        Assert.Equal(CallbackFailure.Padding, Decrypt(plain));
    }

    [Theory]
    [InlineData(8u)]
    [InlineData(1000u)]
    [InlineData(0x7FFFFFFFu)]
    [InlineData(0xFFFFFFFFu)]
    public void A_length_field_beyond_the_buffer_is_refused(uint declared)
    {
        Assert.Equal(CallbackFailure.Length, Decrypt(Plain("hello", declared, total: 32)));
    }

    [Fact]
    public void Padding_that_leaves_no_room_for_a_header_is_refused()
    {
        var plain = new byte[32];
        Array.Fill(plain, (byte)32);
        Assert.Equal(CallbackFailure.Length, Decrypt(plain));
    }

    [Fact]
    public void A_length_field_that_is_too_small_leaves_a_wrong_receive_id()
    {
        Assert.Equal(CallbackFailure.Id, Decrypt(Plain("hello", declared: 4, total: 32)));
    }

    [Fact]
    public void An_empty_message_is_a_message()
    {
        Assert.Equal(CallbackFailure.None, Decrypt(Plain("", declared: 0, total: 32)));
    }

    private static CallbackFailure Decrypt(byte[] plain)
    {
        var key = Convert.FromBase64String(Key + "=");
        using var aes = Aes.Create();
        aes.Key = key;
        return new CallbackCipher(Key, "").Decrypt(Convert.ToBase64String(aes.EncryptCbc(plain, key[..16], PaddingMode.None)), out _);
    }

    private static byte[] Plain(string message, uint declared, int total)
    {
        var plain = new byte[total];
        BinaryPrimitives.WriteUInt32BigEndian(plain.AsSpan(16), declared);
        var end = 20 + Encoding.UTF8.GetBytes(message, plain.AsSpan(20));
        plain.AsSpan(end).Fill((byte)Math.Min(total - end, 32));
        return plain;
    }
}
