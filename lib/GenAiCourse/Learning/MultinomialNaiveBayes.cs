using GenAiCourse.Mathematics;

namespace GenAiCourse.Learning;

/// <summary>Naive Bayes on counts: a text is drawn word by word from the words of its class.</summary>
/// <remarks>
/// <see cref="NaiveBayes.FeatureLogProbabilities"/> is ln P(word | class) = ln((N_cw + α)/(N_c + α·V)) for a class's
/// counts N_cw of the words, their sum N_c and V words. Tf-idf values work too, although they are no counts.
/// McCallum and Nigam, 1998, https://www.cs.cmu.edu/~knigam/papers/multinomial-aaaiws98.pdf; Manning, Raghavan and
/// Schütze, 2008, section 13.2.
/// </remarks>
public sealed class MultinomialNaiveBayes : NaiveBayes
{
    private MultinomialNaiveBayes(ClassCounts counts, double[][] logs)
        : base(counts, logs, logs, counts.LogPriors, binary: false)
    {
    }

    /// <summary>Learns from rows of counts and their labels.</summary>
    /// <exception cref="ArgumentException">
    /// Not one label a row, fewer than two classes, or a value that is negative, NaN or infinite.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">Alpha is not above 0.</exception>
    public static MultinomialNaiveBayes Fit(
        SparseMatrix rows, IReadOnlyList<string> labels, NaiveBayesOptions? options = null)
    {
        options ??= new NaiveBayesOptions();
        var counts = ClassCounts.Of(rows, labels, options, binary: false);
        return new MultinomialNaiveBayes(counts, Array.ConvertAll(counts.Features, features =>
        {
            var total = Math.Log(features.Sum(count => count + options.Alpha));
            return Array.ConvertAll(features, count => Math.Log(count + options.Alpha) - total);
        }));
    }
}
