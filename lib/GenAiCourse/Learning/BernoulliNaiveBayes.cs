using GenAiCourse.Mathematics;

namespace GenAiCourse.Learning;

/// <summary>Naive Bayes on presence: each word is in a text or not, and its absence speaks too.</summary>
/// <remarks>
/// A value above 0 is presence. <see cref="NaiveBayes.FeatureLogProbabilities"/> is ln P(word in text | class) =
/// ln((n_cw + α)/(n_c + 2α)) for n_cw of the class's n_c texts that hold the word. McCallum and Nigam, 1998,
/// https://www.cs.cmu.edu/~knigam/papers/multinomial-aaaiws98.pdf; Manning, Raghavan and Schütze, 2008, section 13.3.
/// </remarks>
public sealed class BernoulliNaiveBayes : NaiveBayes
{
    private BernoulliNaiveBayes(ClassCounts counts, double[][] logs, double[][] absent)
        : base(
            counts,
            logs,
            [.. logs.Zip(absent, (yes, no) => yes.Zip(no, (a, b) => a - b).ToArray())],
            [.. counts.LogPriors.Zip(absent, (prior, no) => prior + no.Sum())],
            binary: true)
    {
    }

    /// <summary>Learns from rows of presence and their labels.</summary>
    /// <exception cref="ArgumentException">
    /// Not one label a row, fewer than two classes, or a value that is NaN.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">Alpha is not above 0.</exception>
    public static BernoulliNaiveBayes Fit(
        SparseMatrix rows, IReadOnlyList<string> labels, NaiveBayesOptions? options = null)
    {
        options ??= new NaiveBayesOptions();
        var counts = ClassCounts.Of(rows, labels, options, binary: true);
        double[][] Logs(Func<double, double, double> count) =>
            [.. counts.Features.Zip(counts.Rows, (features, total) => Array.ConvertAll(features, feature =>
                Math.Log(count(feature, total) + options.Alpha) - Math.Log(total + 2 * options.Alpha)))];
        return new BernoulliNaiveBayes(counts, Logs((n, _) => n), Logs((n, total) => total - n));
    }
}
