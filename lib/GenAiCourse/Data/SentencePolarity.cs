using System.IO.Compression;
using System.Text;

namespace GenAiCourse.Data;

/// <summary>10,662 sentences of film reviews, half of them "positive" and half "negative".</summary>
/// <remarks>
/// Pang and Lee, 2005, Seeing stars, https://aclanthology.org/P05-1015; version 1.0 in UTF-8, the files
/// rt-polarity.pos and rt-polarity.neg, one sentence a line, as they are or packed by gzip. The set lies outside the
/// course: in the folder sentence_polarity of the one that COURSE_DATA names. <see cref="GeneratedReviews"/> stands in.
/// </remarks>
public static class SentencePolarity
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The folder of the set, if COURSE_DATA is set and has it; null otherwise.</summary>
    public static string? Folder =>
        Environment.GetEnvironmentVariable("COURSE_DATA") is { Length: > 0 } data
        && Path.Combine(data, "sentence_polarity") is var folder
        && Directory.Exists(folder)
            ? folder
            : null;

    /// <summary>The sentences, the positive ones first; a review's words are lower-cased and spaced already.</summary>
    /// <param name="folder">Where the two files lie; null for <see cref="Folder"/>.</param>
    /// <exception cref="DirectoryNotFoundException">No folder was given and COURSE_DATA names none.</exception>
    /// <exception cref="FileNotFoundException">One of the files is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, empty or not UTF-8.</exception>
    public static IReadOnlyList<LabelledText> Load(string? folder = null)
    {
        folder ??= Folder ?? throw new DirectoryNotFoundException(
            "expected the folder sentence_polarity in the one that COURSE_DATA names; GeneratedReviews needs no files");
        return [.. Read(folder, "rt-polarity.pos", "positive"), .. Read(folder, "rt-polarity.neg", "negative")];
    }

    private static List<LabelledText> Read(string folder, string name, string label)
    {
        var path = Path.Combine(folder, name);
        var packed = !File.Exists(path);
        if (packed) path += ".gz";
        if (!File.Exists(path)) throw new FileNotFoundException($"expected {name} or {name}.gz in {folder}", path);
        var sentences = new List<LabelledText>();
        try
        {
            using var file = File.OpenRead(path);
            using var unpacked = packed ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
            using var reader = new StreamReader(unpacked, Strict);
            while (reader.ReadLine() is { } line)
                if (line.Trim() is { Length: > 0 } sentence)
                    sentences.Add(new LabelledText(sentence, label));
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException($"expected UTF-8 in {name}; convert the file from ISO 8859-1 first", error);
        }
        if (sentences.Count == 0) throw new InvalidDataException($"expected sentences in {name}, got none");
        return sentences;
    }
}
