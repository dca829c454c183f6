namespace GenAiCourse.Data;

/// <summary>10,662 sentences of film reviews, half of them "positive" and half "negative".</summary>
/// <remarks>
/// Pang and Lee, 2005, Seeing stars, https://aclanthology.org/P05-1015; version 1.0 in UTF-8, the files
/// rt-polarity.pos and rt-polarity.neg, one sentence a line, as they are or packed by gzip. The set lies outside the
/// course: in the folder sentence_polarity of the one that COURSE_DATA names. <see cref="GeneratedReviews"/> stands in.
/// </remarks>
public static class SentencePolarity
{
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
        var path = CourseData.PlainOrPacked(Path.Combine(folder, name))
            ?? throw new FileNotFoundException($"expected {name} or {name}.gz in {folder}", Path.Combine(folder, name));
        List<LabelledText> sentences = [.. CourseData.Lines(path).Select(line => line.Trim())
            .Where(line => line.Length > 0).Select(line => new LabelledText(line, label))];
        if (sentences.Count == 0) throw new InvalidDataException($"expected sentences in {name}, got none");
        return sentences;
    }
}
