namespace GenAiCourse.Text;

/// <summary>How often each term stands in each of some texts; terms are numbered as they come.</summary>
internal sealed class TermCounts
{
    private readonly VectorizerOptions _options;
    private readonly bool _adds;
    private readonly TokenLine _line;
    private readonly int[] _starts;
    private int[] _terms = new int[1024];
    private int[] _counts = new int[1024];
    private int[] _places;                  // of each term: its last entry, in whichever row
    private int _entries;

    private TermCounts(int rows, VectorizerOptions options, TermTable table, bool adds)
    {
        (_options, Table, _adds, _line) = (options, table, adds, new TokenLine(options));
        _starts = new int[rows + 1];
        _places = new int[Math.Max(512, table.Count)];
        _places.AsSpan().Fill(-1);
    }

    /// <summary>The terms' numbers.</summary>
    public TermTable Table { get; }

    /// <summary>How many texts were counted.</summary>
    public int Rows => _starts.Length - 1;

    /// <summary>Counts every term of the texts from one to another, and numbers them.</summary>
    public static TermCounts OfAll(IReadOnlyList<string> texts, Range range, VectorizerOptions options) =>
        Of(texts, range, options, new TermTable(), adds: true);

    /// <summary>Counts only the terms that have a number.</summary>
    public static TermCounts OfKnown(
        IReadOnlyList<string> texts, Range range, VectorizerOptions options, TermTable table) =>
        Of(texts, range, options, table, adds: false);

    /// <summary>The terms of a text, each once.</summary>
    public ReadOnlySpan<int> TermsOf(int row) => _terms.AsSpan(_starts[row].._starts[row + 1]);

    /// <summary>How often each of them stands there.</summary>
    public ReadOnlySpan<int> CountsOf(int row) => _counts.AsSpan(_starts[row].._starts[row + 1]);

    private static TermCounts Of(
        IReadOnlyList<string> texts, Range range, VectorizerOptions options, TermTable table, bool adds)
    {
        var (from, length) = range.GetOffsetAndLength(texts.Count);
        var counts = new TermCounts(length, options, table, adds);
        for (var row = 0; row < length; row++) counts.Count(texts[from + row], row);
        return counts;
    }

    private void Count(string text, int row)
    {
        _line.Read(text);
        for (var length = _options.MinNGram; length <= _options.MaxNGram; length++)
            for (var first = 0; first + length <= _line.Count; first++)
            {
                var span = _line.Span(first, first + length - 1);
                var term = _adds ? Table.GetOrAdd(span) : Table.Find(span);
                if (term >= 0) Count(term, _starts[row]);
            }
        _starts[row + 1] = _entries;
    }

    private void Count(int term, int rowStart)
    {
        if (term >= _places.Length)
        {
            var known = _places.Length;
            Array.Resize(ref _places, 2 * known);
            _places.AsSpan(known).Fill(-1);
        }
        if (_places[term] >= rowStart)
        {
            _counts[_places[term]]++;
            return;
        }
        if (_entries == _terms.Length)
        {
            Array.Resize(ref _terms, 2 * _entries);
            Array.Resize(ref _counts, 2 * _entries);
        }
        (_terms[_entries], _counts[_entries], _places[term]) = (term, 1, _entries);
        _entries++;
    }
}
