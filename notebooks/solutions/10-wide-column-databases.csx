// Hints, solutions and variants of the exercises in 10-wide-column-databases.ipynb. Lines "//# kind exercise" begin a section.

//# hint same-answer
// Three questions in order: are the times different? is one of them a tombstone? which value is greater?
//# hint same-answer
// A tombstone has Value null. Two tombstones of one time are equal: either will do.
//# hint same-answer
// string.CompareOrdinal(a.Value, b.Value) >= 0 means that a's value is not the smaller one.
//# solution same-answer
Entry Latest(Entry a, Entry b)
{
    if (a.Time != b.Time) return a.Time > b.Time ? a : b;
    if (a.Value is null || b.Value is null) return a.Value is null ? a : b;
    return string.CompareOrdinal(a.Value, b.Value) >= 0 ? a : b;
}
//# right same-answer : the library's rule
Entry Latest(Entry a, Entry b)
{
    var key = new CellKey(a.Key, "", "v");
    return Cell.Latest(new Cell(key, a.Value, a.Time), new Cell(key, b.Value, b.Time)) == new Cell(key, a.Value, a.Time) ? a : b;
}
//# right same-answer : by sorting
Entry Latest(Entry a, Entry b) => new[] { a, b }.OrderBy(entry => entry.Time).ThenBy(entry => entry.Value is null)
    .ThenBy(entry => entry.Value, StringComparer.Ordinal).Last();
//# wrong same-answer : at one time, what comes first
Entry Latest(Entry a, Entry b) => a.Time >= b.Time ? a : b;
//# wrong same-answer : compares a tombstone as the smallest value
Entry Latest(Entry a, Entry b)
{
    if (a.Time != b.Time) return a.Time > b.Time ? a : b;
    return string.CompareOrdinal(a.Value, b.Value) >= 0 ? a : b;
}
//# wrong same-answer : the greater value, whatever the time
Entry Latest(Entry a, Entry b)
{
    if (a.Value is null || b.Value is null) return a.Value is null ? a : b;
    return string.CompareOrdinal(a.Value, b.Value) >= 0 ? a : b;
}

//# hint merge-runs
// Aggregate with Run.Merge merges any number; begin with an empty run, for the case of none.
//# hint merge-runs
// Run.Merge already keeps the later of two entries with one key, and tombstones.
//# hint merge-runs
// At the end one Where: an entry goes only if isAll, and its Value is null, and its Time < dropBefore.
//# solution merge-runs
Entry[] MergeRuns(Entry[][] runs, bool isAll, long dropBefore) =>
    [.. runs.Aggregate(Array.Empty<Entry>(), Run.Merge).Where(entry => !(isAll && entry.Value is null && entry.Time < dropBefore))];
//# right merge-runs : by grouping
Entry[] MergeRuns(Entry[][] runs, bool isAll, long dropBefore) =>
    [.. runs.SelectMany(run => run).GroupBy(entry => entry.Key).Select(group => group.MaxBy(entry => entry.Time)!)
        .Where(entry => entry.Value is not null || !isAll || entry.Time >= dropBefore).OrderBy(entry => entry.Key, StringComparer.Ordinal)];
//# wrong merge-runs : drops every tombstone
Entry[] MergeRuns(Entry[][] runs, bool isAll, long dropBefore) =>
    [.. runs.Aggregate(Array.Empty<Entry>(), Run.Merge).Where(entry => entry.Value is not null)];
//# wrong merge-runs : does not look at a tombstone's age
Entry[] MergeRuns(Entry[][] runs, bool isAll, long dropBefore) =>
    [.. runs.Aggregate(Array.Empty<Entry>(), Run.Merge).Where(entry => !(isAll && entry.Value is null))];
//# wrong merge-runs : drops the tombstones first, so the dead return
Entry[] MergeRuns(Entry[][] runs, bool isAll, long dropBefore) =>
    runs.Select(run => run.Where(entry => !(isAll && entry.Value is null && entry.Time < dropBefore)).ToArray())
        .Aggregate(Array.Empty<Entry>(), Run.Merge);
//# wrong merge-runs : the last run wins, whatever the times
Entry[] MergeRuns(Entry[][] runs, bool isAll, long dropBefore) =>
    [.. runs.SelectMany(run => run).GroupBy(entry => entry.Key).Select(group => group.Last())
        .Where(entry => entry.Value is not null || !isAll || entry.Time >= dropBefore).OrderBy(entry => entry.Key, StringComparer.Ordinal)];

//# hint highest-number
// The number of a pair comes from one text that names both: Hash.Of($"{node} {key}").
//# hint highest-number
// MaxBy gives the node whose number is the highest.
//# hint highest-number
// It moves so little because the other nodes' numbers do not change when one leaves.
//# solution highest-number
string Owner(string key, string[] nodes) => nodes.MaxBy(node => Hash.Of($"{node} {key}"))!;
//# right highest-number : a loop, and the key first
string Owner(string key, string[] nodes)
{
    var owner = nodes[0];
    foreach (var node in nodes)
        if (Hash.Of($"{key}@{node}") > Hash.Of($"{key}@{owner}")) owner = node;
    return owner;
}
//# wrong highest-number : the remainder
string Owner(string key, string[] nodes) => nodes[(int)(Hash.Of(key) % (ulong)nodes.Length)];
//# wrong highest-number : the remainder, of sorted nodes
string Owner(string key, string[] nodes) => nodes.Order(StringComparer.Ordinal).ElementAt((int)(Hash.Of(key) % (ulong)nodes.Length));
//# wrong highest-number : the number does not depend on the key
string Owner(string key, string[] nodes) => nodes.MaxBy(Hash.Of)!;
//# wrong highest-number : a ring with one point a node
string Owner(string key, string[] nodes) => new SmallRing(1, nodes).Replicas(key, 1).First();
