using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// Matrix products: C[M, N] (row stride ldc, column stride 1) = (accumulate ? C : 0) + A · B, where A(i, k) is
/// a[aOffset + i·aRow + k·aCol] and B(k, j) is b[bOffset + k·bRow + j·bCol].
/// </summary>
/// <remarks>
/// Each element of C is one chain of fused multiply-adds in the order of k, so the result does not depend on the
/// machine's vectors or on the number of threads. A processor without them (x64 before 2013) multiplies and
/// adds, which differs in the last bits and is a hundred times faster there than imitating it.
/// </remarks>
internal static unsafe class Gemm
{
    // Multiply-adds below which packing costs more than it brings.
    private const long PlainWork = 256;

    // Products of a batch are shared out whole until a single one is worth sharing.
    private const long SplitWork = 1 << 21;

    /// <inheritdoc cref="Gemm"/>
    public static void Multiply(
        int M, int N, int K, float[] a, int aOffset, int aRow, int aCol, float[] b, int bOffset, int bRow, int bCol,
        float[] c, int cOffset, int ldc, bool accumulate = false) =>
        MultiplyBatched(1, [aOffset], [bOffset], [cOffset], M, N, K, a, aRow, aCol, b, bRow, bCol, c, ldc, accumulate);

    /// <inheritdoc cref="Gemm"/>
    public static void Multiply(
        int M, int N, int K, double[] a, int aOffset, int aRow, int aCol, double[] b, int bOffset, int bRow, int bCol,
        double[] c, int cOffset, int ldc, bool accumulate = false) =>
        MultiplyBatched(1, [aOffset], [bOffset], [cOffset], M, N, K, a, aRow, aCol, b, bRow, bCol, c, ldc, accumulate);

    /// <summary>The same product for each of <paramref name="batch"/> triples of offsets.</summary>
    public static void MultiplyBatched(
        int batch, int[] aOffsets, int[] bOffsets, int[] cOffsets, int M, int N, int K,
        float[] a, int aRow, int aCol, float[] b, int bRow, int bCol, float[] c, int ldc, bool accumulate = false) =>
        Batched(batch, aOffsets, bOffsets, cOffsets, M, N, K, a, aRow, aCol, b, bRow, bCol, c, ldc, accumulate);

    /// <summary>The same product in double precision, for each triple of offsets.</summary>
    public static void MultiplyBatched(
        int batch, int[] aOffsets, int[] bOffsets, int[] cOffsets, int M, int N, int K,
        double[] a, int aRow, int aCol, double[] b, int bRow, int bCol, double[] c, int ldc, bool accumulate = false) =>
        Batched(batch, aOffsets, bOffsets, cOffsets, M, N, K, a, aRow, aCol, b, bRow, bCol, c, ldc, accumulate);

    /// <summary>One small product by the calling thread, whatever the element type.</summary>
    public static void Multiply<T>(
        int M, int N, int K, T[] a, int aOffset, int aRow, int aCol, T[] b, int bOffset, int bRow, int bCol,
        T[] c, int cOffset, int ldc, bool accumulate = false) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (M == 0 || N == 0) return;
        fixed (T* aStart = a, bStart = b, cStart = c)
        {
            Run(new GemmProblem<T>(
                M, N, K, aStart + aOffset, aRow, aCol, bStart + bOffset, bRow, bCol, cStart + cOffset, ldc,
                accumulate));
        }
    }

    private static void Batched<T>(
        int batch, int[] aOffsets, int[] bOffsets, int[] cOffsets, int M, int N, int K,
        T[] a, int aRow, int aCol, T[] b, int bRow, int bCol, T[] c, int ldc, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (M == 0 || N == 0) return;
        // An empty array has no first element to point at; a pointer to nothing is never read then.
        fixed (T* aFixed = a, bFixed = b, cFixed = c)
        {
            T* aStart = aFixed, bStart = bFixed, cStart = cFixed;
            var work = (long)M * N * Math.Max(K, 1);
            var grain = work > SplitWork ? batch : (int)Math.Max(1, SplitWork / 8 / work);
            if (batch == 1) Each(0, 1);
            else Parallel.For(batch, grain, Each);

            void Each(int start, int end)
            {
                for (var i = start; i < end; i++)
                {
                    Run(new GemmProblem<T>(M, N, K, aStart + aOffsets[i], aRow, aCol, bStart + bOffsets[i], bRow, bCol,
                        cStart + cOffsets[i], ldc, accumulate));
                }
            }
        }
    }

    /// <summary>The product by the way that suits its shape.</summary>
    internal static void Run<T>(in GemmProblem<T> p) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (p.K == 0 || (long)p.M * p.N * p.K <= PlainWork) Plain(p);
        else if (p.N < 16 && p.M >= 2 * p.N) Transposed(p);
        else Blocked(p);
    }

    /// <summary>The three loops; the reference of the tests too.</summary>
    internal static void Plain<T>(in GemmProblem<T> p) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < p.M; i++)
        {
            for (var j = 0; j < p.N; j++)
            {
                var a = p.A + i * p.ARow;
                var b = p.B + j * p.BCol;
                var sum = p.Accumulate ? p.C[i * p.Ldc + j] : T.Zero;
                for (var k = 0; k < p.K; k++, a += p.ACol, b += p.BRow) sum = T.MultiplyAddEstimate(*a, *b, sum);
                p.C[i * p.Ldc + j] = sum;
            }
        }
    }

    // A tall and narrow C fills few lanes; its transpose fills them all. Products commute, so the bits are the same.
    private static void Transposed<T>(in GemmProblem<T> p) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var flat = p.N == 1 && p.Ldc == 1;
        var rented = flat ? [] : GC.AllocateUninitializedArray<T>(p.M * p.N);
        fixed (T* spare = rented)
        {
            var c = flat ? p.C : spare;
            if (p.Accumulate && !flat)
            {
                for (var i = 0; i < p.M; i++)
                    for (var j = 0; j < p.N; j++) c[j * p.M + i] = p.C[i * p.Ldc + j];
            }
            Blocked(new GemmProblem<T>(p.N, p.M, p.K, p.B, p.BCol, p.BRow, p.A, p.ACol, p.ARow, c, p.M, p.Accumulate));
            if (flat) return;
            for (var i = 0; i < p.M; i++)
                for (var j = 0; j < p.N; j++) p.C[i * p.Ldc + j] = c[j * p.M + i];
        }
    }

    private static void Blocked<T>(in GemmProblem<T> p) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            ref readonly var problem = ref Unsafe.As<GemmProblem<T>, GemmProblem<float>>(
                ref Unsafe.AsRef(in p));
            if (Vector512.IsHardwareAccelerated) GemmBlocked<Float512, Vector512<float>, float>.Multiply(problem);
            else if (Vector256.IsHardwareAccelerated) GemmBlocked<Float256, Vector256<float>, float>.Multiply(problem);
            else GemmBlocked<Float128, Vector128<float>, float>.Multiply(problem);
        }
        else
        {
            ref readonly var problem = ref Unsafe.As<GemmProblem<T>, GemmProblem<double>>(
                ref Unsafe.AsRef(in p));
            if (Vector512.IsHardwareAccelerated) GemmBlocked<Double512, Vector512<double>, double>.Multiply(problem);
            else if (Vector256.IsHardwareAccelerated)
                GemmBlocked<Double256, Vector256<double>, double>.Multiply(problem);
            else GemmBlocked<Double128, Vector128<double>, double>.Multiply(problem);
        }
    }
}
