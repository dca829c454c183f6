using System.Text.Json;
using GenAiCourse.Evaluation;
using Testing;

namespace GenAiCourse.Tests.Evaluation;

/// <summary>
/// Every row of metrics.json about texts: NLTK's BLEU and distances, ROUGE by its definitions, perplexity.
/// </summary>
public class TextMetricsTests
{
    private static readonly JsonElement Root =
        JsonDocument.Parse(File.ReadAllBytes(TestPaths.Fixture("metrics.json"))).RootElement;

    [Fact]
    public void Sentence_EveryPairOrderAndSmoothing_IsNltks()
    {
        foreach (var row in Root.GetProperty("bleu").GetProperty("sentences").EnumerateArray())
        {
            var (candidate, references) = Pair(row);
            foreach (var order in row.GetProperty("sentence_bleu").EnumerateObject())
                Near(order.Value.GetDouble(), Bleu.Sentence(candidate, references, Number(order.Name)), order.Name);
            foreach (var smoothed in row.GetProperty("smoothed_bleu4").EnumerateObject())
                // null: NLTK fails; a smoothing that is not defined gives 0.
                Near(
                    smoothed.Value.ValueKind == JsonValueKind.Null ? 0 : smoothed.Value.GetDouble(),
                    Bleu.Sentence(candidate, references, 4, (BleuSmoothing)Number(smoothed.Name)),
                    $"smoothing {smoothed.Name} of {string.Join(' ', candidate)}");
            foreach (var (expected, n) in row.GetProperty("modified_precisions").EnumerateArray()
                .Select((p, i) => (p, i + 1)))
                Assert.Equal((expected[0].GetInt32(), expected[1].GetInt32()),
                    Bleu.Precision(candidate, references, n));
        }
    }

    [Fact]
    public void Corpus_EveryGroupOrderAndSmoothing_IsNltks()
    {
        var pairs = Root.GetProperty("bleu").GetProperty("sentences").EnumerateArray().Select(Pair).ToList();
        foreach (var row in Root.GetProperty("bleu").GetProperty("corpora").EnumerateArray())
        {
            var members = row.GetProperty("pairs").EnumerateArray().Select(index => pairs[index.GetInt32()]).ToList();
            string[][] candidates = [.. members.Select(pair => pair.Candidate)];
            string[][][] references = [.. members.Select(pair => pair.References)];
            foreach (var order in row.GetProperty("corpus_bleu").EnumerateObject())
                Near(order.Value.GetDouble(), Bleu.Corpus(candidates, references, Number(order.Name)), order.Name);
            foreach (var smoothed in row.GetProperty("smoothed_bleu4").EnumerateObject())
                Near(
                    smoothed.Value.GetDouble(),
                    Bleu.Corpus(candidates, references, 4, (BleuSmoothing)Number(smoothed.Name)), smoothed.Name);
        }
    }

    [Fact]
    public void Rouge_EveryPair_IsByDefinition()
    {
        foreach (var row in Root.GetProperty("rouge").GetProperty("rows").EnumerateArray())
        {
            var (candidate, reference) =
                (row.GetProperty("candidate").GetString()!, row.GetProperty("reference").GetString()!);
            for (var n = 1; n <= 3; n++) Same($"rouge{n}", Rouge.N(candidate, reference, n));
            Same("rougeL", Rouge.L(candidate, reference));
            Same("rougeLsum", Rouge.LSum(candidate, reference));

            void Same(string name, RougeScore score)
            {
                var expected = row.GetProperty(name);
                Near(expected[0].GetDouble(), score.Precision, $"{name} precision of {candidate}");
                Near(expected[1].GetDouble(), score.Recall, $"{name} recall of {candidate}");
                Near(expected[2].GetDouble(), score.F1, $"{name} F1 of {candidate}");
            }
        }
    }

