using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GenAiCourse.Text;

/// <summary>
/// A few bytes as a hash table's key: up to 16 of them as they are, more as the first eight and a hash of all.
/// </summary>
/// <remarks>Equal bytes have equal keys. The converse holds up to <see cref="ExactLength"/> bytes only.</remarks>
internal readonly record struct TokenKey(ulong Low, ulong High, int Length)
{
    /// <summary>Up to this length in bytes a key says all.</summary>
    public const int ExactLength = 16;

    // Odd constants near 2⁶⁴/φ and 2⁶⁴/√2: Knuth, The Art of Computer Programming 3, 2nd edition, section 6.4.
    private const ulong Golden = 0x9E3779B97F4A7C15, Root = 0xB504F333F9DE6485;

    /// <summary>The key of some bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TokenKey Of(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        < 8 => new(Padded(bytes), 0, bytes.Length),
        <= ExactLength => new(BinaryPrimitives.ReadUInt64LittleEndian(bytes), Padded(bytes[8..]), bytes.Length),
        _ => new(BinaryPrimitives.ReadUInt64LittleEndian(bytes), HashOf(bytes), bytes.Length),
    };

    /// <summary>The key of up to 16 characters when all are ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryAscii(ReadOnlySpan<char> text, int start, int length, out TokenKey key)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text)[start..];
        return units.Length < ExactLength ? TryAsciiAtEnd(units, length, out key) : TryAscii(units, length, out key);
    }

    /// <summary>Where to look first in a table of 2^(64 - <paramref name="shift"/>) places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Place(int shift) =>
        (int)(((Low ^ BitOperations.RotateLeft((High + (ulong)Length) * Root, 32)) * Golden) >> shift);

    /// <summary>Writes the bytes of an exact key.</summary>
    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Low);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], High);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryAsciiAtEnd(ReadOnlySpan<ushort> units, int length, out TokenKey key)
    {
        Span<ushort> padded = stackalloc ushort[ExactLength];
        units[..length].CopyTo(padded);
        return TryAscii(padded, length, out key);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryAscii(ReadOnlySpan<ushort> units, int length, out TokenKey key)
    {
        var bytes = Vector128.NarrowWithSaturation(Vector128.Create(units), Vector128.Create(units[8..]))
            & Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)length));
        var halves = bytes.AsUInt64();
        key = new TokenKey(halves.ToScalar(), halves.GetElement(1), length);
        return bytes.ExtractMostSignificantBits() == 0;
    }

    private static ulong Padded(ReadOnlySpan<byte> bytes)
    {
        // Two overlapping reads, or byte by byte: never beyond the end.
        switch (bytes.Length)
        {
            case >= 8:
                return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            case >= 4:
                return BinaryPrimitives.ReadUInt32LittleEndian(bytes)
                    | (ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]) << (8 * (bytes.Length - 4));
            case > 0:
                return bytes[0]
                    | (ulong)bytes[bytes.Length / 2] << (8 * (bytes.Length / 2))
                    | (ulong)bytes[^1] << (8 * (bytes.Length - 1));
            default:
                return 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong HashOf(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length;
        for (; bytes.Length >= 8; bytes = bytes[8..])
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * Golden, 29);
        return (hash ^ Padded(bytes)) * Golden;
    }
}
