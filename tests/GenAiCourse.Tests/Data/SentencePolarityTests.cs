using System.IO.Compression;
using System.Text;
using GenAiCourse.Data;

namespace GenAiCourse.Tests.Data;

public sealed class SentencePolarityTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("polarity").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_PlainOrPacked_LabelsBothFilesInOrder()
    {
        Write("rt-polarity.pos.gz", Pack(Encoding.UTF8.GetBytes("très bon .\n\n fine \n")));
        Write("rt-polarity.neg", Encoding.UTF8.GetBytes("dull .\n"));

        Assert.Equal(
            [new("très bon .", "positive"), new("fine", "positive"), new("dull .", "negative")],
            SentencePolarity.Load(_folder));
    }

    [Fact]
    public void Load_MissingDamagedEmptyOrOtherEncoding_IsRefused()
    {
        Assert.Throws<FileNotFoundException>(() => SentencePolarity.Load(_folder));
        Write("rt-polarity.pos", Encoding.UTF8.GetBytes("fine\n"));
        Write("rt-polarity.neg", Encoding.Latin1.GetBytes("très mauvais\n"));
        var error = Assert.Throws<InvalidDataException>(() => SentencePolarity.Load(_folder));
        Assert.Contains("rt-polarity.neg, near line 1: expected UTF-8", error.Message, StringComparison.Ordinal);

        Write("rt-polarity.neg", []);
        Assert.Throws<InvalidDataException>(() => SentencePolarity.Load(_folder));

        File.Delete(Path.Combine(_folder, "rt-polarity.neg"));
        Write("rt-polarity.neg.gz", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        Assert.Throws<InvalidDataException>(() => SentencePolarity.Load(_folder));
    }

    [Fact]
    public void Load_TheWholeSet_HasItsPublishedSize()
    {
        Assert.SkipWhen(SentencePolarity.Folder is null, "COURSE_DATA does not hold sentence_polarity");

        Assert.Equal(
            [new("positive", 5331), new("negative", 5331)],
            SentencePolarity.Load().CountBy(sentence => sentence.Label));
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder, name), bytes);
}
