using System.Numerics;

namespace GenAiCourse.Data;

/// <summary>An array of bytes or numbers with a shape, as <see cref="IdxFile"/> reads it.</summary>
/// <typeparam name="T">The element: byte, sbyte, short, int, float or double.</typeparam>
/// <param name="Shape">The length of each dimension, such as [60000, 28, 28].</param>
/// <param name="Values">The elements, the last dimension fastest.</param>
public sealed record IdxArray<T>(IReadOnlyList<int> Shape, T[] Values) where T : unmanaged, INumber<T>
{
    /// <summary>The elements of one entry of the first dimension: one image of a set.</summary>
    /// <param name="index">In [0, Shape[0]).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside the array.</exception>
    public ReadOnlySpan<T> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Shape[0]);
            var size = Values.Length / Shape[0];
            return Values.AsSpan(index * size, size);
        }
    }
}
