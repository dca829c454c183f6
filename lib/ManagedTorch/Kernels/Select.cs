using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
            case 16: Where<Complex>(condition, a, b, y); break;
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
        if (y.Count_ == 0) return;
        var to = y.Array<T>(out var toAt);
        long[] Steps(Tensor x) => Shapes.BroadcastStrides(x.Shape_, x.Strides_, y.Shape_);
        RowWalk Start() => new(y.Shape_, y.Strides_, Steps(condition), Steps(a), Steps(b));
        RowWalk.Each(Start, walk =>
        {
            var (cStep, pStep, qStep, at) = (walk.Step(1), walk.Step(2), walk.Step(3), toAt + (int)walk.Offsets[0]);
            var (i, j, k) = (cAt + (int)walk.Offsets[1], pAt + (int)walk.Offsets[2], qAt + (int)walk.Offsets[3]);
            var n = cStep == 1 && pStep <= 1 && qStep <= 1 && Unsafe.SizeOf<T>() == sizeof(float)
                ? Vectors<T>(c.AsSpan(i, walk.Width), p.AsSpan(j), pStep, q.AsSpan(k), qStep, to.AsSpan(at)) : 0;
            (i, j, k, at) = (i + n * cStep, j + n * pStep, k + n * qStep, at + n);
            for (; n < walk.Width; n++, i += cStep, j += pStep, k += qStep) to[at++] = c[i] ? p[j] : q[k];
        });
    }

    // As many elements of four bytes as fill vectors; a step of 0 repeats one element.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Vectors<T>(
        ReadOnlySpan<bool> condition, ReadOnlySpan<T> a, int aStep, ReadOnlySpan<T> b, int bStep, Span<T> y)
        where T : unmanaged
    {
        ref var c = ref Unsafe.As<bool, byte>(ref MemoryMarshal.GetReference(condition));
        ref var p = ref Unsafe.As<T, uint>(ref MemoryMarshal.GetReference(a));
        ref var q = ref Unsafe.As<T, uint>(ref MemoryMarshal.GetReference(b));
        ref var to = ref Unsafe.As<T, uint>(ref MemoryMarshal.GetReference(y));
        var i = 0;
        for (; i + 16 <= condition.Length; i += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref c, (nuint)i));
            var (c0, c1) = Vector128.Widen(low);
            var (c2, c3) = Vector128.Widen(high);
            var flags = Vector512.Create(Vector256.Create(c0, c1), Vector256.Create(c2, c3));
            var x = aStep == 0 ? Vector512.Create(p) : Vector512.LoadUnsafe(ref p, (nuint)i);
            var z = bStep == 0 ? Vector512.Create(q) : Vector512.LoadUnsafe(ref q, (nuint)i);
            Vector512.ConditionalSelect(Vector512.Equals(flags, Vector512<uint>.Zero), z, x)
                .StoreUnsafe(ref to, (nuint)i);
        }

        return i;
    }
}
