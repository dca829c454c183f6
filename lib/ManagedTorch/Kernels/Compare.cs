using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Element-wise comparisons; the result is Bool.</summary>
internal static class Compare
{
    /// <summary>y = a ? b, of tensors of one type that broadcast to y, which is contiguous.</summary>
    public static void Run<TOp>(Tensor a, Tensor b, Tensor y) where TOp : IComparison
    {
        switch (a.dtype)
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

    private static void Run<T, TOp>(Tensor a, Tensor b, Tensor y)
        where T : unmanaged, INumber<T> where TOp : IComparison
    {
        if (y.Count_ == 0) return;
        var (x, z) = (a.Array<T>(out var aOffset), b.Array<T>(out var bOffset));
        var to = y.Elements<bool>();
        var walk = new RowWalk(y.Shape_, Shapes.BroadcastStrides(a.Shape_, a.Strides_, y.Shape_),
            Shapes.BroadcastStrides(b.Shape_, b.Strides_, y.Shape_), y.Strides_);
        var (aStep, bStep) = (walk.Step(0), walk.Step(1));
        for (var row = 0L; row < walk.Rows; row++, walk.Next())
        {
            var result = to.Slice((int)walk.Offsets[2], walk.Width);
            var (i, j) = (aOffset + (int)walk.Offsets[0], bOffset + (int)walk.Offsets[1]);
            for (var k = 0; k < result.Length; k++, i += aStep, j += bStep) result[k] = TOp.Of(x[i], z[j]);
        }
    }
}

internal readonly struct Equal : IComparison
{
    public static bool Of<T>(T x, T y) where T : unmanaged, INumber<T> => x == y;
}

internal readonly struct NotEqual : IComparison
{
    public static bool Of<T>(T x, T y) where T : unmanaged, INumber<T> => x != y;
}

internal readonly struct Less : IComparison
{
    public static bool Of<T>(T x, T y) where T : unmanaged, INumber<T> => x < y;
}

internal readonly struct LessOrEqual : IComparison
{
    public static bool Of<T>(T x, T y) where T : unmanaged, INumber<T> => x <= y;
}

internal readonly struct Greater : IComparison
{
    public static bool Of<T>(T x, T y) where T : unmanaged, INumber<T> => x > y;
}

internal readonly struct GreaterOrEqual : IComparison
{
    public static bool Of<T>(T x, T y) where T : unmanaged, INumber<T> => x >= y;
}
