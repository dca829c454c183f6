using System.Runtime.CompilerServices;

namespace GenAiCourse.Text;

/// <summary>Remembers the ids of pieces that were merged lately: one piece a place, the newer one stays.</summary>
/// <remarks>
/// Of bounded size whatever the text, and safe from several threads: a place holds a reference to something that never
/// changes, so a race costs a merge and nothing else.
/// </remarks>
internal sealed class PieceCache
{
    private const int Bits = 15;

    private readonly Entry?[] _entries = new Entry?[1 << Bits];

    /// <summary>The ids of a piece, if they are remembered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryGet(in TokenKey key, ReadOnlySpan<byte> bytes, out ReadOnlySpan<int> ids)
    {
        if (_entries[key.Place(64 - Bits)] is { } entry && entry.Key == key
                && (key.Length <= TokenKey.ExactLength || bytes.SequenceEqual(entry.LongBytes)))
        {
            ids = entry.Ids;
            return true;
        }
        ids = [];
        return false;
    }

    /// <summary>Remembers the ids of a piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Put(in TokenKey key, ReadOnlySpan<byte> bytes, ReadOnlySpan<int> ids) =>
        _entries[key.Place(64 - Bits)] =
            new Entry(key, key.Length > TokenKey.ExactLength ? bytes.ToArray() : [], ids.ToArray());

    private sealed record Entry(TokenKey Key, byte[] LongBytes, int[] Ids);
}
