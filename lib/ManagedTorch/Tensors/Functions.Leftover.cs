namespace TorchSharp;

// What is a function only, or has another parameter order than the method.
public static partial class torch
{
    /// <inheritdoc cref="Tensor.trapezoid(Tensor, long)"/>
    public static Tensor trapz(Tensor y, Tensor x, long dim = -1) => y.trapezoid(x, dim);

    /// <inheritdoc cref="Tensor.trapezoid(double, long)"/>
    public static Tensor trapz(Tensor y, double dx = 1.0, long dim = -1) => y.trapezoid(dx, dim);

    /// <inheritdoc cref="Tensor.mul_(Tensor)"/>
    public static Tensor multiply_(Tensor left, Tensor right) => left.mul_(right);

    /// <inheritdoc cref="Tensor.mul_(Scalar)"/>
    public static Tensor multiply_(Tensor left, Scalar right) => left.mul_(right);

    /// <inheritdoc cref="Tensor.div_(Scalar, RoundingMode)"/>
    public static Tensor divide_(Tensor left, Scalar right) => left.div_(right);

    /// <inheritdoc cref="Tensor.neg_"/>
    public static Tensor negative_(Tensor input) => input.neg_();

    /// <inheritdoc cref="Tensor.hsplit(long[])"/>
    public static Tensor[] hsplit(Tensor input, (long, long) indices_or_sections) =>
        input.hsplit([indices_or_sections.Item1, indices_or_sections.Item2]);

    /// <inheritdoc cref="Tensor.hsplit(long[])"/>
    public static Tensor[] hsplit(Tensor input, (long, long, long) indices_or_sections) =>
        input.hsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);

    /// <inheritdoc cref="Tensor.hsplit(long[])"/>
    public static Tensor[] hsplit(Tensor input, (long, long, long, long) indices_or_sections) => input.hsplit(
        [indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);

    /// <summary>Whether the type is complex.</summary>
    public static bool is_complex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    /// <summary>Whether the type is floating point.</summary>
    public static bool is_floating_point(ScalarType type) => type.IsFloating();

    /// <summary>Whether the type is an integer.</summary>
    public static bool is_integral(ScalarType type) => type.IsIntegral();

    /// <summary>Whether an object is a tensor.</summary>
    public static bool is_tensor(object obj) => obj is Tensor;

    /// <summary>The largest number of an integer type.</summary>
    /// <exception cref="ArgumentException">The type is not an integer.</exception>
    public static long max_int_value(ScalarType type) => type switch
    {
        ScalarType.Byte => byte.MaxValue,
        ScalarType.Int8 => sbyte.MaxValue,
        ScalarType.Int16 => short.MaxValue,
        ScalarType.Int32 => int.MaxValue,
        ScalarType.Int64 => long.MaxValue,
        _ => throw new ArgumentException($"expected an integer type, got {type}"),
    };

    /// <summary>Fails unless the condition holds.</summary>
    /// <exception cref="InvalidOperationException">It does not hold.</exception>
    public static void _assert(bool condition, string message)
    {
        if (!condition) throw new InvalidOperationException(message);
    }

    /// <inheritdoc cref="_assert(bool, string)"/>
    public static void _assert(Func<bool> condition, string message) => _assert(condition(), message);

    /// <summary>A copy in which slices that the indices name are combined with those of a source.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension that the indices count along.</param>
    /// <param name="index">Integers, [n].</param>
    /// <param name="source">Of the shape of input, but n along dim.</param>
    /// <param name="reduce">How they are combined.</param>
    /// <param name="include_self">Whether the elements of input count too.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    /// <exception cref="NotSupportedException">A gradient is wanted.</exception>
    public static Tensor index_reduce(Tensor input, long dim, Tensor index, Tensor source, Reduce reduce,
        bool include_self = true)
    {
        Matrices.CheckNoGradient("index_reduce", input, source);
        var y = input.clone();
        var seen = zeros([y.size((int)dim)], ScalarType.Int64);
        var places = index.to_type(ScalarType.Int64).contiguous().Elements<long>().ToArray();
        for (var i = 0; i < places.Length; i++)
        {
            using var target = y.select(dim, places[i]);
            using var value = source.select(dim, i);
            ref var count = ref seen.Elements<long>()[(int)places[i]];
            if (count++ == 0 && !include_self)
            {
                target.copy_(value);
                continue;
            }

            target.copy_(reduce switch
            {
                Reduce.prod => target.mul(value),
                Reduce.mean => target.add(value),
                Reduce.amax => target.maximum(value),
                Reduce.amin => target.minimum(value),
                _ => throw new ArgumentException($"index_reduce(): expected prod, mean, amax or amin, got {reduce}"),
            });
        }

        if (reduce != Reduce.mean) return y;
        var counts = seen.add(include_self ? 1 : 0).clamp_min(1);
        var rank = (int)y.ndim - 1 - Shapes.Dim(dim, (int)y.ndim);
        counts = counts.view([-1, .. Enumerable.Repeat(1L, rank)]);
        return input.is_floating_point() ? y.div(counts) : y.floor_divide(counts);
    }
}
