using System.Numerics;
using System.Runtime.InteropServices;

namespace GenAiCourse.Text;

/// <summary>Numbers terms from 0 in the order in which they come, without a string for each.</summary>
internal sealed class TermTable
{
    private int[] _buckets = new int[1024];         // number + 1; 0 for none
    private ulong[] _hashes = new ulong[512];
    private int[] _ends = new int[513];             // of each term, in the text of all
    private char[] _text = new char[4096];

    /// <summary>How many terms there are.</summary>
    public int Count { get; private set; }

    /// <summary>The letters of a term.</summary>
    public ReadOnlySpan<char> this[int term] => _text.AsSpan(_ends[term].._ends[term + 1]);

    /// <summary>The number of a term, which gets one if it has none.</summary>
    public int GetOrAdd(ReadOnlySpan<char> term)
    {
        var hash = Hash(term);
        var bucket = Find(term, hash);
        return _buckets[bucket] != 0 ? _buckets[bucket] - 1 : Add(term, hash, bucket);
    }

    /// <summary>The number of a term; -1 where it has none.</summary>
    public int Find(ReadOnlySpan<char> term) => _buckets[Find(term, Hash(term))] - 1;

    private int Find(ReadOnlySpan<char> term, ulong hash)
    {
        var (buckets, hashes, mask) = (_buckets, _hashes, _buckets.Length - 1);
        var bucket = (int)hash & mask;
        while (buckets[bucket] is var number and not 0)
        {
            if (hashes[number - 1] == hash && this[number - 1].SequenceEqual(term)) break;
            bucket = (bucket + 1) & mask;
        }
        return bucket;
    }

    private int Add(ReadOnlySpan<char> term, ulong hash, int bucket)
    {
        if (Count == _hashes.Length)
        {
            Grow();
            bucket = Find(term, hash);
        }
        var start = _ends[Count];
        if (start + term.Length > _text.Length)
            Array.Resize(ref _text, checked(Math.Max(2 * _text.Length, start + term.Length)));
        term.CopyTo(_text.AsSpan(start));
        _hashes[Count] = hash;
        _ends[++Count] = start + term.Length;
        _buckets[bucket] = Count;
        return Count - 1;
    }

    private void Grow()
    {
        Array.Resize(ref _hashes, 2 * Count);
        Array.Resize(ref _ends, 2 * Count + 1);
        _buckets = new int[4 * Count];
        for (var term = 0; term < Count; term++)
        {
            var bucket = (int)_hashes[term] & (_buckets.Length - 1);
            while (_buckets[bucket] != 0) bucket = (bucket + 1) & (_buckets.Length - 1);
            _buckets[bucket] = term + 1;
        }
    }

    // Four letters at a time, multiplied and rotated, the high half folded into the low one, which chooses the bucket.
    private static ulong Hash(ReadOnlySpan<char> term)
    {
        const ulong Factor = 0x9e3779b97f4a7c15;
        var hash = (ulong)term.Length * Factor;
        var words = MemoryMarshal.Cast<char, ulong>(term);
        foreach (var word in words) hash = BitOperations.RotateLeft((hash ^ word) * Factor, 29);
        foreach (var letter in term[(4 * words.Length)..])
            hash = BitOperations.RotateLeft((hash ^ letter) * Factor, 29);
        hash *= Factor;
        return hash ^ (hash >> 32);
    }
}
