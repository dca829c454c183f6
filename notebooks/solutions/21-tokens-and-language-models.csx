// Hints, solutions and variants of the exercises in 21-tokens-and-language-models.ipynb. Lines "//# kind exercise" begin a section.

//# hint windows
// The first window is ids[..length], or all of them when there are fewer. The next one begins length - overlap further on.
//# hint windows
// Stop as soon as a window reaches the end of the document: what would follow lies in it already.
//# hint windows
// for (var start = 0; ; start += length - overlap): the window ends at Math.Min(start + length, ids.Length).
//# solution windows
List<int[]> Windows(int[] ids, int length, int overlap)
{
    var windows = new List<int[]>();
    for (var start = 0; start < ids.Length; start += length - overlap)
    {
        var end = Math.Min(start + length, ids.Length);
        windows.Add(ids[start..end]);
        if (end == ids.Length) break;
    }
    return windows;
}
//# right windows : counts them first
List<int[]> Windows(int[] ids, int length, int overlap)
{
    if (ids.Length == 0) return [];
    var more = Math.Max(0, ids.Length - length);
    var count = 1 + (more + length - overlap - 1) / (length - overlap);
    return [.. Enumerable.Range(0, count).Select(i => ids.Skip(i * (length - overlap)).Take(length).ToArray())];
}
//# wrong windows : without the overlap
List<int[]> Windows(int[] ids, int length, int overlap) => [.. ids.Chunk(length)];
//# wrong windows : goes on after the end was reached
List<int[]> Windows(int[] ids, int length, int overlap)
{
    var windows = new List<int[]>();
    for (var start = 0; start < ids.Length; start += length - overlap)
        windows.Add(ids[start..Math.Min(start + length, ids.Length)]);
    return windows;
}

//# hint by-rank
// Begin with the bytes of the piece. Look at all neighbours: which pairs have a rank?
//# hint by-rank
// Among those pairs take the one with the lowest rank; Join(ids, pair, 256 + rank) joins it everywhere.
//# hint by-rank
// Repeat until no pair of neighbours has a rank.
//# solution by-rank
List<int> EncodeByRank(string piece, Dictionary<(int, int), int> ranks)
{
    var ids = BytesOf(piece);
    while (true)
    {
        var known = ids.Zip(ids.Skip(1)).Where(ranks.ContainsKey).ToArray();
        if (known.Length == 0) return ids;
        var best = known.MinBy(pair => ranks[pair]);
        ids = Join(ids, best, 256 + ranks[best]);
    }
}
//# right by-rank : with a loop over the places
List<int> EncodeByRank(string piece, Dictionary<(int, int), int> ranks)
{
    var ids = BytesOf(piece);
    for (var lowest = 0; lowest < int.MaxValue;)
    {
        lowest = int.MaxValue;
        var pair = (0, 0);
        for (var i = 0; i + 1 < ids.Count; i++)
            if (ranks.TryGetValue((ids[i], ids[i + 1]), out var rank) && rank < lowest) (lowest, pair) = (rank, (ids[i], ids[i + 1]));
        if (lowest < int.MaxValue) ids = Join(ids, pair, 256 + lowest);
    }
    return ids;
}
//# wrong by-rank : joins the leftmost pair that has a rank
List<int> EncodeByRank(string piece, Dictionary<(int, int), int> ranks)
{
    var ids = BytesOf(piece);
    while (true)
    {
        var known = ids.Zip(ids.Skip(1)).Where(ranks.ContainsKey).ToArray();
        if (known.Length == 0) return ids;
        ids = Join(ids, known[0], 256 + ranks[known[0]]);
    }
}
//# wrong by-rank : stops after one join
List<int> EncodeByRank(string piece, Dictionary<(int, int), int> ranks)
{
    var ids = BytesOf(piece);
    var known = ids.Zip(ids.Skip(1)).Where(ranks.ContainsKey).ToArray();
    if (known.Length == 0) return ids;
    var best = known.MinBy(pair => ranks[pair]);
    return Join(ids, best, 256 + ranks[best]);
}

//# hint continuation
// document.Prepend(start).Zip(document) gives each token with the one before it.
//# hint continuation
// Each *different* pair counts once: put the pairs of all documents into a set.
//# hint continuation
// For each pair of the set add 1 to the second token's count; divide all by the number of pairs.
//# solution continuation
double[] Continuation(int[][] documents, int size, int start)
{
    var pairs = documents.SelectMany(document => document.Prepend(start).Zip(document)).ToHashSet();
    var counts = new double[size];
    foreach (var (_, token) in pairs) counts[token]++;
    return [.. counts.Select(count => count / pairs.Count)];
}
//# right continuation : a set of neighbours for each token
double[] Continuation(int[][] documents, int size, int start)
{
    var before = Enumerable.Range(0, size).Select(_ => new HashSet<int>()).ToArray();
    foreach (var document in documents)
        for (var i = 0; i < document.Length; i++) before[document[i]].Add(i == 0 ? start : document[i - 1]);
    var all = (double)before.Sum(set => set.Count);
    return before.Select(set => set.Count / all).ToArray();
}
//# wrong continuation : how often a token occurs
double[] Continuation(int[][] documents, int size, int start)
{
    var counts = new double[size];
    foreach (var token in documents.SelectMany(document => document)) counts[token]++;
    return [.. counts.Select(count => count / counts.Sum())];
}
//# wrong continuation : one long document
double[] Continuation(int[][] documents, int size, int start)
{
    var all = documents.SelectMany(document => document).ToArray();
    var pairs = all.Prepend(start).Zip(all).ToHashSet();
    var counts = new double[size];
    foreach (var (_, token) in pairs) counts[token]++;
    return [.. counts.Select(count => count / pairs.Count)];
}