    [Fact]
    public void EditDistance_EveryPair_IsNltks()
    {
        foreach (var row in Root.GetProperty("edit_distance").GetProperty("characters").EnumerateArray())
        {
            var (a, b) = (row.GetProperty("a").GetString()!, row.GetProperty("b").GetString()!);
            Assert.Equal(row.GetProperty("levenshtein").GetInt32(), EditDistance.Levenshtein<char>(a, b));
            Assert.Equal(row.GetProperty("damerau_levenshtein").GetInt32(), EditDistance.Damerau<char>(a, b));
            Assert.Equal(row.GetProperty("lcs").GetInt32(), EditDistance.LongestCommonSubsequence<char>(a, b));
            if (!row.TryGetProperty("jaro", out var jaro)) continue;
            Near(jaro.GetDouble(), EditDistance.Jaro(a, b), $"jaro of {a}, {b}");
            Near(row.GetProperty("jaro_winkler").GetDouble(), EditDistance.JaroWinkler(a, b),
                $"jaro-winkler of {a}, {b}");
        }
        foreach (var row in Root.GetProperty("edit_distance").GetProperty("words").EnumerateArray())
        {
            var (reference, hypothesis) = (Words(row.GetProperty("reference")), Words(row.GetProperty("hypothesis")));
            Assert.Equal(row.GetProperty("edits").GetInt32(), EditDistance.Levenshtein<string>(reference, hypothesis));
            Near(
                row.GetProperty("word_error_rate").GetDouble(), EditDistance.WordErrorRate(reference, hypothesis),
                    "rate");
        }
    }

    [Fact]
    public void Perplexity_EveryRow_IsTheFixtures()
    {
        foreach (var row in Root.GetProperty("perplexity").EnumerateArray())
        {
            var isLog = row.TryGetProperty("log_probabilities", out var numbers);
            if (!isLog) numbers = row.GetProperty("probabilities");
            double[] values = [.. numbers.EnumerateArray().Select(number => number.GetDouble())];
            double[] logs = isLog ? values : [.. values.Select(value => Math.Log(value))];
            Near(row.GetProperty("cross_entropy_nats").GetDouble(), Perplexity.CrossEntropy(logs), "nats");
            Near(row.GetProperty("perplexity").GetDouble(), isLog ? Perplexity.OfLogs(logs) : Perplexity.Of(values),
                "perplexity");
        }
        Assert.Equal(double.PositiveInfinity, Perplexity.Of([0.5, 0]));
    }

    [Fact]
    public void Metrics_EmptyOrImpossibleInput_SayWhatWasExpected()
    {
        Assert.Equal(0, Bleu.Sentence([], [["a"]]));
        Assert.Throws<ArgumentException>(() => Bleu.Sentence(["a"], []));
        Assert.Throws<ArgumentException>(() => Bleu.Corpus([], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bleu.Sentence(["a"], [["a"]], smoothing: (BleuSmoothing)8));
        Assert.Equal(new RougeScore(0, 0, 0), Rouge.L("", "a b"));
        Assert.Throws<ArgumentException>(() => EditDistance.WordErrorRate([], ["a"]));
        Assert.Equal((1, 0), (EditDistance.Jaro("", ""), EditDistance.Jaro("", "a")));
        Assert.Throws<ArgumentException>(() => Perplexity.CrossEntropy([]));
        Assert.Contains("at most 0, got 0.1", Assert.Throws<ArgumentException>(() => Perplexity.OfLogs([0.1])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Perplexity.OfLogs([double.NaN]));
        Assert.Throws<ArgumentException>(() => Perplexity.Of([1.1]));
    }

    private static (string[] Candidate, string[][] References) Pair(JsonElement row) =>
        (Words(row.GetProperty("candidate")), [.. row.GetProperty("references").EnumerateArray().Select(Words)]);

    private static string[] Words(JsonElement text) =>
        text.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static int Number(string name) => int.Parse(name, System.Globalization.CultureInfo.InvariantCulture);

    private static void Near(double expected, double actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-12 * (1 + Math.Abs(expected)),
            $"{what}: expected {expected:g17}, got {actual:g17}");
}
