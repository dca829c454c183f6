using GenAiCourse.Data;
using GenAiCourse.Learning;
using GenAiCourse.Text;

namespace Benchmarks.Peers;

/// <summary>
/// .NET's documentation as rows of counts, tf-idf and hashes, and naive Bayes from text to label. The peer is
/// classic/text.py.
/// </summary>
internal static class TextWorkload
{
    private const int Classes = 20;

    public static void Run()
    {
        var documents = DotNetDocumentation.Documents().ToArray();
        string[] texts = [.. documents.Select(document => document.Text)];
        var megabytes = texts.Sum(text => System.Text.Encoding.UTF8.GetByteCount(text)) / 1e6;
        foreach (var threads in new[] { 1, 2 })
        {
            var suffix = threads == 1 ? "" : $"_{threads}_threads";
            var tfidf = new TfidfOptions { Threads = threads };
            Rate($"count_fit_transform{suffix}", megabytes, "MB/s",
                () => CountVectorizer.FitTransform(texts, tfidf).Counts.Entries);
            Rate($"tfidf_fit_transform{suffix}", megabytes, "MB/s",
                () => TfidfVectorizer.FitTransform(texts, tfidf).Rows.Entries);
            var fitted = TfidfVectorizer.Fit(texts, tfidf);
            Rate($"tfidf_transform{suffix}", megabytes, "MB/s", () => fitted.Transform(texts).Entries);
        }
        Rate("hashing_transform", megabytes, "MB/s", () => new HashingVectorizer().Transform(texts).Entries);
        RunNaiveBayes(documents);
    }

    private static void RunNaiveBayes(Document[] documents)
    {
        var kept = documents.CountBy(document => document.Label)
            .OrderByDescending(label => label.Value)
            .ThenBy(label => label.Key, StringComparer.Ordinal)
            .Take(Classes)
            .Select(label => label.Key)
            .ToHashSet();
        Document[] task = [.. documents.Where(document => kept.Contains(document.Label))];
        string[] texts = [.. task.Where((_, i) => i % 5 != 0).Select(document => document.Text)];
        string[] labels = [.. task.Where((_, i) => i % 5 != 0).Select(document => document.Label)];
        string[] test = [.. task.Where((_, i) => i % 5 == 0).Select(document => document.Text)];
        string[] truth = [.. task.Where((_, i) => i % 5 == 0).Select(document => document.Label)];

        foreach (var threads in new[] { 1, 2 })
        {
            var suffix = threads == 1 ? "" : $"_{threads}_threads";
            var options = new VectorizerOptions { Threads = threads };
            (CountVectorizer Vectorizer, MultinomialNaiveBayes Model) Fit()
            {
                var (vectorizer, rows) = CountVectorizer.FitTransform(texts, options);
                return (vectorizer, MultinomialNaiveBayes.Fit(rows, labels));
            }
            var fitted = Fit();
            Rate($"nb_fit{suffix}", texts.Length, "docs/s", () => Fit().Model.Features);
            Rate($"nb_predict{suffix}", test.Length, "docs/s", () =>
                fitted.Model.Predict(fitted.Vectorizer.Transform(test)).Zip(truth).Count(p => p.First == p.Second));
        }
    }

    private static void Rate(string name, double work, string unit, Func<int> step)
    {
        var result = 0;
        var times = PeerRun.Measure(() => result = step());
        PeerRun.Report(name, work / PeerRun.Median(times), unit, times, $"result={result}");
    }
}
