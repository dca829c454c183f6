using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Element-wise choices and gathers of contiguous tensors.</summary>
internal static class Select
{
    /// <summary>y = condition ? a : b; all contiguous and of one shape.</summary>
    public static void Where(Tensor condition, Tensor a, Tensor b, Tensor y)
    {
        switch (y.dtype.Bytes())
        {
            case 8 when y.dtype == ScalarType.Float64: Where<double>(condition, a, b, y); break;
            case 8: Where<long>(condition, a, b, y); break;
            case 4 when y.dtype == ScalarType.Float32: Where<float>(condition, a, b, y); break;
            case 4: Where<int>(condition, a, b, y); break;
            case 2: Where<short>(condition, a, b, y); break;
            default:
                if (y.dtype == ScalarType.Int8) Where<sbyte>(condition, a, b, y);
                else Where<byte>(condition, a, b, y);
                break;
        }
    }

    private static void Where<T>(Tensor condition, Tensor a, Tensor b, Tensor y) where T : unmanaged
    {
        var (c, p) = (condition.Array<bool>(out var cAt), a.Array<T>(out var pAt));
        var q = b.Array<T>(out var qAt);
        var walk = new RowWalk(y.Shape_, Shapes.BroadcastStrides(condition.Shape_, condition.Strides_, y.Shape_),
            Shapes.BroadcastStrides(a.Shape_, a.Strides_, y.Shape_), Shapes.BroadcastStrides(b.Shape_, b.Strides_, y.Shape_));
        if (y.Count_ == 0) return;
        var to = y.Elements<T>();
        var (cStep, pStep, qStep, at) = (walk.Step(0), walk.Step(1), walk.Step(2), 0);
        for (var row = 0L; row < walk.Rows; row++, walk.Next())
        {
            var (i, j, k) = (cAt + (int)walk.Offsets[0], pAt + (int)walk.Offsets[1], qAt + (int)walk.Offsets[2]);
            for (var n = 0; n < walk.Width; n++, i += cStep, j += pStep, k += qStep) to[at++] = c[i] ? p[j] : q[k];
        }
    }
}
