using System.IO.Compression;

namespace GenAiCourse.Tests.Text;

/// <summary>
/// Sentences of the English Web Treebank (Silveira and others, 2014, https://aclanthology.org/L14-1067), read as far as
/// the tests here need them.
/// </summary>
internal static class EwtData
{
    /// <summary>A word: its form, lemma and part of speech, and where it stands in the sentence's text.</summary>
    public sealed record Word(string Form, string Lemma, string PartOfSpeech, string Tag, int Start)
    {
        public int End => Start + Form.Length;
    }

    /// <summary>A sentence, whether a paragraph begins with it, and whether white space follows it.</summary>
    public sealed record Sentence(string Text, Word[] Words, bool BeginsParagraph, bool SpaceAfter);

    /// <summary>The sentences of a part ("test", "dev"); skips the test where the treebank is absent.</summary>
    public static Sentence[] Load(string part)
    {
        var data = Environment.GetEnvironmentVariable("COURSE_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(data), "COURSE_DATA is not set: the English Web Treebank is not at hand");
        var path = Path.Combine(data, "ud_english_ewt", $"en_ewt-ud-{part}.conllu.gz");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var sentences = new List<Sentence>();
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0) lines.Add(line);
            else
            {
                sentences.Add(Read(lines));
                lines.Clear();
            }
        }
        return [.. sentences];
    }

    private static Sentence Read(List<string> lines)
    {
        const string TextMark = "# text = ";
        var text = lines.First(line => line.StartsWith(TextMark, StringComparison.Ordinal))[TextMark.Length..];
        var begins = lines.Exists(line => line.StartsWith("# newpar", StringComparison.Ordinal));
        var (words, at, last) = (new List<Word>(), 0, "");
        foreach (var fields in lines.Where(line => line[0] != '#').Select(line => line.Split('\t')))
        {
            if (!fields[0].Contains('.', StringComparison.Ordinal)) last = fields[9];
            if (!fields[0].All(char.IsAsciiDigit)) continue;
            at = text.IndexOf(fields[1], at, StringComparison.Ordinal);
            Assert.True(at >= 0, $"\"{fields[1]}\" is not in \"{text}\"");
            words.Add(new Word(fields[1], fields[2], fields[3], fields[4], at));
            at += fields[1].Length;
        }
        return new Sentence(text, [.. words], begins, !last.Contains("SpaceAfter=No", StringComparison.Ordinal));
    }
}
