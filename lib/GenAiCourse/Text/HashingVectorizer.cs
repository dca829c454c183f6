using System.Text;
using GenAiCourse.Mathematics;

namespace GenAiCourse.Text;

/// <summary>Bags of words without a vocabulary: a term's column is its hash, and nothing is learnt or kept.</summary>
/// <remarks>
/// The column is |h| mod features and the sign that of h, for the signed 32-bit MurmurHash3 h of the term's UTF-8 with
/// seed 0; rows are those of scikit-learn's HashingVectorizer. No column can be turned back into a term. Weinberger,
/// Dasgupta, Langford, Smola and Attenberg, 2009, https://arxiv.org/abs/0902.2206.
/// </remarks>
public sealed class HashingVectorizer
{
    private readonly HashingOptions _options;

    /// <summary>A vectorizer that is ready for use.</summary>
    /// <exception cref="ArgumentException">The options contradict each other or ask to learn something.</exception>
    public HashingVectorizer(HashingOptions? options = null)
    {
        _options = options ?? new HashingOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Features, 1, "Features");
        _options.Terms.Check();
        var free = new VectorizerOptions();
        if (_options.Terms.MaxFeatures is not null
            || _options.Terms.MinDocuments != free.MinDocuments
            || _options.Terms.MaxDocuments != free.MaxDocuments)
            throw new ArgumentException(
                "expected no bounds on documents or features, which take a vocabulary; use CountVectorizer for them",
                nameof(options));
    }

    /// <summary>The rows of some texts, [texts, features].</summary>
    /// <returns>Terms that cancel each other are stored as 0; a text without terms is a row without entries.</returns>
    /// <exception cref="ArgumentException">A text is null.</exception>
    public SparseMatrix Transform(IEnumerable<string> texts)
    {
        var all = CountVectorizer.Texts(texts);
        var counts = TermCounts.OfAll(all, .., _options.Terms);
        var places = new (int Column, int Sign)[counts.Table.Count];
        for (var term = 0; term < places.Length; term++) places[term] = Place(counts.Table[term]);

        var (starts, columns, values) = (new int[all.Count + 1], new List<int>(), new List<double>());
        var row = new SortedDictionary<int, double>();
        for (var r = 0; r < all.Count; r++)
        {
            row.Clear();
            var terms = counts.TermsOf(r);
            var times = counts.CountsOf(r);
            for (var i = 0; i < terms.Length; i++)
            {
                var (column, sign) = places[terms[i]];
                row[column] = _options.Terms.Binary ? 1 : row.GetValueOrDefault(column) + sign * times[i];
            }
            columns.AddRange(row.Keys);
            values.AddRange(row.Values);
            starts[r + 1] = columns.Count;
        }
        return SparseMatrix.Owning(_options.Features, starts, [.. columns], [.. values]).NormalizeRows(_options.Norm);
    }

    private (int Column, int Sign) Place(ReadOnlySpan<char> term)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(term)];
        Encoding.UTF8.GetBytes(term, bytes);
        var hash = (int)MurmurHash3.Hash32(bytes);
        return ((int)(Math.Abs((long)hash) % _options.Features), hash >= 0 || !_options.AlternateSign ? 1 : -1);
    }
}
