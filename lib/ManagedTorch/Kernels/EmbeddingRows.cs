using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>Rows of a table picked by index, and the gradient: rows added back where they came from.</summary>
internal static class EmbeddingRows
{
    public static void Gather<T>(ReadOnlyMemory<long> indices, ReadOnlyMemory<T> table, Memory<T> rows, int width)
        where T : unmanaged =>
        Parallel.For(indices.Length, Math.Max(1, 16384 / Math.Max(1, width)), (start, end) =>
        {
            for (var i = start; i < end; i++)
                table.Span.Slice((int)indices.Span[i] * width, width).CopyTo(rows.Span.Slice(i * width, width));
        });

    /// <summary>Threads share the columns, so that each element is summed in the order of the indices.</summary>
    public static void ScatterAdd<T>(
        ReadOnlyMemory<long> indices, ReadOnlyMemory<T> rows, Memory<T> table, int width, long? padding)
        where T : unmanaged, INumberBase<T> =>
        Parallel.For(width, indices.Length < 256 ? width : 64, (start, end) =>
        {
            for (var i = 0; i < indices.Length; i++)
            {
                var index = indices.Span[i];
                if (index == padding) continue;
                var target = table.Span.Slice((int)index * width + start, end - start);
                TensorPrimitives.Add(target, rows.Span.Slice(i * width + start, end - start), target);
            }
        });

    /// <summary>A 1 in each row, at its index.</summary>
    /// <exception cref="ArgumentException">An index is not in [0, width).</exception>
    public static void OneHot(ReadOnlySpan<long> indices, Span<long> rows, int width)
    {
        for (var i = 0; i < indices.Length; i++)
        {
            if (indices[i] < 0) throw new ArgumentException("Class values must be non-negative.");
            if (indices[i] >= width) throw new ArgumentException("Class values must be smaller than num_classes.");
            rows[i * width + (int)indices[i]] = 1;
        }
    }
}
