using System.Collections;

namespace GenAiCourse.Stores;

/// <summary>A set that may say yes wrongly, never no: a few bits a key in place of the keys.</summary>
/// <remarks>
/// Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970. m = −n ln p / (ln 2)² bits and
/// k = (m / n) ln 2 hashes, made of two by enhanced double hashing: Dillinger and Manolios, "Bloom filters in
/// probabilistic verification", 2004, section 5.2; plain double hashing errs more often in small filters.
/// </remarks>
public sealed class BloomFilter
{
    private readonly BitArray _bits;

    /// <summary>An empty filter.</summary>
    /// <param name="expectedKeys">n: how many keys it is made for, at least 1.</param>
    /// <param name="falsePositiveRate">p: how often it may say yes wrongly once it holds them, in (0, 1).</param>
    public BloomFilter(int expectedKeys, double falsePositiveRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(expectedKeys);
        if (!(falsePositiveRate is > 0 and < 1))
            throw new ArgumentOutOfRangeException(
                nameof(falsePositiveRate), falsePositiveRate, "expected a rate in (0, 1)");
        var bits = -expectedKeys * Math.Log(falsePositiveRate) / (Math.Log(2) * Math.Log(2));
        _bits = new BitArray(Math.Max(8, (int)Math.Min(Math.Ceiling(bits), int.MaxValue - 64)));
        Hashes = Math.Max(1, (int)Math.Round(bits / expectedKeys * Math.Log(2)));
    }

    private BloomFilter(BitArray bits, int hashes)
    {
        _bits = bits;
        Hashes = hashes;
    }

    /// <summary>m: the number of bits.</summary>
    public int Bits => _bits.Length;

    /// <summary>k: how many bits a key sets.</summary>
    public int Hashes { get; }

    /// <summary>Adds a key.</summary>
    public void Add(string key)
    {
        foreach (var place in Places(key)) _bits[place] = true;
    }

    /// <summary>False when the key was certainly never added.</summary>
    public bool MayContain(string key) => Places(key).All(place => _bits[place]);

    internal void Write(BinaryWriter writer)
    {
        var bytes = new byte[(_bits.Length + 7) / 8];
        ((ICollection)_bits).CopyTo(bytes, 0);
        writer.Write(_bits.Length);
        writer.Write(Hashes);
        writer.Write(bytes);
    }

    internal static BloomFilter Read(BinaryReader reader)
    {
        var (length, hashes) = (reader.ReadInt32(), reader.ReadInt32());
        return new BloomFilter(new BitArray(reader.ReadBytes((length + 7) / 8)) { Length = length }, hashes);
    }

    private IEnumerable<int> Places(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var hash = StableHash.Of(key);
        var step = (hash >> 32) | 1;
        for (var i = 0; i < Hashes; i++)
        {
            yield return (int)(hash % (ulong)_bits.Length);
            hash += step;
            step += (ulong)i;
        }
    }
}
