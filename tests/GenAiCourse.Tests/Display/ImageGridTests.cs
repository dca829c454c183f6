using System.IO.Compression;
using GenAiCourse.Display;

namespace GenAiCourse.Tests.Display;

public class ImageGridTests
{
    [Fact]
    public void Encode_GreyPixels_CanBeReadBackFromTheFile()
    {
        byte[] pixels = [0, 64, 128, 255, 1, 2];

        var png = Png.Encode(pixels, width: 3, height: 2, channels: 1);

        Assert.Equal([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], png[..8]);
        var data = png.AsSpan().IndexOf("IDAT"u8);
        var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(data - 4));
        using var zlib = new ZLibStream(new MemoryStream(png, data + 4, length), CompressionMode.Decompress);
        using var rows = new MemoryStream();
        zlib.CopyTo(rows);
        Assert.Equal([0, 0, 64, 128, 0, 255, 1, 2], rows.ToArray());
        // The file's last chunk is always the same twelve bytes (PNG specification, section 11.2.5).
        Assert.Equal([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82], png[^12..]);
    }

    [Fact]
    public void Add_TheWrongNumberOfPixels_SaysWhatFits()
    {
        var error = Assert.Throws<ArgumentException>(() => new ImageGrid(1).Add([1, 2, 3], 2, 2));
        Assert.Contains("expected 4 or 12 numbers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToSvg_ThreePictures_HoldsEachWithItsCaption()
    {
        var grid = new ImageGrid(2, "Digits")
            .Add(new float[4], 2, 2, "one")
            .Add(new float[4], 2, 2, "two")
            .Add(new float[12], 2, 2, "three");

        var svg = System.Xml.Linq.XElement.Parse(grid.ToSvg());

        Assert.Equal(3, svg.Elements().Count(element => element.Name.LocalName == "image"));
        Assert.Equal("Digits. 3 pictures: one, two, three.", grid.ToString());
    }
}
