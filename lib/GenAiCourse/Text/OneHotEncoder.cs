using GenAiCourse.Mathematics;

namespace GenAiCourse.Text;

/// <summary>A column for each of the words that were seen, and a 1 in the column of the word that is meant.</summary>
/// <remarks>
/// Words come in the order of code points. All words are equally far from each other, √2, so that a one-hot vector says
/// which word stands there and nothing about it; embeddings begin where this ends.
/// </remarks>
public sealed class OneHotEncoder
{
    private readonly string[] _words;
    private readonly Dictionary<string, int> _columns;

    /// <summary>An encoder of the distinct words among these.</summary>
    /// <exception cref="ArgumentException">There is no word, or one is null.</exception>
    public OneHotEncoder(IEnumerable<string> words)
    {
        _words = [.. CountVectorizer.Texts(words).Distinct(StringComparer.Ordinal)];
        if (_words.Length == 0) throw new ArgumentException("expected at least one word, got none", nameof(words));
        Array.Sort(_words, (a, b) => CodePointOrder.Compare(a, b));
        _columns = _words.Index().ToDictionary(word => word.Item, word => word.Index, StringComparer.Ordinal);
    }

    /// <summary>The word of each column.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The column of a word; -1 where there is none.</summary>
    public int ColumnOf(string word) => _columns.GetValueOrDefault(word, -1);

    /// <summary>One row for each word, [words, columns].</summary>
    /// <param name="skipUnknown">Whether a word that is not known is a row of zeros instead of an error.</param>
    /// <exception cref="ArgumentException">A word is null, or not known and not to be skipped.</exception>
    public SparseMatrix Encode(IEnumerable<string> words, bool skipUnknown = false)
    {
        var all = CountVectorizer.Texts(words);
        var (starts, columns) = (new int[all.Count + 1], new List<int>());
        for (var i = 0; i < all.Count; i++)
        {
            if (_columns.TryGetValue(all[i], out var column)) columns.Add(column);
            else if (!skipUnknown)
                throw new ArgumentException(
                    $"expected one of the {_words.Length} words, got \"{all[i]}\" at {i}; "
                    + "skipUnknown makes it a row of zeros", nameof(words));
            starts[i + 1] = columns.Count;
        }
        return SparseMatrix.Owning(_words.Length, starts, [.. columns], [.. columns.Select(_ => 1.0)]);
    }

    /// <summary>The word of each row: the column of its greatest value; null for a row without entries.</summary>
    /// <exception cref="ArgumentException">The rows have another number of columns.</exception>
    public string?[] Decode(SparseMatrix rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Columns != _words.Length)
            throw new ArgumentException($"expected {_words.Length} columns, got {rows.Columns}", nameof(rows));
        var words = new string?[rows.Rows];
        for (var r = 0; r < words.Length; r++)
        {
            var values = rows.ValuesOf(r);
            if (values.Length == 0) continue;
            var best = 0;
            for (var i = 1; i < values.Length; i++)
                if (values[i] > values[best]) best = i;
            words[r] = _words[rows.ColumnsOf(r)[best]];
        }
        return words;
    }
}
