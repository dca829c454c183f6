using System.Runtime.InteropServices;
using System.Text;

namespace GenAiCourse.Text;

/// <summary>Learns byte-pair merges from word counts, updating only the pair counts that a merge changes.</summary>
/// <remarks>
/// The plain algorithm counts all pairs again after each merge; this one keeps, for each pair, the words that hold it,
/// and a queue ordered by count. Ties go to the pair with the smaller ids, so that the result has one right answer.
/// </remarks>
internal sealed class BytePairTrainer
{
    private readonly List<(int[] Ids, long Count)> _words;
    private readonly Dictionary<(int Left, int Right), long> _counts = [];
    private readonly Dictionary<(int Left, int Right), HashSet<int>> _holders = [];
    private readonly PriorityQueue<(int Left, int Right), (long, int, int)> _queue = new();

    /// <param name="words">Words and how often each occurs.</param>
    public BytePairTrainer(IReadOnlyDictionary<string, long> words)
    {
        _words = [.. words.OrderBy(word => word.Key, StringComparer.Ordinal)
            .Select(word => (Array.ConvertAll(Encoding.UTF8.GetBytes(word.Key), value => (int)value), word.Value))];
        for (var word = 0; word < _words.Count; word++) Add(word, sign: 1);
        foreach (var pair in _counts.Keys) Enqueue(pair);
    }

    /// <summary>How often each word occurs in the texts.</summary>
    public static Dictionary<string, long> CountWords(IEnumerable<string> texts)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts)
        {
            for (var start = 0; start < text.Length;)
            {
                var end = PieceScanner.End(SplitRule.Gpt2, text, start);
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(
                    lookup, text.AsSpan(start, end - start), out _);
                count++;
                start = end;
            }
        }
        return counts;
    }

    /// <summary>
    /// The next merges, at most <paramref name="most"/>; fewer when no pair is left that occurs twice.
    /// </summary>
    public List<(int Left, int Right)> Learn(int most)
    {
        var merges = new List<(int Left, int Right)>();
        while (merges.Count < most && _queue.TryDequeue(out var pair, out var priority))
        {
            var count = _counts.GetValueOrDefault(pair);
            if (-priority.Item1 != count) continue;         // an entry from before the count changed
            if (count < 2) break;
            Apply(pair, 256 + merges.Count);
            merges.Add(pair);
        }
        return merges;
    }

    private void Apply((int Left, int Right) pair, int id)
    {
        var changed = new HashSet<(int, int)>();
        foreach (var word in _holders[pair].ToArray())
        {
            Add(word, sign: -1, changed);
            _words[word] = (Merge(_words[word].Ids, pair, id), _words[word].Count);
            Add(word, sign: 1, changed);
        }
        foreach (var other in changed) Enqueue(other);
    }

    private static int[] Merge(int[] ids, (int Left, int Right) pair, int id)
    {
        var merged = new List<int>(ids.Length);
        for (var i = 0; i < ids.Length; i++)
        {
            if (i + 1 < ids.Length && ids[i] == pair.Left && ids[i + 1] == pair.Right)
            {
                merged.Add(id);
                i++;
            }
            else
            {
                merged.Add(ids[i]);
            }
        }
        return [.. merged];
    }

    // Adds a word's pairs to the counts, or with sign -1 takes them out again.
    private void Add(int word, int sign, HashSet<(int, int)>? changed = null)
    {
        var (ids, count) = _words[word];
        for (var i = 0; i + 1 < ids.Length; i++)
        {
            var pair = (ids[i], ids[i + 1]);
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, pair, out _) += sign * count;
            ref var holders = ref CollectionsMarshal.GetValueRefOrAddDefault(_holders, pair, out _);
            holders ??= [];
            if (sign > 0) holders.Add(word);
            else holders.Remove(word);
            changed?.Add(pair);
        }
    }

    private void Enqueue((int Left, int Right) pair)
    {
        if (_counts.GetValueOrDefault(pair) is > 0 and var count) _queue.Enqueue(pair, (-count, pair.Left, pair.Right));
    }
}
