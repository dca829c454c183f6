using System.Text.Json;
using GenAiCourse.Text;

namespace Benchmarks.Peers;

/// <summary>Stems of the 2,000 words of stemmer.json, fifty times over. The peer is classic/stem.py.</summary>
internal static class StemmerWorkload
{
    private const int Repetitions = 50;

    public static void Run()
    {
        using var fixture = JsonDocument.Parse(File.ReadAllBytes(Testing.TestPaths.Fixture("stemmer.json")));
        var rows = fixture.RootElement.GetProperty("rows").EnumerateArray();
        string[] words = [.. rows.Select(row => row[0].GetString()!)];

        foreach (var (name, stem) in new (string, Func<string, string>)[]
            {
                ("stem_porter_published", PorterStemmer.Published.Stem),
                ("stem_porter_revised", PorterStemmer.Revised.Stem),
                ("stem_porter2", Porter2Stemmer.Stem)
            })
        {
            var letters = 0;
            var times = PeerRun.Measure(() =>
            {
                letters = 0;
                for (var i = 0; i < Repetitions; i++)
                    foreach (var word in words)
                        letters += stem(word).Length;
            });
            var rate = Repetitions * words.Length / PeerRun.Median(times);
            PeerRun.Report(name, rate, "words/s", times, $"letters={letters}");
        }
    }
}
