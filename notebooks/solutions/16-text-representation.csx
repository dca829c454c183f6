// Hints, solutions and variants of the exercises in 16-text-representation.ipynb. Lines "//# kind exercise" begin a section.

//# hint jaccard
// Split at spaces with StringSplitOptions.RemoveEmptyEntries, and lower the case first.
//# hint jaccard
// A HashSet<string> holds each word once.
//# hint jaccard
// shared = words that both have; together = words that either has; the union of two empty sets is empty, so ask first.
//# solution jaccard
double Jaccard(string a, string b)
{
    HashSet<string> Set(string text) => [.. text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    var (x, y) = (Set(a), Set(b));
    var shared = x.Count(y.Contains);
    var together = x.Count + y.Count - shared;
    return together == 0 ? 1 : (double)shared / together;
}
//# right jaccard : with Intersect and Union
double Jaccard(string a, string b)
{
    var x = a.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    var y = b.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    return x.Union(y).Any() ? x.Intersect(y).Count() / (double)x.Union(y).Count() : 1;
}
//# wrong jaccard : counts a word as often as it occurs
double Jaccard(string a, string b)
{
    var x = a.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    var y = b.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    var shared = x.Count(y.Contains);
    return x.Length + y.Length == 0 ? 1 : shared / (double)(x.Length + y.Length - shared);
}
//# wrong jaccard : takes the nothing between two spaces for a word
double Jaccard(string a, string b)
{
    var (x, y) = (a.ToLowerInvariant().Split(' '), b.ToLowerInvariant().Split(' '));
    return x.Intersect(y).Count() / (double)x.Union(y).Count();
}
//# wrong jaccard : divides two integers
double Jaccard(string a, string b)
{
    var x = a.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    var y = b.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    return x.Union(y).Any() ? x.Intersect(y).Count() / x.Union(y).Count() : 1;
}

//# hint trigrams
// Go word by word: text.Split(' ', StringSplitOptions.RemoveEmptyEntries).
//# hint trigrams
// Put a space at both ends: var padded = $" {word} ".
//# hint trigrams
// The runs begin at 0, 1, … , padded.Length - 3; padded.Substring(i, 3) is one of them.
//# solution trigrams
IEnumerable<string> Trigrams(string text)
{
    foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
    {
        var padded = $" {word} ";
        for (var i = 0; i + 3 <= padded.Length; i++) yield return padded.Substring(i, 3);
    }
}
//# right trigrams : with LINQ
IEnumerable<string> Trigrams(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
    .SelectMany(word => Enumerable.Range(0, word.Length).Select(i => $" {word} "[i..(i + 3)]));
//# wrong trigrams : forgets the spaces
IEnumerable<string> Trigrams(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
    .SelectMany(word => Enumerable.Range(0, Math.Max(0, word.Length - 2)).Select(i => word[i..(i + 3)]));
//# wrong trigrams : loses the last run
IEnumerable<string> Trigrams(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
    .SelectMany(word => Enumerable.Range(0, word.Length - 1).Select(i => $" {word} "[i..(i + 3)]));

//# hint inverted-index
// In the constructor, go through all rows: ColumnsOf(row) and ValuesOf(row) give what to add to each column's list.
//# hint inverted-index
// A Dictionary<int, List<(int Row, double Value)>> can hold the lists.
//# hint inverted-index
// In Search, go through the query's columns only, and add value * value to a dictionary from row to score.
//# hint inverted-index
// Touched is the number of rows in that dictionary. Order by score, then by row.
//# solution inverted-index
class InvertedIndex
{
    private readonly Dictionary<int, List<(int Row, double Value)>> lists = [];

    public InvertedIndex(SparseMatrix rows)
    {
        for (var row = 0; row < rows.Rows; row++)
            for (var i = 0; i < rows.ColumnsOf(row).Length; i++)
            {
                var column = rows.ColumnsOf(row)[i];
                if (!lists.TryGetValue(column, out var list)) lists[column] = list = [];
                list.Add((row, rows.ValuesOf(row)[i]));
            }
    }

    public int Touched { get; private set; }

    public int[] Search(SparseMatrix query, int k)
    {
        var scores = new Dictionary<int, double>();
        for (var i = 0; i < query.ColumnsOf(0).Length; i++)
            foreach (var (row, value) in lists.GetValueOrDefault(query.ColumnsOf(0)[i], []))
                scores[row] = scores.GetValueOrDefault(row) + value * query.ValuesOf(0)[i];
        Touched = scores.Count;
        return [.. scores.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(k).Select(pair => pair.Key)];
    }
}
//# right inverted-index : an array of lists and RowProduct
class InvertedIndex
{
    private readonly SparseMatrix all;
    private readonly List<int>[] lists;

    public InvertedIndex(SparseMatrix rows)
    {
        all = rows;
        lists = [.. Enumerable.Range(0, rows.Columns).Select(_ => new List<int>())];
        for (var row = 0; row < rows.Rows; row++)
            foreach (var column in rows.ColumnsOf(row)) lists[column].Add(row);
    }

    public int Touched { get; private set; }

    public int[] Search(SparseMatrix query, int k)
    {
        int[] found = [.. query.ColumnsOf(0).ToArray().SelectMany(column => lists[column]).Distinct()];
        Touched = found.Length;
        return [.. found.OrderByDescending(row => all.RowProduct(row, query, 0)).ThenBy(row => row).Take(k)];
    }
}
//# wrong inverted-index : looks at every row
class InvertedIndex
{
    private readonly SparseMatrix all;

    public InvertedIndex(SparseMatrix rows) => all = rows;

    public int Touched { get; private set; }

    public int[] Search(SparseMatrix query, int k)
    {
        Touched = all.Rows;
        return [.. Enumerable.Range(0, all.Rows).Where(row => all.RowProduct(row, query, 0) > 0)
            .OrderByDescending(row => all.RowProduct(row, query, 0)).ThenBy(row => row).Take(k)];
    }
}
//# wrong inverted-index : counts shared words instead of adding products
class InvertedIndex
{
    private readonly Dictionary<int, List<int>> lists = [];

    public InvertedIndex(SparseMatrix rows)
    {
        for (var row = 0; row < rows.Rows; row++)
            foreach (var column in rows.ColumnsOf(row))
            {
                if (!lists.TryGetValue(column, out var list)) lists[column] = list = [];
                list.Add(row);
            }
    }

    public int Touched { get; private set; }

    public int[] Search(SparseMatrix query, int k)
    {
        var scores = new Dictionary<int, int>();
        foreach (var column in query.ColumnsOf(0))
            foreach (var row in lists.GetValueOrDefault(column, [])) scores[row] = scores.GetValueOrDefault(row) + 1;
        Touched = scores.Count;
        return [.. scores.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(k).Select(pair => pair.Key)];
    }
}
