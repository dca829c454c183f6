using System.Globalization;
using System.IO.Compression;
using System.Text;
using GenAiCourse.Learning;

namespace GenAiCourse.Tests.Learning;

public sealed class UciFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("uci").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Iris_TwoLines_GivesFeaturesAndLabels()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            var data = UciFiles.Iris(File("5.1,3.5,1.4,0.2,Iris-setosa\r\n5.9,3.0,5.1,1.8,Iris-virginica\n\n"));
            Assert.Equal([0, 2], data.Y);
            Assert.Equal([5.1, 3.5, 1.4, 0.2], data.X[0]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void BreastCancer_CommentsAndGaps_AreLeftOut()
    {
        var data = UciFiles.BreastCancer(File(
            "// a comment\n0\t1\t1\t1\t1\t2\t1\t1\t1\t1\n" +
            "1\t8\t4\t5\t1\t2\t?\t7\t3\t1\n1\t9\t9\t9\t9\t9\t9\t9\t9\t9\n"));

        Assert.Equal([0, 1], data.Y);
        Assert.Equal(9, data.X[1][8]);
    }

    [Fact]
    public void Digits_PackedFile_IsUnpacked()
    {
        var path = Path.Combine(_folder, "digits.gz");
        using (var stream = new GZipStream(System.IO.File.Create(path), CompressionMode.Compress))
            stream.Write(Encoding.ASCII.GetBytes(string.Join(",", Enumerable.Range(0, 64)) + ",7\n"));

        var data = UciFiles.Digits(path);

        Assert.Equal([7], data.Y);
        Assert.Equal(63, data.X[0][63]);
    }

    [Fact]
    public void Each_DamagedFile_NamesTheLine()
    {
        Bad("in line 2 of data.txt, got '5.1,3.5,x,0.2,Iris-setosa'",
            () => UciFiles.Iris(File("5.1,3.5,1.4,0.2,Iris-setosa\n5.1,3.5,x,0.2,Iris-setosa\n")));
        Bad("in line 1", () => UciFiles.Iris(File("5.1,3.5,1.4,0.2,Iris-unknown\n")));
        Bad("in line 1", () => UciFiles.Iris(File("5.1,3.5,1.4,NaN,Iris-setosa\n")));
        Bad("in line 1", () => UciFiles.BreastCancer(File("2\t1\t1\t1\t1\t2\t1\t1\t1\t1\n")));
        Bad("in line 1", () => UciFiles.Digits(File("1,2,3\n")));
        Bad("got none", () => UciFiles.Digits(File("")));
        Assert.Throws<FileNotFoundException>(() => UciFiles.Iris(Path.Combine(_folder, "absent")));
        System.IO.File.WriteAllText(Path.Combine(_folder, "plain.gz"), "not packed");
        Assert.Throws<InvalidDataException>(() => UciFiles.Digits(Path.Combine(_folder, "plain.gz")));
    }

    private static void Bad(string text, Action action) =>
        Assert.Contains(text, Assert.Throws<InvalidDataException>(action).Message, StringComparison.Ordinal);

    private string File(string text)
    {
        var path = Path.Combine(_folder, "data.txt");
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
