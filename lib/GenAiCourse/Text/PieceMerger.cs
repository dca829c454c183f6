using System.Runtime.CompilerServices;

namespace GenAiCourse.Text;

/// <summary>
/// Merges the bytes of a piece: of all neighbours that together are a token, the pair of the lowest id (the leftmost of
/// equals) becomes one, until no pair is a token.
/// </summary>
/// <remarks>
/// Sennrich, Haddow and Birch, 2016, https://arxiv.org/abs/1508.07909, algorithm 1, applied. A merge is found by the
/// bytes of the pair, as tiktoken does; a token's id says how early it was learned.
/// </remarks>
internal static class PieceMerger
{
    /// <summary>Up to this length in bytes, searching all pairs each time costs less than keeping a queue.</summary>
    public const int LongestShort = 64;

    private const int None = int.MaxValue;

    /// <summary>Appends the ids of a piece.</summary>
    public static void Merge(TokenTable table, ReadOnlySpan<byte> piece, IdBuffer ids)
    {
        if (piece.Length <= LongestShort) MergeShort(table, piece, ids);
        else MergeLong(table, piece, ids);
    }

    // Part i starts at starts[i] and ends at starts[i + 1]; ranks[i] is the id of parts i and i + 1 together.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MergeShort(TokenTable table, ReadOnlySpan<byte> piece, IdBuffer ids)
    {
        Span<int> starts = stackalloc int[LongestShort + 1], ranks = stackalloc int[LongestShort + 1];
        var parts = piece.Length;
        for (var i = 0; i <= parts; i++) starts[i] = i;
        for (var i = 0; i + 1 < parts; i++) ranks[i] = Rank(table, piece[i..(i + 2)]);
        ids.MergeSteps += parts;
        while (parts > 1)
        {
            var (best, at) = (None, -1);
            for (var i = 0; i + 1 < parts; i++)
                if (ranks[i] < best)
                    (best, at) = (ranks[i], i);
            ids.MergeSteps += parts;
            if (at < 0) break;
            starts[(at + 2)..(parts + 1)].CopyTo(starts[(at + 1)..]);
            if (at + 2 < parts) ranks[(at + 2)..(parts - 1)].CopyTo(ranks[(at + 1)..]);
            parts--;
            if (at + 1 < parts) ranks[at] = Rank(table, piece[starts[at]..starts[at + 2]]);
            if (at > 0) ranks[at - 1] = Rank(table, piece[starts[at - 1]..starts[at + 1]]);
        }
        for (var i = 0; i < parts; i++) ids.Add(Id(table, piece[starts[i]..starts[i + 1]]));
    }

    // The same with a linked list of parts, named by their first byte, and a queue of pairs by id and then place, whose
    // entries stay when their pair is gone: one whose rank is not the pair's any more is passed over. (A pair that
    // starts at the same byte as an earlier one is longer than that, so its rank is another.)
    private static void MergeLong(TokenTable table, ReadOnlySpan<byte> piece, IdBuffer ids)
    {
        var length = piece.Length;
        var (next, previous, ranks) = (new int[length + 1], new int[length + 1], new int[length + 1]);
        var pairs = new List<(int Start, long Priority)>(length);
        for (var i = 0; i <= length; i++) (next[i], previous[i], ranks[i]) = (i + 1, i - 1, None);
        for (var i = 0; i + 1 < length; i++)
        {
            ranks[i] = Rank(table, piece[i..(i + 2)]);
            if (ranks[i] != None) pairs.Add((i, Priority(ranks[i], i)));
        }
        var queue = new PriorityQueue<int, long>(pairs);
        ids.MergeSteps += length;
        while (queue.TryDequeue(out var start, out var priority))
        {
            ids.MergeSteps++;
            if (priority != Priority(ranks[start], start)) continue;
            var middle = next[start];
            var end = next[middle];
            (next[start], previous[end], ranks[middle]) = (end, start, None);
            Update(piece, start, ids);
            if (start > 0) Update(piece, previous[start], ids);
        }
        for (var start = 0; start < length; start = next[start]) ids.Add(Id(table, piece[start..next[start]]));

        void Update(ReadOnlySpan<byte> bytes, int start, IdBuffer counted)
        {
            counted.MergeSteps++;
            var second = next[start];
            ranks[start] = second < length ? Rank(table, bytes[start..next[second]]) : None;
            if (ranks[start] != None) queue.Enqueue(start, Priority(ranks[start], start));
        }
    }

    private static long Priority(int rank, int start) => (long)rank << 32 | (uint)start;

    private static int Rank(TokenTable table, ReadOnlySpan<byte> bytes) => table.TryFind(bytes, out var id) ? id : None;

    private static int Id(TokenTable table, ReadOnlySpan<byte> bytes) =>
        table.TryFind(bytes, out var id)
            ? id
            : throw new InvalidOperationException("a part that is no token: this is a mistake in PieceMerger");
}
