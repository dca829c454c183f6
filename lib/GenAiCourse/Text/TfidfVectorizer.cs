using GenAiCourse.Mathematics;

namespace GenAiCourse.Text;

/// <summary>Counts of terms, weighted by how few texts hold each term, in rows of length 1.</summary>
/// <remarks>
/// value = tf · idf, with idf = ln((1 + n)/(1 + df)) + 1 for n texts of which df hold the term. The 1 that is added
/// keeps a term of every text from vanishing; textbooks have ln(n/df) without it. Numbers are those of scikit-learn's
/// TfidfVectorizer. Spärck Jones, 1972, https://doi.org/10.1108/eb026526; Salton and Buckley, 1988,
/// https://doi.org/10.1016/0306-4573(88)90021-0.
/// </remarks>
public sealed class TfidfVectorizer
{
    private readonly TfidfOptions _options;
    private readonly CountVectorizer _counter;
    private readonly double[] _idf;

    private TfidfVectorizer(TfidfOptions options, CountVectorizer counter, double[] idf) =>
        (_options, _counter, _idf) = (options, counter, idf);

    /// <summary>The term of each column.</summary>
    public IReadOnlyList<string> Vocabulary => _counter.Vocabulary;

    /// <summary>The weight of each column; all 1 where <see cref="TfidfOptions.UseIdf"/> is off.</summary>
    public IReadOnlyList<double> Idf => _idf;

    /// <summary>Learns vocabulary and weights of a corpus.</summary>
    /// <inheritdoc cref="FitTransform" path="/exception"/>
    public static TfidfVectorizer Fit(IEnumerable<string> texts, TfidfOptions? options = null) =>
        FitTransform(texts, options).Vectorizer;

    /// <summary>Learns vocabulary and weights of a corpus and gives its rows, reading each text once.</summary>
    /// <inheritdoc cref="CountVectorizer.FitTransform" path="/exception"/>
    public static (TfidfVectorizer Vectorizer, SparseMatrix Rows) FitTransform(
        IEnumerable<string> texts, TfidfOptions? options = null)
    {
        options ??= new TfidfOptions();
        var (counter, counts) = CountVectorizer.FitTransform(texts, options);
        var vectorizer = new TfidfVectorizer(options, counter, Weights(counts, options));
        return (vectorizer, vectorizer.Weigh(counts));
    }

    /// <summary>The rows of other texts, with the corpus's vocabulary and weights.</summary>
    /// <returns>[texts, vocabulary]; a text without known terms is a row without entries.</returns>
    /// <exception cref="ArgumentException">A text is null.</exception>
    public SparseMatrix Transform(IEnumerable<string> texts) => Weigh(_counter.Transform(texts));

    /// <inheritdoc cref="CountVectorizer.ColumnOf"/>
    public int ColumnOf(string term) => _counter.ColumnOf(term);

    private static double[] Weights(SparseMatrix counts, TfidfOptions options)
    {
        var documents = new double[counts.Columns];
        for (var row = 0; row < counts.Rows; row++)
            foreach (var column in counts.ColumnsOf(row))
                documents[column]++;
        var more = options.SmoothIdf ? 1 : 0;
        return Array.ConvertAll(
            documents, df => options.UseIdf ? Math.Log((counts.Rows + more) / (df + more)) + 1 : 1.0);
    }

    private SparseMatrix Weigh(SparseMatrix counts)
    {
        var (columns, values) = (new int[counts.Entries], new double[counts.Entries]);
        for (var row = 0; row < counts.Rows; row++)
        {
            var start = counts.RowStarts[row];
            var tf = counts.ValuesOf(row);
            var of = counts.ColumnsOf(row);
            of.CopyTo(columns.AsSpan(start));
            for (var i = 0; i < tf.Length; i++)
                values[start + i] = (_options.SublinearTf ? Math.Log(tf[i]) + 1 : tf[i]) * _idf[of[i]];
        }
        return SparseMatrix.Owning(counts.Columns, counts.RowStarts.ToArray(), columns, values)
            .NormalizeRows(_options.Norm);
    }
}
