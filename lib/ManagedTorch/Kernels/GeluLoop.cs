using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>x · Φ(x) and its gradient dy · (Φ(x) + x · φ(x)), over contiguous tensors.</summary>
internal static class GeluLoop
{
    private const float InverseRootTwoPi = 0.398942280401f;

    public static void Forward(Tensor x, Tensor y)
    {
        var count = (int)x.Count_;
        if (x.dtype == ScalarType.Float32)
        {
            var from = x.Array<float>(out var fromAt);
            var to = y.Array<float>(out var toAt);
            Parallel.Elements(count, (start, end) =>
                Forward(from.AsSpan(fromAt + start, end - start), to.AsSpan(toAt + start, end - start)));
        }
        else
        {
            var from = x.Array<double>(out var fromAt);
            var to = y.Array<double>(out var toAt);
            Parallel.Elements(count, (start, end) =>
            {
                for (var i = start; i < end; i++) to[toAt + i] = Gelu.Of(from[fromAt + i]);
            });
        }
    }

    public static void Backward(Tensor dy, Tensor x, Tensor dx)
    {
        var count = (int)x.Count_;
        if (x.dtype == ScalarType.Float32)
        {
            var slope = dy.Array<float>(out var slopeAt);
            var from = x.Array<float>(out var fromAt);
            var to = dx.Array<float>(out var toAt);
            Parallel.Elements(count, (start, end) => Backward(slope.AsSpan(slopeAt + start, end - start),
                from.AsSpan(fromAt + start, end - start), to.AsSpan(toAt + start, end - start)));
        }
        else
        {
            var slope = dy.Array<double>(out var slopeAt);
            var from = x.Array<double>(out var fromAt);
            var to = dx.Array<double>(out var toAt);
            Parallel.Elements(count, (start, end) =>
            {
                for (var i = start; i < end; i++) to[toAt + i] = slope[slopeAt + i] * GeluSlope.Of(from[fromAt + i]);
            });
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        var i = 0;
        for (; i + 16 <= x.Length; i += 16) Lanes.Store(Forward(Lanes.Load(x, i)), y, i);
        if (i == x.Length) return;
        Span<float> rest = stackalloc float[16];
        x[i..].CopyTo(rest);
        Lanes.Store(Forward(Lanes.Load<float>(rest, 0)), rest, 0);
        rest[..(x.Length - i)].CopyTo(y[i..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Backward(ReadOnlySpan<float> dy, ReadOnlySpan<float> x, Span<float> dx)
    {
        var i = 0;
        for (; i + 16 <= x.Length; i += 16) Lanes.Store(Lanes.Load(dy, i) * Slope(Lanes.Load(x, i)), dx, i);
        if (i == x.Length) return;
        Span<float> rest = stackalloc float[16];
        x[i..].CopyTo(rest);
        Lanes.Store(Slope(Lanes.Load<float>(rest, 0)), rest, 0);
        for (var j = i; j < x.Length; j++) dx[j] = dy[j] * rest[j - i];
    }

    // At the limits 0 times infinity would give NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Forward(Vector512<float> x)
    {
        var y = x * FloatLanes.Normal(x, out _);
        return Vector512.ConditionalSelect(Vector512.Equals(x, Vector512.Create(float.NegativeInfinity)), default, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Slope(Vector512<float> x)
    {
        var bounded = Vector512.Min(Vector512.Max(x, Vector512.Create(-20f)), Vector512.Create(20f));
        var share = FloatLanes.Normal(bounded, out var density);
        var slope = Vector512.FusedMultiplyAdd(bounded * InverseRootTwoPi, density, share);
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), slope, x);
    }
}
