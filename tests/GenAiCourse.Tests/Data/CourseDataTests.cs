using System.Text;
using GenAiCourse.Data;

namespace GenAiCourse.Tests.Data;

public sealed class CourseDataTests : IDisposable
{
    private readonly DataFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("poem.txt")]
    [InlineData("poem.txt.gz")]
    public void Lines_PlainOrPacked_AreTheSame(string name) =>
        Assert.Equal(["Füße", "", "end"], CourseData.Lines(_files.Write(name, "Füße\r\n\nend\n")));

    [Fact]
    public void Lines_Latin1ReadAsUtf8_SaysWhichBytesAndTheWayOut()
    {
        var path = _files.Write("review.txt", Encoding.Latin1.GetBytes("fine\nclich\u00e9 film\n"));

        var error = Assert.Throws<InvalidDataException>(() => CourseData.Lines(path).ToList());

        Assert.Contains("review.txt", error.Message, StringComparison.Ordinal);
        Assert.Contains("0xE9", error.Message, StringComparison.Ordinal);
        Assert.Contains("Encoding.Latin1", error.Message, StringComparison.Ordinal);
        Assert.Equal(["fine", "cliché film"], CourseData.Lines(path, Encoding.Latin1));
    }

    [Fact]
    public void Open_NoFile_SaysWhich() =>
        Assert.Contains("nothing.csv",
            Assert.Throws<FileNotFoundException>(() => CourseData.Open(_files.Write("a", "") + "/../nothing.csv"))
                .Message,
            StringComparison.Ordinal);

    [Fact]
    public void Find_RealFile_IsInCourseData()
    {
        var path = DataFiles.Real("uci_iris/iris.data");

        Assert.True(File.Exists(path));
        Assert.EndsWith(".gz", CourseData.Find("tinyshakespeare/input.txt") ?? ".gz", StringComparison.Ordinal);
        Assert.Null(CourseData.Find("uci_iris/none"));
    }
}
