using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Running sums and products along the middle of [outer, n, inner].</summary>
internal static class Cumulative
{
    public static void Run(Tensor x, int outer, int n, int inner, bool product, Tensor y)
    {
        switch (x.dtype)
        {
            case ScalarType.Float32: Run(x.Elements<float>(), outer, n, inner, product, y.Elements<float>()); break;
            case ScalarType.Float64: Run(x.Elements<double>(), outer, n, inner, product, y.Elements<double>()); break;
            case ScalarType.Int64: Run(x.Elements<long>(), outer, n, inner, product, y.Elements<long>()); break;
            case ScalarType.Int32: Run(x.Elements<int>(), outer, n, inner, product, y.Elements<int>()); break;
            default: throw ScalarTypes.NotSupported(x.dtype);
        }
    }

    private static void Run<T>(ReadOnlySpan<T> x, int outer, int n, int inner, bool product, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        for (var o = 0; o < outer; o++)
            for (var i = 0; i < inner; i++)
            {
                var running = product ? T.One : T.Zero;
                for (var k = 0; k < n; k++)
                {
                    var at = (((o * n) + k) * inner) + i;
                    running = product ? running * x[at] : running + x[at];
                    y[at] = running;
                }
            }
    }
}
