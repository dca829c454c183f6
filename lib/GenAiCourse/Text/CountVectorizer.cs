using GenAiCourse.Mathematics;

namespace GenAiCourse.Text;

/// <summary>Bags of words: a row for each text, a column for each term, in the cells how often it occurs.</summary>
/// <remarks>
/// Order and sense are lost: "dog bites man" and "man bites dog" are one row. What remains is enough for much.
/// Columns are in the order of code points. With the defaults, rows and vocabulary are those of scikit-learn's
/// CountVectorizer (https://scikit-learn.org/stable/modules/feature_extraction.html).
/// Harris, 1954, Distributional structure; Salton, Wong and Yang, 1975, https://doi.org/10.1145/361219.361220.
/// </remarks>
public sealed class CountVectorizer
{
    private readonly VectorizerOptions _options;
    private readonly TermColumns _columns;

    private CountVectorizer(VectorizerOptions options, TermColumns columns) =>
        (_options, _columns) = (options, columns);

    /// <summary>The term of each column.</summary>
    public IReadOnlyList<string> Vocabulary => _columns.Terms;

    /// <summary>Learns the vocabulary of a corpus.</summary>
    /// <inheritdoc cref="FitTransform" path="/exception"/>
    public static CountVectorizer Fit(IEnumerable<string> texts, VectorizerOptions? options = null) =>
        FitTransform(texts, options).Vectorizer;

    /// <summary>Learns the vocabulary of a corpus and gives its counts, reading each text once.</summary>
    /// <exception cref="ArgumentException">
    /// There is no text, one is null, or no term is left; or the options contradict each other.
    /// </exception>
    public static (CountVectorizer Vectorizer, SparseMatrix Counts) FitTransform(
        IEnumerable<string> texts, VectorizerOptions? options = null)
    {
        options ??= new VectorizerOptions();
        options.Check();
        var all = Texts(texts);
        if (all.Count == 0) throw new ArgumentException("expected at least one text, got none", nameof(texts));
        var (columns, counts) = TermColumns.Fit(all, options);
        return (new CountVectorizer(options, columns), counts);
    }

    /// <summary>The counts of other texts; terms that are not in the vocabulary are passed over.</summary>
    /// <returns>[texts, vocabulary]; a text without known terms is a row without entries.</returns>
    /// <exception cref="ArgumentException">A text is null.</exception>
    public SparseMatrix Transform(IEnumerable<string> texts) => _columns.Transform(Texts(texts), _options);

    /// <summary>The column of a term, written as in <see cref="Vocabulary"/>; -1 where there is none.</summary>
    public int ColumnOf(string term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return _columns.Of(term);
    }

    /// <summary>The texts as a list, none of them null.</summary>
    internal static IReadOnlyList<string> Texts(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var all = texts as IReadOnlyList<string> ?? [.. texts];
        for (var i = 0; i < all.Count; i++)
            if (all[i] is null)
                throw new ArgumentException(
                    $"expected a text, got null at {i}; an empty string is a text", nameof(texts));
        return all;
    }
}
