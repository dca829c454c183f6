using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Stable sorting of the rows of a contiguous [rows, n]; NaN is larger than anything.</summary>
internal static class Sorting
{
    public static void Run(Tensor x, int n, bool descending, Tensor values, Tensor indices)
    {
        switch (x.dtype)
        {
            case ScalarType.Float32: Run<float>(x, n, descending, values, indices); break;
            case ScalarType.Float64: Run<double>(x, n, descending, values, indices); break;
            case ScalarType.Int64: Run<long>(x, n, descending, values, indices); break;
            case ScalarType.Int32: Run<int>(x, n, descending, values, indices); break;
            case ScalarType.Int16: Run<short>(x, n, descending, values, indices); break;
            case ScalarType.Int8: Run<sbyte>(x, n, descending, values, indices); break;
            default: Run<byte>(x, n, descending, values, indices); break;
        }
    }

    private static void Run<T>(Tensor x, int n, bool descending, Tensor values, Tensor indices)
        where T : unmanaged, INumber<T>
    {
        var y = values.Elements<T>();
        var p = indices.Elements<long>();
        x.Elements<T>().CopyTo(y);
        for (var row = 0; row + n <= y.Length && n > 0; row += n)
        {
            var places = p.Slice(row, n);
            for (var i = 0; i < n; i++) places[i] = i;
            var keys = y.Slice(row, n).ToArray();
            places.Sort(
                (a, b) => Order(keys[a], keys[b], descending) is var order && order != 0 ? order : a.CompareTo(b));
            for (var i = 0; i < n; i++) y[row + i] = keys[places[i]];
        }
    }

    private static int Order<T>(T a, T b, bool descending) where T : INumber<T>
    {
        var order = T.IsNaN(a) || T.IsNaN(b) ? T.IsNaN(a).CompareTo(T.IsNaN(b)) : a.CompareTo(b);
        return descending ? -order : order;
    }
}
