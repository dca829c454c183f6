using System.IO.Compression;
using System.Text;

namespace GenAiCourse.Data;

/// <summary>The folder of real data sets that the environment variable COURSE_DATA names, where there is one.</summary>
/// <remarks>No lesson needs it: each has data of its own. <c>course data get</c> fills the folder.</remarks>
public static class CourseData
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The path of a data set's file, plain or packed.</summary>
    /// <param name="file">As in the manifest: <c>uci_iris/iris.data</c>.</param>
    /// <returns>
    /// Null when COURSE_DATA is not set or has no such file; ends in <c>.gz</c> when only the packed form is there.
    /// </returns>
    public static string? Find(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var folder = Environment.GetEnvironmentVariable("COURSE_DATA");
        if (string.IsNullOrEmpty(folder)) return null;
        return PlainOrPacked(Path.Combine([folder, .. file.Split('/')]));
    }

    /// <summary>The path itself, or with <c>.gz</c> behind it, whichever is a file; null when neither is.</summary>
    internal static string? PlainOrPacked(string path) =>
        File.Exists(path) ? path : File.Exists(path + ".gz") ? path + ".gz" : null;

    /// <summary>Opens a file to read; one that ends in <c>.gz</c> is unpacked on the way.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static Stream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var stream = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(stream, CompressionMode.Decompress)
            : stream;
    }

    /// <summary>The lines of a text file, read one by one.</summary>
    /// <param name="path">Plain, or packed as <c>.gz</c>.</param>
    /// <param name="encoding">How its bytes mean characters; UTF-8 by default, where other bytes are refused.</param>
    /// <exception cref="InvalidDataException">The file is not in this encoding; the message names the line.</exception>
    public static IEnumerable<string> Lines(string path, Encoding? encoding = null)
    {
        using var reader = OpenText(path, encoding);
        for (var number = 1; ; number++)
        {
            string? line;
            try
            {
                line = reader.ReadLine();
            }
            catch (DecoderFallbackException error)
            {
                throw WrongEncoding(path, $"near line {number}", error);
            }
            if (line is null) yield break;
            yield return line;
        }
    }

    /// <summary>Opens a text file, UTF-8 unless said otherwise; bytes that are not UTF-8 throw.</summary>
    internal static StreamReader OpenText(string path, Encoding? encoding = null) => new(Open(path), encoding ?? Utf8);

    /// <summary>What to throw for a file whose bytes are no UTF-8.</summary>
    internal static InvalidDataException WrongEncoding(string path, string where, DecoderFallbackException error)
    {
        var bytes = string.Join(' ', (error.BytesUnknown ?? []).Select(value => $"0x{value:X2}"));
        return new InvalidDataException(
            $"{Path.GetFileName(path)}, {where}: expected UTF-8, got the bytes {bytes}; "
            + "give the encoding that the file is in, such as Encoding.Latin1", error);
    }
}
