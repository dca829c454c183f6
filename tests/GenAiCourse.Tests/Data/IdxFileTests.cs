using GenAiCourse.Data;

namespace GenAiCourse.Tests.Data;

public sealed class IdxFileTests : IDisposable
{
    // Two images of 1 × 3 bytes, and two 32-bit floats, written out by the format's rules.
    private static readonly byte[] Images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 1, 2, 3, 250, 251, 252];
    private static readonly byte[] Floats = [0, 0, 0x0D, 1, 0, 0, 0, 2, 0x3F, 0x80, 0, 0, 0xC0, 0x20, 0, 0];

    private readonly DataFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("images-idx3-ubyte")]
    [InlineData("images-idx3-ubyte.gz")]
    public void Read_Bytes_HasShapeAndEntries(string name)
    {
        IdxArray<byte> images = IdxFile.Read<byte>(_files.Write(name, Images));

        Assert.Equal([2, 1, 3], images.Shape);
        Assert.Equal([250, 251, 252], images[1].ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => images[2].ToArray());
    }

    [Fact]
    public void Read_Floats_AreBigEndian() =>
        Assert.Equal([1f, -2.5f], IdxFile.Read<float>(_files.Write("f", Floats)).Values);

    [Theory]
    [InlineData(21, "ends early: expected 6 bytes more, got 5")]
    [InlineData(10, "ends early: expected 12 bytes more, got 4")]
    [InlineData(3, "expected it to begin with two zero bytes")]
    public void Read_CutFile_SaysWhere(int length, string message) => Refused(Images[..length], message);

    [Fact]
    public void Read_FileThatGoesOn_IsRefused() => Refused([.. Images, 0], "goes on after the 6 elements");

    [Fact]
    public void Read_OtherType_SaysHowToReadIt() => Refused(Floats, "holds Single; read it with IdxFile.Read<Single>");

    [Fact]
    public void Read_TypeOfNoSuchCode_IsRefused() => Refused([0, 0, 0x0A, 1, 0, 0, 0, 0], "no type 0x0A");

    [Fact]
    public void Read_NegativeOrHugeShape_IsRefused()
    {
        Refused([0, 0, 8, 1, 0xFF, 0, 0, 0], "says that its shape is [-16777216]");
        Refused([0, 0, 8, 2, 0x7F, 0, 0, 0, 0x7F, 0, 0, 0], "says that its shape is");
    }

    [Fact]
    public void Read_Mnist_HasTheKnownDigits()
    {
        var images = IdxFile.Read<byte>(DataFiles.Real("mnist/t10k-images-idx3-ubyte"));
        var labels = IdxFile.Read<byte>(DataFiles.Real("mnist/t10k-labels-idx1-ubyte"));

        Assert.Equal([10_000, 28, 28], images.Shape);
        Assert.Equal([7, 2, 1, 0, 4], labels.Values[..5]);
        Assert.Equal(980, labels.Values.Count(label => label == 0));
    }

    private void Refused(byte[] bytes, string message)
    {
        var path = _files.Write("bad", bytes);
        Assert.Contains(
            message, Assert.Throws<InvalidDataException>(() => IdxFile.Read<byte>(path)).Message,
                StringComparison.Ordinal);
    }
}
