using System.IO.Compression;
using System.Text;
using GenAiCourse.Data;

namespace GenAiCourse.Tests.Data;

/// <summary>Files that last as long as a test, and the real ones where COURSE_DATA has them.</summary>
internal sealed class DataFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("data-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file; one whose name ends in <c>.gz</c> is packed.</summary>
    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        using var stream = File.Create(path);
        using Stream target = name.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(stream, CompressionMode.Compress)
            : stream;
        target.Write(bytes);
        return path;
    }

    /// <summary>The path of a real file; the test is skipped where it is not at hand.</summary>
    public static string Real(string file)
    {
        var path = CourseData.Find(file);
        Assert.SkipWhen(path is null, $"COURSE_DATA has no {file}: not set, or the set is not there");
        return path!;
    }
}
