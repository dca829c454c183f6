using System.IO.Compression;
using System.Text;
using GenAiCourse.Data;
using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

/// <summary>Encodings for the tests: OpenAI's where COURSE_DATA has their files, and a small one of our own.</summary>
internal static class TiktokenFiles
{
    private static readonly Dictionary<string, TiktokenEncoding> Loaded = [];

    /// <summary>gpt2, r50k_base (the same), cl100k_base or o200k_base; skips the test without their files.</summary>
    public static TiktokenEncoding Load(string name)
    {
        var data = Environment.GetEnvironmentVariable("COURSE_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(data), $"COURSE_DATA is not set: the files of {name} are not at hand");
        if (Loaded.TryGetValue(name, out var loaded)) return loaded;
        return Loaded[name] = name switch
        {
            "gpt2" or "r50k_base" => Gpt2(Path.Combine(data, "gpt2_bpe")),
            "cl100k_base" => From(data, name, TiktokenEncoding.Cl100kBase),
            "o200k_base" => From(data, name, TiktokenEncoding.O200kBase),
            _ => throw new ArgumentException($"expected the name of an encoding, got {name}", nameof(name)),
        };
    }

    /// <summary>Merges learned from the course's corpus, as a small encoding and as the lines of its file.</summary>
    public static (BytePairEncoding Trained, string Lines) Small()
    {
        var trained = BytePairEncoding.Train(Corpus.Load(300).Documents.Select(document => document.Text), 600);
        var tokens = Enumerable.Range(0, trained.VocabularySize).Select(id => trained.BytesOf(id).ToArray());
        return (trained, Lines(tokens));
    }

    /// <summary>The small encoding under a rule, with the special tokens 600 and 601.</summary>
    public static TiktokenEncoding Small(SplitRule rule) => new(
        rule, Stream(Small().Lines), new Dictionary<string, int> { ["<|end|>"] = 600, ["<|end|>er"] = 601 });

    /// <summary>Tokens as the lines of a file, their places being their ids.</summary>
    public static string Lines(IEnumerable<byte[]> tokens) =>
        string.Concat(tokens.Select((bytes, id) => $"{Convert.ToBase64String(bytes)} {id}\n"));

    public static MemoryStream Stream(string content) => new(Encoding.UTF8.GetBytes(content));

    public static GZipStream Open(string folder, string file) =>
        new(File.OpenRead(Path.Combine(folder, file)), CompressionMode.Decompress);

    private static TiktokenEncoding From(string data, string name, Func<Stream, TiktokenEncoding> load)
    {
        using var ranks = Open(Path.Combine(data, "tiktoken"), name + ".tiktoken.gz");
        return load(ranks);
    }

    private static TiktokenEncoding Gpt2(string folder)
    {
        using var merges = Open(folder, "vocab.bpe.gz");
        using var ids = Open(folder, "encoder.json.gz");
        return TiktokenEncoding.Gpt2(merges, ids);
    }
}
