using System.Buffers.Binary;
using System.Numerics;

namespace GenAiCourse.Text;

/// <summary>Austin Appleby's MurmurHash3 with 32 bits: quick, well spread, and no defence against ill will.</summary>
/// <remarks>Appleby, 2011, the variant x86_32: https://github.com/aappleby/smhasher.</remarks>
public static class MurmurHash3
{
    private const uint FirstFactor = 0xcc9e2d51;
    private const uint SecondFactor = 0x1b873593;

    /// <summary>The hash of some bytes; scikit-learn and other libraries read it as a signed number.</summary>
    public static uint Hash32(ReadOnlySpan<byte> bytes, uint seed = 0)
    {
        var hash = seed;
        var rest = bytes;
        for (; rest.Length >= 4; rest = rest[4..])
        {
            hash ^= Scramble(BinaryPrimitives.ReadUInt32LittleEndian(rest));
            hash = BitOperations.RotateLeft(hash, 13) * 5 + 0xe6546b64;
        }
        var tail = 0u;
        for (var i = rest.Length - 1; i >= 0; i--) tail = (tail << 8) | rest[i];
        hash ^= Scramble(tail) ^ (uint)bytes.Length;
        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }

    private static uint Scramble(uint word) => BitOperations.RotateLeft(word * FirstFactor, 15) * SecondFactor;
}
