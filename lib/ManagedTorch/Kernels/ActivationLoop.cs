using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>A function of one number, and its derivative.</summary>
internal interface IActivation
{
    Vector512<float> Of(Vector512<float> x);

    Vector512<float> Slope(Vector512<float> x);

    double Of(double x);

    double Slope(double x);
}

/// <summary>y = f(x) and its gradient dx = dy · f'(x), over contiguous tensors, in one pass each.</summary>
internal static class ActivationLoop
{
    public static void Forward<TOp>(TOp op, Tensor x, Tensor y) where TOp : IActivation
    {
        var count = (int)x.Count_;
        if (x.dtype == ScalarType.Float32)
        {
            var from = x.Array<float>(out var fromAt);
            var to = y.Array<float>(out var toAt);
            Parallel.Elements(count, (start, end) =>
                Forward(op, from.AsSpan(fromAt + start, end - start), to.AsSpan(toAt + start, end - start)));
        }
        else
        {
            var from = x.Array<double>(out var fromAt);
            var to = y.Array<double>(out var toAt);
            Parallel.Elements(count, (start, end) =>
            {
                for (var i = start; i < end; i++) to[toAt + i] = op.Of(from[fromAt + i]);
            });
        }
    }

    public static void Backward<TOp>(TOp op, Tensor dy, Tensor x, Tensor dx) where TOp : IActivation
    {
        var count = (int)x.Count_;
        if (x.dtype == ScalarType.Float32)
        {
            var slope = dy.Array<float>(out var slopeAt);
            var from = x.Array<float>(out var fromAt);
            var to = dx.Array<float>(out var toAt);
            Parallel.Elements(count, (start, end) => Backward(op, slope.AsSpan(slopeAt + start, end - start),
                from.AsSpan(fromAt + start, end - start), to.AsSpan(toAt + start, end - start)));
        }
        else
        {
            var slope = dy.Array<double>(out var slopeAt);
            var from = x.Array<double>(out var fromAt);
            var to = dx.Array<double>(out var toAt);
            Parallel.Elements(count, (start, end) =>
            {
                for (var i = start; i < end; i++) to[toAt + i] = slope[slopeAt + i] * op.Slope(from[fromAt + i]);
            });
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Forward<TOp>(TOp op, ReadOnlySpan<float> x, Span<float> y) where TOp : IActivation
    {
        var i = 0;
        for (; i + 16 <= x.Length; i += 16) Lanes.Store(op.Of(Lanes.Load(x, i)), y, i);
        if (i == x.Length) return;
        Span<float> rest = stackalloc float[16];
        x[i..].CopyTo(rest);
        Lanes.Store(op.Of(Lanes.Load<float>(rest, 0)), rest, 0);
        rest[..(x.Length - i)].CopyTo(y[i..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Backward<TOp>(TOp op, ReadOnlySpan<float> dy, ReadOnlySpan<float> x, Span<float> dx)
        where TOp : IActivation
    {
        var i = 0;
        for (; i + 16 <= x.Length; i += 16) Lanes.Store(Lanes.Load(dy, i) * op.Slope(Lanes.Load(x, i)), dx, i);
        if (i == x.Length) return;
        Span<float> rest = stackalloc float[16];
        x[i..].CopyTo(rest);
        Lanes.Store(op.Slope(Lanes.Load<float>(rest, 0)), rest, 0);
        for (var j = i; j < x.Length; j++) dx[j] = dy[j] * rest[j - i];
    }
}
