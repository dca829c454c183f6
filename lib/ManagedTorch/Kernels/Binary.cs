using System.Numerics;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Element-wise operations of two tensors, or a tensor and a number.</summary>
internal static class Binary
{
    /// <summary>y = a ∘ b. The tensors have one type and broadcast to y, which is contiguous.</summary>
    public static void Run<TOp>(Tensor a, Tensor b, Tensor y) where TOp : IBinaryOperator
    {
        switch (y.dtype)
        {
            case ScalarType.Float32: Run<float, TOp>(a, b, y); break;
            case ScalarType.Float64: Run<double, TOp>(a, b, y); break;
            case ScalarType.Int64: Run<long, TOp>(a, b, y); break;
            case ScalarType.Int32: Run<int, TOp>(a, b, y); break;
            case ScalarType.Int16: Run<short, TOp>(a, b, y); break;
            case ScalarType.Int8: Run<sbyte, TOp>(a, b, y); break;
            default: Run<byte, TOp>(a, b, y); break;
        }
    }

    /// <summary>y = a ∘ b with a number b (or b ∘ a); a and y are contiguous.</summary>
    public static void Run<TOp>(Tensor a, Scalar b, Tensor y, bool reversed = false) where TOp : IBinaryOperator
    {
        switch (y.dtype)
        {
            case ScalarType.Float32: Run<float, TOp>(a, b, y, reversed); break;
            case ScalarType.Float64: Run<double, TOp>(a, b, y, reversed); break;
            case ScalarType.Int64: Run<long, TOp>(a, b, y, reversed); break;
            case ScalarType.Int32: Run<int, TOp>(a, b, y, reversed); break;
            case ScalarType.Int16: Run<short, TOp>(a, b, y, reversed); break;
            case ScalarType.Int8: Run<sbyte, TOp>(a, b, y, reversed); break;
            default: Run<byte, TOp>(a, b, y, reversed); break;
        }
    }

    private static void Run<T, TOp>(Tensor a, Scalar b, Tensor y, bool reversed)
        where T : unmanaged, INumber<T> where TOp : IBinaryOperator
    {
        if (y.Count_ >= Parallel.ManyElements) Share<T, TOp>(a, b.To<T>(), y, reversed);
        else if (reversed) NumberTensor<T, TOp>(b.To<T>(), a.Elements<T>(), y.Elements<T>());
        else TensorNumber<T, TOp>(a.Elements<T>(), b.To<T>(), y.Elements<T>());
    }

    private static void Run<T, TOp>(Tensor a, Tensor b, Tensor y)
        where T : unmanaged, INumber<T> where TOp : IBinaryOperator
    {
        if (a.Contiguous_ && b.Contiguous_ && Shapes.Same(a.Shape_, b.Shape_))
        {
            if (y.Count_ >= Parallel.ManyElements) Share<T, TOp>(a, b, y);
            else TensorTensor<T, TOp>(a.Elements<T>(), b.Elements<T>(), y.Elements<T>());
            return;
        }

        if (y.Count_ == 0) return;
        var (x, z) = (a.Array<T>(out var aOffset), b.Array<T>(out var bOffset));
        var to = y.Elements<T>();
        var walk = new RowWalk(y.Shape_, Shapes.BroadcastStrides(a.Shape_, a.Strides_, y.Shape_),
            Shapes.BroadcastStrides(b.Shape_, b.Strides_, y.Shape_), y.Strides_);
        var (width, aStep, bStep) = (walk.Width, walk.Step(0), walk.Step(1));
        var aRow = aStep > 1 ? new T[width] : [];
        var bRow = bStep > 1 ? new T[width] : [];
        for (var row = 0L; row < walk.Rows; row++, walk.Next())
        {
            var result = to.Slice((int)walk.Offsets[2], width);
            var (i, j) = (aOffset + (int)walk.Offsets[0], bOffset + (int)walk.Offsets[1]);
            if (aStep == 0 && bStep == 0) result.Fill(TOp.Of(x[i], z[j]));
            else if (bStep == 0) TensorNumber<T, TOp>(Row(x, i, aStep, aRow, width), z[j], result);
            else if (aStep == 0) NumberTensor<T, TOp>(x[i], Row(z, j, bStep, bRow, width), result);
            else TensorTensor<T, TOp>(Row(x, i, aStep, aRow, width), Row(z, j, bStep, bRow, width), result);
        }
    }

    private static void Share<T, TOp>(Tensor a, Tensor b, Tensor y)
        where T : unmanaged, INumber<T> where TOp : IBinaryOperator
    {
        var (x, z) = (a.Array<T>(out var aAt), b.Array<T>(out var bAt));
        var to = y.Array<T>(out var yAt);
        Parallel.Elements((int)y.Count_, (start, end) => TensorTensor<T, TOp>(x.AsSpan(aAt + start, end - start),
            z.AsSpan(bAt + start, end - start), to.AsSpan(yAt + start, end - start)));
    }

    private static void Share<T, TOp>(Tensor a, T b, Tensor y, bool reversed)
        where T : unmanaged, INumber<T> where TOp : IBinaryOperator
    {
        var x = a.Array<T>(out var aAt);
        var to = y.Array<T>(out var yAt);
        Parallel.Elements((int)y.Count_, (start, end) =>
        {
            if (reversed)
                NumberTensor<T, TOp>(b, x.AsSpan(aAt + start, end - start), to.AsSpan(yAt + start, end - start));
            else TensorNumber<T, TOp>(x.AsSpan(aAt + start, end - start), b, to.AsSpan(yAt + start, end - start));
        });
    }

    // A row as a span; one with gaps is gathered first.
    internal static ReadOnlySpan<T> Row<T>(T[] x, int at, int step, T[] buffer, int width) where T : unmanaged
    {
        if (step == 1) return x.AsSpan(at, width);
        for (var i = 0; i < width; i++, at += step) buffer[i] = x[at];
        return buffer;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TensorTensor<T, TOp>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> where TOp : IBinaryOperator
    {
        var i = 0;
        if (TOp.Vectorizes && Vector<T>.IsSupported)
            for (; i <= y.Length - Vector<T>.Count; i += Vector<T>.Count)
                TOp.Of(new Vector<T>(a[i..]), new Vector<T>(b[i..])).CopyTo(y[i..]);
        for (; i < y.Length; i++) y[i] = TOp.Of(a[i], b[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TensorNumber<T, TOp>(ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T> where TOp : IBinaryOperator
    {
        var i = 0;
        if (TOp.Vectorizes && Vector<T>.IsSupported)
        {
            var vector = new Vector<T>(b);
            for (; i <= y.Length - Vector<T>.Count; i += Vector<T>.Count)
                TOp.Of(new Vector<T>(a[i..]), vector).CopyTo(y[i..]);
        }

        for (; i < y.Length; i++) y[i] = TOp.Of(a[i], b);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void NumberTensor<T, TOp>(T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> where TOp : IBinaryOperator
    {
        var i = 0;
        if (TOp.Vectorizes && Vector<T>.IsSupported)
        {
            var vector = new Vector<T>(a);
            for (; i <= y.Length - Vector<T>.Count; i += Vector<T>.Count)
                TOp.Of(vector, new Vector<T>(b[i..])).CopyTo(y[i..]);
        }

        for (; i < y.Length; i++) y[i] = TOp.Of(a, b[i]);
    }
}
