using System.Text;
using System.Text.Encodings.Web;

namespace ChatDesk.Channels.Protocol;

/// <summary>Writes JSON strings as raw UTF-8, emoji included; escapes only what JSON must have escaped, and U+2028/2029.</summary>
/// <remarks>The platforms show \uXXXX to people or refuse it (40033), and the relaxed encoder of .NET still escapes emoji.</remarks>
public sealed class RawJsonEncoder : JavaScriptEncoder
{
    public static RawJsonEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < 0x20 or '"' or '\\' or 0x2028 or 0x2029;

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var rest = new ReadOnlySpan<char>(text, textLength);
        var index = 0;
        while (index < textLength)
        {
            if (Rune.DecodeFromUtf16(rest[index..], out var rune, out var consumed) is not System.Buffers.OperationStatus.Done || WillEncode(rune.Value))
                return index;
            index += consumed;
        }
        return -1;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        UnsafeRelaxedJsonEscaping.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
}
