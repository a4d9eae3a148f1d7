namespace ChatDesk.Tests.EndToEnd;

/// <summary>A photo as a phone held sideways stores it: the Exif orientation says how to turn it.</summary>
/// <remarks>Exif 2.3, section 4.6.4, tag 0x0112, value 6: what is stored is shown turned a quarter clockwise, so its left edge becomes the top.</remarks>
internal static class SidewaysPhoto
{
    /// <summary>3000 by 1500 as stored, red on its left half, blue on its right; turned a quarter clockwise, red is above.</summary>
    public const string Draw =
        """
        async () => {
          const canvas = Object.assign(document.createElement("canvas"), { width: 3000, height: 1500 });
          const pen = canvas.getContext("2d");
          pen.fillStyle = "#f00"; pen.fillRect(0, 0, 1500, 1500);
          pen.fillStyle = "#00f"; pen.fillRect(1500, 0, 1500, 1500);
          return canvas.toDataURL("image/jpeg").split(",")[1];
        }
        """;

    /// <summary>Says how large the stored picture is and where which colour lies, without turning it.</summary>
    public const string Look =
        """
        async path => {
          const picture = await createImageBitmap(await (await fetch(path)).blob(), { imageOrientation: "none" });
          const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
          const pen = canvas.getContext("2d");
          pen.drawImage(picture, 0, 0);
          const colour = share => {
            const [red, , blue] = pen.getImageData(picture.width / 2, picture.height * share, 1, 1).data;
            return red > 200 && blue < 60 ? "red" : blue > 200 && red < 60 ? "blue" : `${red}/${blue}`;
          };
          return `${picture.width}x${picture.height} ${colour(0.25)} above ${colour(0.75)}`;
        }
        """;

    /// <summary>APP1 "Exif", big-endian TIFF, one directory with one entry: orientation (SHORT) 6.</summary>
    private static readonly byte[] Orientation6 =
    [
        0xFF, 0xE1, 0x00, 0x22, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0,
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0,
        0, 0, 0, 0,
    ];

    /// <summary>Puts the orientation behind the start of a JPEG.</summary>
    public static byte[] Of(byte[] jpeg) => [.. jpeg[..2], .. Orientation6, .. jpeg[2..]];
}
