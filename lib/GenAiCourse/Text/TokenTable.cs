using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenAiCourse.Text;

/// <summary>The ids of tokens by their bytes, and the bytes by id: read-only once made.</summary>
internal sealed class TokenTable
{
    // 80 times the largest vocabulary that OpenAI publishes: beyond it an id is a mistake in a file.
    private const int MostIds = 1 << 24;

    private readonly Entry[] _entries;
    private readonly int _shift;
    private readonly byte[]?[] _bytes;

    /// <param name="tokens">The bytes of the tokens and their ids.</param>
    /// <exception cref="ArgumentException">
    /// A token is empty, or it or its id stands there twice, or one of the 256 bytes is no token.
    /// </exception>
    public TokenTable(IReadOnlyCollection<(byte[] Bytes, int Id)> tokens)
    {
        foreach (var (_, id) in tokens)
            if (id is < 0 or >= MostIds)
                throw new ArgumentException($"token {id}: expected an id in [0, {MostIds})", nameof(tokens));
        // At most half full, so that a search ends after few steps.
        var bits = Math.Max(9, BitOperations.Log2((uint)tokens.Count) + 2);
        (_entries, _shift) = (new Entry[1 << bits], 64 - bits);
        LongestToken = tokens.Count == 0 ? 0 : tokens.Max(token => token.Bytes.Length);
        _bytes = new byte[]?[tokens.Count == 0 ? 0 : tokens.Max(token => token.Id) + 1];
        foreach (var (bytes, id) in tokens) Add(bytes, id);
        Span<byte> single = stackalloc byte[1];
        for (var value = 0; value < 256; value++)
        {
            single[0] = (byte)value;
            if (!TryFind(single, out SingleBytes[value]))
                throw new ArgumentException($"expected every byte to be a token, got none for {value}", nameof(tokens));
        }
    }

    /// <summary>Length in bytes of the longest token.</summary>
    public int LongestToken { get; }

    /// <summary>The ids of the 256 tokens of one byte.</summary>
    public int[] SingleBytes { get; } = new int[256];

    /// <summary>The greatest id and one.</summary>
    public int IdBound => _bytes.Length;

    /// <summary>The bytes of a token; null when no token has that id.</summary>
    public byte[]? BytesOf(int id) => (uint)id < (uint)_bytes.Length ? _bytes[id] : null;

    /// <summary>The id of some bytes, if they are a token.</summary>
    public bool TryFind(ReadOnlySpan<byte> bytes, out int id)
    {
        if (bytes.Length > LongestToken)
        {
            id = -1;
            return false;
        }
        return TryFind(TokenKey.Of(bytes), bytes, out id);
    }

    /// <summary>The id of some bytes whose key is known; the bytes matter only where the key is not exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryFind(in TokenKey key, ReadOnlySpan<byte> bytes, out int id)
    {
        var entries = _entries;
        for (var place = key.Place(_shift); ; place++)
        {
            ref readonly var entry = ref entries[place & (entries.Length - 1)];
            if (entry.Length == 0)
            {
                id = -1;
                return false;
            }
            if (entry.Low != key.Low || entry.High != key.High || entry.Length != key.Length) continue;
            if (key.Length > TokenKey.ExactLength && !bytes.SequenceEqual(_bytes[entry.Id])) continue;
            id = entry.Id;
            return true;
        }
    }

    private void Add(byte[] bytes, int id)
    {
        if (bytes.Length == 0) throw new ArgumentException($"token {id}: expected bytes, got none");
        if (_bytes[id] is not null) throw new ArgumentException($"token {id}: the id stands there twice");
        if (TryFind(bytes, out var other))
            throw new ArgumentException($"token {id}: its bytes are those of token {other}");
        var key = TokenKey.Of(bytes);
        var place = key.Place(_shift);
        while (_entries[place & (_entries.Length - 1)].Length > 0) place++;
        _entries[place & (_entries.Length - 1)] = new Entry(key.Low, key.High, key.Length, id);
        _bytes[id] = bytes;
    }

    // Length 0: nothing here.
    private readonly record struct Entry(ulong Low, ulong High, int Length, int Id);
}
