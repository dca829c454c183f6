using System.Text.Json.Nodes;

namespace GenAiCourse.Stores;

/// <summary>The values at one path, in order, with the documents that have them.</summary>
/// <remarks>
/// A balanced tree, where MongoDB has a B-tree on the disk. A document whose value is an array has one entry for the
/// array and one for each element ("multikey"), so a condition that any element may fulfil is a walk over the tree.
/// </remarks>
internal sealed class DocumentIndex(string path, bool isUnique)
{
    private readonly SortedSet<Entry> _entries = new(Comparer<Entry>.Create(Compare));

    // Documents with more than one entry: while there are any, two bounds may be met by different elements.
    private int _multikey;

    public string Path => path;

    public bool IsUnique => isUnique;

    public void Add(long number, JsonObject document)
    {
        var keys = Keys(document);
        foreach (var key in keys) _entries.Add(Entry.Of(key, 0, number));
        if (keys.Count > 1) _multikey++;
    }

    public void Remove(long number, JsonObject document)
    {
        var keys = Keys(document);
        foreach (var key in keys) _entries.Remove(Entry.Of(key, 0, number));
        if (keys.Count > 1) _multikey--;
    }

    /// <summary>Another document that has a value of this one; null when there is none.</summary>
    public (JsonNode? Key, long Number)? Conflict(JsonObject document, Func<long, bool> isGone)
    {
        foreach (var key in Keys(document))
            foreach (var entry in Between(Entry.Of(key, -1, 0), Entry.Of(key, 1, 0)))
                if (!isGone(entry.Number))
                    return (key, entry.Number);
        return null;
    }

    /// <summary>
    /// The documents that may fulfil the conditions on this path, in order of number, all that do among them; null
    /// when no condition is one that an index can use.
    /// </summary>
    public IReadOnlyCollection<long>? Candidates(IEnumerable<(string Path, string Operator, JsonNode? Operand)> bounds)
    {
        var mine = bounds.Where(bound => bound.Path == path).ToList();
        if (mine.Count == 0) return null;
        var equal = mine.Find(bound => bound.Operator is "$eq" or "$in");
        var numbers = new SortedSet<long>();
        if (equal.Operator is not null)
        {
            foreach (var value in equal.Operator == "$eq" ? new[] { equal.Operand } : [.. equal.Operand!.AsArray()])
                numbers.UnionWith(Between(Entry.Of(value, -1, 0), Entry.Of(value, 1, 0)).Select(entry => entry.Number));
            return numbers;
        }
        var (low, high) = Range(mine[0]);
        foreach (var bound in mine.Skip(1).Where(_ => _multikey == 0))
        {
            var (otherLow, otherHigh) = Range(bound);
            if (Compare(otherLow, low) > 0) low = otherLow;
            if (Compare(otherHigh, high) < 0) high = otherHigh;
        }
        if (Compare(low, high) <= 0) numbers.UnionWith(Between(low, high).Select(entry => entry.Number));
        return numbers;
    }

    private SortedSet<Entry> Between(Entry low, Entry high) => _entries.GetViewBetween(low, high);

    // A comparison never leaves the operand's type: strings are no numbers.
    private static (Entry Low, Entry High) Range((string Path, string Operator, JsonNode? Operand) bound)
    {
        var rank = JsonValues.Rank(bound.Operand);
        var (first, last) = (new Entry(rank, null, -2, 0), new Entry(rank, null, 2, 0));
        return bound.Operator switch
        {
            "$gt" => (Entry.Of(bound.Operand, 1, 0), last),
            "$gte" => (Entry.Of(bound.Operand, -1, 0), last),
            "$lt" => (first, Entry.Of(bound.Operand, -1, 0)),
            _ => (first, Entry.Of(bound.Operand, 1, 0)),
        };
    }

    private List<JsonNode?> Keys(JsonObject document)
    {
        var keys = JsonValues.At(document, path).Distinct(SameValue.Instance).ToList();
        if (keys.Count == 0) keys.Add(null);
        return keys;
    }

    // Edge: −2 and 2 lie before and after all entries of a type, −1 and 1 before and after those of a key.
    private readonly record struct Entry(int Rank, JsonNode? Key, int Edge, long Number)
    {
        public static Entry Of(JsonNode? key, int edge, long number) => new(JsonValues.Rank(key), key, edge, number);
    }

    private static int Compare(Entry a, Entry b)
    {
        if (a.Rank != b.Rank) return a.Rank.CompareTo(b.Rank);
        if (Math.Abs(a.Edge) == 2 || Math.Abs(b.Edge) == 2) return a.Edge.CompareTo(b.Edge);
        var byKey = JsonValues.Compare(a.Key, b.Key);
        if (byKey != 0) return byKey;
        return a.Edge != b.Edge ? a.Edge.CompareTo(b.Edge) : a.Number.CompareTo(b.Number);
    }

    private sealed class SameValue : IEqualityComparer<JsonNode?>
    {
        public static readonly SameValue Instance = new();

        public bool Equals(JsonNode? x, JsonNode? y) => JsonValues.Compare(x, y) == 0;

        public int GetHashCode(JsonNode? obj) => JsonValues.Rank(obj);
    }
}
