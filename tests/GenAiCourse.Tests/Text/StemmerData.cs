using System.IO.Compression;
using System.Text.Json;
using Testing;

namespace GenAiCourse.Tests.Text;

/// <summary>Words with the stems that others give them.</summary>
internal static class StemmerData
{
    /// <summary>The 2,000 words of stemmer.json, each with its stem in one of the columns.</summary>
    public static (string Word, string Stem)[] Nltk(string column)
    {
        using var fixture = JsonDocument.Parse(File.ReadAllBytes(TestPaths.Fixture("stemmer.json")));
        var columns = fixture.RootElement.GetProperty("columns").EnumerateArray();
        var at = columns.Select(name => name.GetString()).ToList().IndexOf(column);
        return [.. fixture.RootElement.GetProperty("rows").EnumerateArray()
            .Select(row => (row[0].GetString()!, row[at].GetString()!))];
    }

    /// <summary>The vocabulary that Snowball's authors give; skips the test where it is absent.</summary>
    public static (string Word, string Stem)[] Vocabulary(string name)
    {
        var data = Environment.GetEnvironmentVariable("COURSE_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(data), $"COURSE_DATA is not set: {name} is not at hand");
        var folder = Path.Combine(data, name);
        return [.. Lines(Path.Combine(folder, "voc.txt.gz")).Zip(Lines(Path.Combine(folder, "output.txt.gz")))];
    }

    /// <summary>"word → stem, expected …" for each word whose stem is another.</summary>
    public static string[] Wrong(IEnumerable<(string Word, string Stem)> pairs, Func<string, string> stem) =>
        [.. pairs.Where(pair => stem(pair.Word) != pair.Stem)
            .Select(pair => $"{pair.Word} → {stem(pair.Word)}, expected {pair.Stem}")];

    private static List<string> Lines(string gzip)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(gzip), CompressionMode.Decompress));
        var lines = new List<string>();
        while (reader.ReadLine() is { } line) lines.Add(line);
        return lines;
    }
}
