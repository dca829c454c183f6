using GenAiCourse.Mathematics;

namespace GenAiCourse.Learning;

/// <summary>Naive Bayes on counts of all other classes: a text is least like what its class is not.</summary>
/// <remarks>
/// A class with few texts gets its weights from many, which helps where classes are of unequal size.
/// <see cref="NaiveBayes.FeatureLogProbabilities"/> is −ln((N_w − N_cw + α)/Σ(N_w − N_cw + α)), and the class with the
/// greatest sum wins; priors have no part, and <see cref="NaiveBayes.PredictProbabilities"/> are shares, not
/// probabilities. Rennie, Shih, Teevan and Karger, 2003, section 3.1 (without the normalization of 3.2):
/// https://people.csail.mit.edu/jrennie/papers/icml03-nb.pdf.
/// </remarks>
public sealed class ComplementNaiveBayes : NaiveBayes
{
    private ComplementNaiveBayes(ClassCounts counts, double[][] logs)
        : base(counts, logs, logs, new double[counts.Classes.Length], binary: false)
    {
    }

    /// <summary>Learns from rows of counts and their labels.</summary>
    /// <inheritdoc cref="MultinomialNaiveBayes.Fit" path="/exception"/>
    public static ComplementNaiveBayes Fit(
        SparseMatrix rows, IReadOnlyList<string> labels, NaiveBayesOptions? options = null)
    {
        options ??= new NaiveBayesOptions();
        var counts = ClassCounts.Of(rows, labels, options, binary: false);
        double[] all = [.. Enumerable.Range(0, rows.Columns).Select(f => counts.Features.Sum(c => c[f]))];
        return new ComplementNaiveBayes(counts, Array.ConvertAll(counts.Features, features =>
        {
            var others = new double[features.Length];
            for (var f = 0; f < others.Length; f++) others[f] = all[f] - features[f] + options.Alpha;
            var total = others.Sum();
            return Array.ConvertAll(others, count => -Math.Log(count / total));
        }));
    }
}
