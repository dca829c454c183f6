using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>
/// Reads and writes of elements at places that a tensor of indices gives. All tensors are contiguous.
/// </summary>
internal static class Indexing
{
    /// <summary>y[o, j, i] = x[o, index[j], i].</summary>
    public static void Select(Tensor x, int outer, int n, int inner, ReadOnlySpan<long> index, Tensor y)
    {
        switch (x.dtype.Bytes())
        {
            case 16: Select<Complex>(x, outer, n, inner, index, y); break;
            case 8 when x.dtype == ScalarType.Float64: Select<double>(x, outer, n, inner, index, y); break;
            case 8: Select<long>(x, outer, n, inner, index, y); break;
            case 4 when x.dtype == ScalarType.Float32: Select<float>(x, outer, n, inner, index, y); break;
            case 4: Select<int>(x, outer, n, inner, index, y); break;
            case 2: Select<short>(x, outer, n, inner, index, y); break;
            default:
                if (x.dtype == ScalarType.Int8) Select<sbyte>(x, outer, n, inner, index, y);
                else Select<byte>(x, outer, n, inner, index, y);
                break;
        }
    }

    private static void Select<T>(Tensor x, int outer, int n, int inner, ReadOnlySpan<long> index, Tensor y)
        where T : unmanaged
    {
        var from = x.Elements<T>();
        var to = y.Elements<T>();
        for (var o = 0; o < outer; o++)
            for (var j = 0; j < index.Length; j++)
                from.Slice(((o * n) + (int)index[j]) * inner, inner).CopyTo(to[(((o * index.Length) + j) * inner)..]);
    }

    /// <summary>y[o, index[j], i] += x[o, j, i], in the order of j.</summary>
    public static void AddAt(Tensor x, int outer, int n, int inner, ReadOnlySpan<long> index, Tensor y)
    {
        switch (x.dtype)
        {
            case ScalarType.Float32: AddAt<float>(x, outer, n, inner, index, y); break;
            case ScalarType.Float64: AddAt<double>(x, outer, n, inner, index, y); break;
            case ScalarType.Int64: AddAt<long>(x, outer, n, inner, index, y); break;
            case ScalarType.Int32: AddAt<int>(x, outer, n, inner, index, y); break;
            default: throw ScalarTypes.NotSupported(x.dtype);
        }
    }

    private static void AddAt<T>(Tensor x, int outer, int n, int inner, ReadOnlySpan<long> index, Tensor y)
        where T : unmanaged, INumber<T>
    {
        var from = x.Elements<T>();
        var to = y.Elements<T>();
        for (var o = 0; o < outer; o++)
            for (var j = 0; j < index.Length; j++)
            {
                var source = from.Slice(((o * index.Length) + j) * inner, inner);
                var target = to.Slice(((o * n) + (int)index[j]) * inner, inner);
                System.Numerics.Tensors.TensorPrimitives.Add(target, source, target);
            }
    }

    /// <summary>The place in a contiguous tensor that each index points to along a dimension.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is not in the tensor.</exception>
    public static int[] Places(Tensor index, long[] shape, int dim)
    {
        var strides = Shapes.Contiguous(shape);
        var size = shape.Length == 0 ? 1 : shape[dim];
        var values = index.Elements<long>();
        var places = new int[index.Count_];
        var at = new long[index.Shape_.Length];
        for (var i = 0; i < places.Length; i++)
        {
            if (values[i] < 0 || values[i] >= size)
                throw new ArgumentOutOfRangeException(nameof(index), (string?)
                    $"index {values[i]} is out of bounds for dimension {dim} with size {size}");
            var place = 0L;
            for (var d = 0; d < at.Length; d++) place += (d == dim ? values[i] : at[d]) * strides[d];
            places[i] = (int)place;
            for (var d = at.Length - 1; d >= 0 && ++at[d] == index.Shape_[d]; d--) at[d] = 0;
        }

        return places;
    }

    /// <summary>y[i] = x[places[i]].</summary>
    public static void Gather(Tensor x, int[] places, Tensor y)
    {
        switch (x.dtype)
        {
            case ScalarType.Float32: Gather(x.Elements<float>(), places, y.Elements<float>()); break;
            case ScalarType.Float64: Gather(x.Elements<double>(), places, y.Elements<double>()); break;
            case ScalarType.Int64 or ScalarType.ComplexFloat32:
                Gather(x.Elements<long>(), places, y.Elements<long>());
                break;
            case ScalarType.ComplexFloat64: Gather(x.Elements<Complex>(), places, y.Elements<Complex>()); break;
            case ScalarType.Int32: Gather(x.Elements<int>(), places, y.Elements<int>()); break;
            case ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16:
                Gather(x.Elements<short>(), places, y.Elements<short>());
                break;
            case ScalarType.Int8: Gather(x.Elements<sbyte>(), places, y.Elements<sbyte>()); break;
            default: Gather(x.Elements<byte>(), places, y.Elements<byte>()); break;
        }
    }

    private static void Gather<T>(ReadOnlySpan<T> x, int[] places, Span<T> y)
    {
        for (var i = 0; i < places.Length; i++) y[i] = x[places[i]];
    }

    /// <summary>y[places[i]] = x[i], or += x[i], in the order of i.</summary>
    public static void Scatter(Tensor x, int[] places, bool add, Tensor y)
    {
        switch (x.dtype)
        {
            case ScalarType.Float32: Scatter(x.Elements<float>(), places, add, y.Elements<float>()); break;
            case ScalarType.Float64: Scatter(x.Elements<double>(), places, add, y.Elements<double>()); break;
            case ScalarType.Int64: Scatter(x.Elements<long>(), places, add, y.Elements<long>()); break;
            case ScalarType.Int32: Scatter(x.Elements<int>(), places, add, y.Elements<int>()); break;
            case ScalarType.Int16: Scatter(x.Elements<short>(), places, add, y.Elements<short>()); break;
            case ScalarType.Int8: Scatter(x.Elements<sbyte>(), places, add, y.Elements<sbyte>()); break;
            default: Scatter(x.Elements<byte>(), places, add, y.Elements<byte>()); break;
        }
    }

    private static void Scatter<T>(ReadOnlySpan<T> x, int[] places, bool add, Span<T> y) where T : unmanaged, INumber<T>
    {
        if (add)
            for (var i = 0; i < places.Length; i++) y[places[i]] += x[i];
        else
            for (var i = 0; i < places.Length; i++) y[places[i]] = x[i];
    }
}
