namespace TorchSharp;

/// <summary>Arithmetic of shapes and strides, with PyTorch's messages.</summary>
internal static class Shapes
{
    /// <summary>The number of elements of a shape.</summary>
    public static long Count(ReadOnlySpan<long> shape)
    {
        var count = 1L;
        foreach (var size in shape) count *= size;
        return count;
    }

    /// <summary>Row-major strides.</summary>
    public static long[] Contiguous(ReadOnlySpan<long> shape)
    {
        if (shape.Length == 0) return [];
        var strides = new long[shape.Length];
        var step = 1L;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            strides[i] = step;
            step *= Math.Max(shape[i], 1);
        }

        return strides;
    }

    public static bool IsContiguous(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides)
    {
        var step = 1L;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            if (shape[i] != 1 && strides[i] != step) return shape.Contains(0);
            step *= shape[i];
        }

        return true;
    }

    /// <summary>A dimension counted from the front, for one that may be counted from the end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
    public static int Dim(long dim, int count)
    {
        var limit = Math.Max(count, 1);
        if (dim < -limit || dim >= limit)
            throw new ArgumentOutOfRangeException(nameof(dim), (string?)
                $"Dimension out of range (expected to be in range of [{-limit}, {limit - 1}], but got {dim})");
        return (int)(dim < 0 ? dim + limit : dim);
    }

    /// <summary>The shape that both shapes broadcast to.</summary>
    /// <exception cref="ArgumentException">They do not broadcast.</exception>
    public static long[] Broadcast(long[] a, long[] b)
    {
        if (a.AsSpan().SequenceEqual(b)) return a;
        var result = new long[Math.Max(a.Length, b.Length)];
        for (var i = 1; i <= result.Length; i++)
        {
            var (x, y) = (i <= a.Length ? a[^i] : 1, i <= b.Length ? b[^i] : 1);
            if (x != y && x != 1 && y != 1)
                throw new ArgumentException($"The size of tensor a ({x}) must match the size of tensor b ({y}) " +
                    $"at non-singleton dimension {result.Length - i}");
            result[^i] = x == 1 ? y : x;
        }

        return result;
    }

    /// <summary>The strides that show a tensor as a larger shape: 0 where it is repeated.</summary>
    public static long[] BroadcastStrides(long[] shape, long[] strides, long[] target)
    {
        var result = new long[target.Length];
        for (var i = 1; i <= shape.Length; i++)
            result[^i] = shape[^i] == 1 && target[^i] != 1 ? 0 : strides[^i];
        return result;
    }

    /// <summary>A shape in which one size may be -1, with that size worked out.</summary>
    /// <exception cref="ArgumentException">The shape does not hold that number of elements.</exception>
    public static long[] Infer(ReadOnlySpan<long> shape, long count)
    {
        var result = shape.ToArray();
        var (free, known) = (-1, 1L);
        for (var i = 0; i < result.Length; i++)
        {
            if (result[i] >= 0) known *= result[i];
            else if (result[i] != -1) throw new ArgumentException($"invalid shape dimension {result[i]}");
            else if (free >= 0) throw new ArgumentException("only one dimension can be inferred");
            else free = i;
        }

        if (free >= 0 && known > 0 && count % known == 0) result[free] = count / known;
        else if (free >= 0 && known == 0) throw new ArgumentException($"cannot reshape tensor of {count} elements " +
            $"into shape {Text(shape)} because the unspecified dimension size -1 can be any value and is ambiguous");
        else if (free >= 0 || known != count)
            throw new ArgumentException($"shape '{Text(shape)}' is invalid for input of size {count}");
        return result;
    }

    /// <summary>
    /// The strides that show strided elements as another shape without moving them, or null if none do.
    /// </summary>
    public static long[]? View(long[] shape, long[] strides, long[] target)
    {
        if (IsContiguous(shape, strides)) return Contiguous(target);
        var result = new long[target.Length];
        var next = target.Length - 1;
        var (step, have, want) = (0L, 1L, 1L);
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            if (have == 1) step = strides[i];
            have *= shape[i];
            if (i > 0 && (shape[i - 1] == 1 || strides[i - 1] == have * step)) continue;
            while (next >= 0 && (want < have || target[next] == 1))
            {
                result[next] = want * step;
                want *= target[next--];
            }

            if (want != have) return null;
            (have, want) = (1, 1);
        }

        return next < 0 ? result : null;
    }

    /// <summary>The shape as PyTorch writes it: [2, 3].</summary>
    public static string Text(ReadOnlySpan<long> shape) => $"[{string.Join(", ", shape.ToArray())}]";

    public static bool Same(long[] a, long[] b) => ReferenceEquals(a, b) || a.AsSpan().SequenceEqual(b);
}
