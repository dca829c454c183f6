namespace TorchSharp;

// The operations as functions, I to K.
public static partial class torch
{
    /// <inheritdoc cref="Tensor.i0()"/>
    public static Tensor i0(Tensor input) => input.i0();

    /// <inheritdoc cref="Tensor.i0_()"/>
    public static Tensor i0_(Tensor input) => input.i0_();

    /// <inheritdoc cref="Tensor.igamma(Tensor)"/>
    public static Tensor igamma(Tensor input, Tensor other) => input.igamma(other);

    /// <inheritdoc cref="Tensor.igammac(Tensor)"/>
    public static Tensor igammac(Tensor input, Tensor other) => input.igammac(other);

    /// <inheritdoc cref="Tensor.index_add(long, Tensor, Tensor, Scalar)"/>
    public static Tensor index_add(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        input.index_add(dim, index, source, alpha);

    /// <inheritdoc cref="Tensor.index_add_(long, Tensor, Tensor, Scalar)"/>
    public static Tensor index_add_(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        input.index_add_(dim, index, source, alpha);

    /// <inheritdoc cref="Tensor.index_copy(long, Tensor, Tensor)"/>
    public static Tensor index_copy(Tensor input, long dim, Tensor index, Tensor source) =>
        input.index_copy(dim, index, source);

    /// <inheritdoc cref="Tensor.index_copy_(long, Tensor, Tensor)"/>
    public static Tensor index_copy_(Tensor input, long dim, Tensor index, Tensor source) =>
        input.index_copy_(dim, index, source);

    /// <inheritdoc cref="Tensor.index_fill(long, Tensor, Scalar)"/>
    public static Tensor index_fill(Tensor input, long dim, Tensor index, Scalar value) =>
        input.index_fill(dim, index, value);

    /// <inheritdoc cref="Tensor.index_fill_(long, Tensor, Scalar)"/>
    public static Tensor index_fill_(Tensor input, long dim, Tensor index, Scalar value) =>
        input.index_fill_(dim, index, value);

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

    /// <inheritdoc cref="Tensor.index_select(long, Tensor)"/>
    public static Tensor index_select(Tensor input, long dim, Tensor index) => input.index_select(dim, index);

    /// <inheritdoc cref="Tensor.inner(Tensor)"/>
    public static Tensor inner(Tensor input, Tensor vec2) => input.inner(vec2);

    /// <inheritdoc cref="Tensor.is_complex()"/>
    public static bool is_complex(Tensor input) => input.is_complex();

    /// <summary>Whether the type is complex.</summary>
    public static bool is_complex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    /// <inheritdoc cref="Tensor.is_floating_point()"/>
    public static bool is_floating_point(Tensor input) => input.is_floating_point();

    /// <summary>Whether the type is floating point.</summary>
    public static bool is_floating_point(ScalarType type) => type.IsFloating();

    /// <inheritdoc cref="Tensor.is_integral()"/>
    public static bool is_integral(Tensor t) => t.is_integral();

    /// <summary>Whether the type is an integer.</summary>
    public static bool is_integral(ScalarType type) => type.IsIntegral();

    /// <inheritdoc cref="Tensor.is_nonzero()"/>
    public static bool is_nonzero(Tensor input) => input.is_nonzero();

    /// <summary>Whether an object is a tensor.</summary>
    public static bool is_tensor(object obj) => obj is Tensor;

    /// <inheritdoc cref="Tensor.isclose(Tensor, double, double, bool)"/>
    public static Tensor isclose(Tensor tensor, Tensor other, double rtol = 1E-05, double atol = 1E-08,
        bool nanEqual = false) =>
        tensor.isclose(other, rtol, atol, nanEqual);

    /// <inheritdoc cref="Tensor.isfinite()"/>
    public static Tensor isfinite(Tensor tensor) => tensor.isfinite();

    /// <inheritdoc cref="Tensor.isin(Tensor, bool, bool)"/>
    public static Tensor isin(Tensor tensor, Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
        tensor.isin(test_elements, assumeUnique, invert);

    /// <inheritdoc cref="Tensor.isinf()"/>
    public static Tensor isinf(Tensor tensor) => tensor.isinf();

    /// <inheritdoc cref="Tensor.isnan()"/>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <inheritdoc cref="Tensor.isneginf()"/>
    public static Tensor isneginf(Tensor tensor) => tensor.isneginf();

    /// <inheritdoc cref="Tensor.isposinf()"/>
    public static Tensor isposinf(Tensor tensor) => tensor.isposinf();

    /// <inheritdoc cref="Tensor.kron(Tensor)"/>
    public static Tensor kron(Tensor input, Tensor other) => input.kron(other);

    /// <inheritdoc cref="Tensor.kthvalue(long, long?, bool)"/>
    public static (Tensor values, Tensor indices) kthvalue(Tensor input, long k, long? dim, bool keepdim = false) =>
        input.kthvalue(k, dim, keepdim);
}
