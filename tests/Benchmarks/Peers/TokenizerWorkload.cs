using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using GenAiCourse.Data;
using GenAiCourse.Text;

namespace Benchmarks.Peers;

/// <summary>
/// OpenAI's encodings over ten megabytes of .NET's documentation on one thread: MB/s. The peer is bench_tokenizers.mjs.
/// </summary>
/// <remarks>
/// Needs the files that COURSE_DATA has. A line a value as there: by document, and the documents joined by line feeds
/// in one call. The first run, with an empty cache and code not yet compiled in full, is reported apart; MB is 10⁶
/// UTF-8 bytes.
/// </remarks>
internal static class TokenizerWorkload
{
    private const int MostBytes = 10_000_000;

    public static void Run()
    {
        if (Environment.GetEnvironmentVariable("COURSE_DATA") is not { Length: > 0 } data)
        {
            Console.Error.WriteLine("# tokenizers: left out, since COURSE_DATA, which has their files, is not set");
            return;
        }
        var texts = Slice();
        var text = string.Join('\n', texts);
        var megabytes = Encoding.UTF8.GetByteCount(text) / 1e6;
        var tiktoken = Path.Combine(data, "tiktoken");
        Run("cl100k_base", () => TiktokenEncoding.Cl100kBase(Open(tiktoken, "cl100k_base.tiktoken.gz")));
        Run("o200k_base", () => TiktokenEncoding.O200kBase(Open(tiktoken, "o200k_base.tiktoken.gz")));
        Run("r50k_base", () => TiktokenEncoding.Gpt2(
            Open(Path.Combine(data, "gpt2_bpe"), "vocab.bpe.gz"),
            Open(Path.Combine(data, "gpt2_bpe"), "encoder.json.gz")));

        void Run(string name, Func<TiktokenEncoding> load)
        {
            var start = Stopwatch.GetTimestamp();
            var encoding = load();
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            PeerRun.Report($"tokenizer.{name}.load", seconds, "s", [seconds]);

            start = Stopwatch.GetTimestamp();
            var tokens = texts.Sum(document => encoding.EncodeOrdinary(document).Length);
            seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            PeerRun.Report($"tokenizer.{name}.encode_docs_first", megabytes / seconds, "MB/s", [seconds],
                string.Create(CultureInfo.InvariantCulture, $"tokens={tokens} documents={texts.Length}"));

            Rate("encode_docs", () => texts.Sum(document => encoding.EncodeOrdinary(document).Length));
            Rate("encode_text", () => encoding.EncodeOrdinary(text).Length);
            Rate("count_text", () => encoding.Count(text));
            var ids = encoding.EncodeOrdinary(text);
            Rate("decode_text", () => encoding.Decode(ids).Length);

            void Rate(string what, Func<int> step)
            {
                var result = 0;
                var times = PeerRun.Measure(() => result = step());
                PeerRun.Report($"tokenizer.{name}.{what}", megabytes / PeerRun.Median(times), "MB/s", times,
                    string.Create(CultureInfo.InvariantCulture, $"result={result}"));
            }
        }
    }

    // The documents in order while the sum of (UTF-8 bytes + 1) stays within ten million, as the peer takes them.
    private static string[] Slice()
    {
        var left = MostBytes;
        return [.. Corpus.Load().Documents.Select(document => document.Text)
            .TakeWhile(text => (left -= Encoding.UTF8.GetByteCount(text) + 1) >= 0)];
    }

    private static GZipStream Open(string folder, string file) =>
        new(File.OpenRead(Path.Combine(folder, file)), CompressionMode.Decompress);
}
