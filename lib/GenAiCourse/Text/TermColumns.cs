using GenAiCourse.Mathematics;

namespace GenAiCourse.Text;

/// <summary>Which term is in which column, and the making of a matrix from counts.</summary>
internal sealed class TermColumns
{
    private readonly TermTable _table;
    private readonly int[] _columns;        // of each term of the table; -1 of those that were left out

    private TermColumns(TermTable table, int[] columns, string[] terms) =>
        (_table, _columns, Terms) = (table, columns, terms);

    /// <summary>The terms by column, in the order of code points.</summary>
    public string[] Terms { get; }

    /// <summary>The column of a term; -1 where it has none.</summary>
    public int Of(string term) => _table.Find(term) is var number and >= 0 ? _columns[number] : -1;

    /// <summary>Counts all terms, keeps those that the options ask for, and orders them.</summary>
    public static (TermColumns Columns, SparseMatrix Counts) Fit(IReadOnlyList<string> texts, VectorizerOptions options)
    {
        var parts = Parts(texts.Count, options.Threads);
        var counts = new TermCounts[parts.Length];
        Each(parts.Length, part => counts[part] = TermCounts.OfAll(texts, parts[part], options));

        var table = counts[0].Table;
        var numbers = new int[counts.Length][];
        for (var part = 0; part < counts.Length; part++)
        {
            numbers[part] = new int[counts[part].Table.Count];
            for (var term = 0; term < numbers[part].Length; term++)
                numbers[part][term] = part == 0 ? term : table.GetOrAdd(counts[part].Table[term]);
        }
        if (table.Count == 0)
            throw new ArgumentException(
                "expected at least one term, got none; every text is empty, or of stop words or one-letter words only",
                nameof(texts));

        var columns = Choose(table, counts, numbers, texts.Count, options);
        var maps = Array.ConvertAll(numbers, part => Array.ConvertAll(part, number => columns._columns[number]));
        return (columns, Matrix(counts, maps, columns.Terms.Length, options.Binary));
    }

    /// <summary>Counts the terms that have a column.</summary>
    public SparseMatrix Transform(IReadOnlyList<string> texts, VectorizerOptions options)
    {
        var parts = Parts(texts.Count, options.Threads);
        var counts = new TermCounts[parts.Length];
        Each(parts.Length, part => counts[part] = TermCounts.OfKnown(texts, parts[part], options, _table));
        return Matrix(counts, [.. counts.Select(_ => _columns)], Terms.Length, options.Binary);
    }

    private static TermColumns Choose(
        TermTable table, TermCounts[] counts, int[][] numbers, int documents, VectorizerOptions options)
    {
        var (inDocuments, inAll) = (new int[table.Count], new long[table.Count]);
        for (var part = 0; part < counts.Length; part++)
            for (var row = 0; row < counts[part].Rows; row++)
            {
                var terms = counts[part].TermsOf(row);
                var times = counts[part].CountsOf(row);
                for (var i = 0; i < terms.Length; i++)
                {
                    inDocuments[numbers[part][terms[i]]]++;
                    inAll[numbers[part][terms[i]]] += options.Binary ? 1 : times[i];
                }
            }
        var (least, most) = (options.MinDocuments.Of(documents), options.MaxDocuments.Of(documents));
        int[] kept = [.. Enumerable.Range(0, table.Count)
            .Where(term => inDocuments[term] >= least && inDocuments[term] <= most)];
        if (kept.Length == 0)
            throw new ArgumentException(
                $"expected terms that stand in {least} to {most} of the {documents} texts, got none; "
                + "lower MinDocuments or raise MaxDocuments", nameof(options));
        Array.Sort(kept, (a, b) => CodePointOrder.Compare(table[a], table[b]));
        if (options.MaxFeatures is { } limit && limit < kept.Length)
        {
            var often = kept.OrderByDescending(term => inAll[term]).Take(limit).ToHashSet();
            kept = Array.FindAll(kept, often.Contains);
        }

        var columns = new int[table.Count];
        columns.AsSpan().Fill(-1);
        for (var column = 0; column < kept.Length; column++) columns[kept[column]] = column;
        return new TermColumns(table, columns, Array.ConvertAll(kept, term => table[term].ToString()));
    }

    private static SparseMatrix Matrix(TermCounts[] counts, int[][] maps, int width, bool binary)
    {
        var first = new int[counts.Length + 1];
        for (var part = 0; part < counts.Length; part++) first[part + 1] = first[part] + counts[part].Rows;
        var starts = new int[first[^1] + 1];
        for (var part = 0; part < counts.Length; part++)
            for (var row = 0; row < counts[part].Rows; row++)
            {
                var entries = 0;
                foreach (var term in counts[part].TermsOf(row))
                    if (maps[part][term] >= 0) entries++;
                starts[first[part] + row + 1] = checked(starts[first[part] + row] + entries);
            }
        var (columns, values) = (new int[starts[^1]], new double[starts[^1]]);
        Each(
            counts.Length,
            part => Fill(counts[part], maps[part], starts.AsSpan(first[part]), columns, values, binary));
        return SparseMatrix.Owning(width, starts, columns, values);
    }

    private static void Fill(
        TermCounts counts, int[] map, ReadOnlySpan<int> starts, int[] columns, double[] values, bool binary)
    {
        var row = new List<long>();         // column · 2³² + count: sorted by column
        for (var r = 0; r < counts.Rows; r++)
        {
            row.Clear();
            var terms = counts.TermsOf(r);
            var times = counts.CountsOf(r);
            for (var i = 0; i < terms.Length; i++)
                if (map[terms[i]] >= 0)
                    row.Add(((long)map[terms[i]] << 32) | (uint)times[i]);
            row.Sort();
            for (var i = 0; i < row.Count; i++)
            {
                columns[starts[r] + i] = (int)(row[i] >> 32);
                values[starts[r] + i] = binary ? 1 : (int)row[i];
            }
        }
    }

    private static Range[] Parts(int count, int threads)
    {
        var parts = Math.Clamp(threads, 1, Math.Max(1, count));
        return [.. Enumerable.Range(0, parts)
            .Select(part => (int)((long)count * part / parts)..(int)((long)count * (part + 1) / parts))];
    }

    private static void Each(int count, Action<int> act)
    {
        if (count == 1) act(0);
        else Parallel.For(0, count, act);
    }
}
