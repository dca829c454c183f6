using System.Runtime.Intrinsics;
using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels;

/// <summary>
/// The matrix product against the three loops, bit by bit: order of summation is part of the contract.
/// </summary>
public sealed unsafe class GemmTests
{
    // Around the tile (12 or 6 rows, 32 to 4 columns), the depth of a block (256) and the tiny and narrow special
    // cases.
    public static TheoryData<int, int, int> Sizes => new()
    {
        { 1, 1, 1 }, { 1, 1, 300 }, { 1, 70, 40 }, { 70, 1, 40 }, { 5, 3, 7 }, { 12, 32, 256 }, { 13, 33, 257 },
        { 11, 31, 255 }, { 24, 64, 512 }, { 25, 65, 513 }, { 7, 97, 100 }, { 100, 9, 64 }, { 33, 15, 20 }, { 6, 16, 9 },
        { 18, 8, 33 }, { 97, 98, 99 }, { 130, 300, 70 }, { 4, 5, 0 }, { 3, 2, 1 }, { 160, 161, 300 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Multiply_AnyLayout_HasTheBitsOfThePlainLoop(int m, int n, int k)
    {
        foreach (var (transposeA, transposeB, accumulate) in Layouts())
        {
            var (a, b, c) = (Values(m * k + 3, 1), Values(k * n + 5, 2), Values(m * (n + 2) + 7, 3));
            var (aRow, aCol) = transposeA ? (1, m) : (k, 1);
            var (bRow, bCol) = transposeB ? (1, k) : (n, 1);
            var expected = Plain(m, n, k, a, 3, aRow, aCol, b, 5, bRow, bCol, c, 7, n + 2, accumulate);

            Gemm.Multiply(m, n, k, a, 3, aRow, aCol, b, 5, bRow, bCol, c, 7, n + 2, accumulate);

            Assert.Equal(expected, c);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Multiply_Double_HasTheBitsOfThePlainLoop(int m, int n, int k)
    {
        foreach (var (transposeA, transposeB, accumulate) in Layouts())
        {
            double[] a = [.. Values(m * k, 1)], b = [.. Values(k * n, 2)], c = [.. Values(m * n, 3)];
            var (aRow, aCol) = transposeA ? (1, m) : (k, 1);
            var (bRow, bCol) = transposeB ? (1, k) : (n, 1);
            var expected = new double[m * n];
            for (var i = 0; i < m * n; i++)
            {
                expected[i] = accumulate ? c[i] : 0;
                for (var p = 0; p < k; p++)
                {
                    expected[i] = double.MultiplyAddEstimate(
                        a[i / n * aRow + p * aCol], b[p * bRow + i % n * bCol], expected[i]);
                }
            }

            Gemm.Multiply(m, n, k, a, 0, aRow, aCol, b, 0, bRow, bCol, c, 0, n, accumulate);

            Assert.Equal(expected, c);
        }
    }

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    [InlineData(128)]
    public void Multiply_EveryVectorWidth_HasTheBitsOfThePlainLoop(int bits)
    {
        foreach (var (m, n, k) in new[] { (1, 40, 30), (7, 33, 50), (26, 70, 300), (3, 2, 5), (12, 32, 9) })
        {
            float[] a = Values(m * k, 1), b = Values(k * n, 2), c = new float[m * n];
            var (d, e, f) = (a.Select(v => (double)v).ToArray(), b.Select(v => (double)v).ToArray(), new double[m * n]);
            fixed (float* pa = a, pb = b, pc = c)
            fixed (double* pd = d, pe = e, pf = f)
            {
                var single = new GemmProblem<float>(m, n, k, pa, k, 1, pb, n, 1, pc, n, false);
                var twice = new GemmProblem<double>(m, n, k, pd, 1, m, pe, 1, k, pf, n, false);
                switch (bits)
                {
                    case 512:
                        GemmBlocked<Float512, Vector512<float>, float>.Multiply(single);
                        GemmBlocked<Double512, Vector512<double>, double>.Multiply(twice);
                        break;
                    case 256:
                        GemmBlocked<Float256, Vector256<float>, float>.Multiply(single);
                        GemmBlocked<Double256, Vector256<double>, double>.Multiply(twice);
                        break;
                    default:
                        GemmBlocked<Float128, Vector128<float>, float>.Multiply(single);
                        GemmBlocked<Double128, Vector128<double>, double>.Multiply(twice);
                        break;
                }
                var g = new double[m * n];
                fixed (double* pg = g) Gemm.Plain(new GemmProblem<double>(m, n, k, pd, 1, m, pe, 1, k, pg, n, false));
                Assert.Equal(g, f);
            }
            Assert.Equal(Plain(m, n, k, a, 0, k, 1, b, 0, n, 1, new float[m * n], 0, n, false), c);
        }
    }

    [Fact]
    public void Multiply_AnyNumberOfThreads_GivesTheSameBits()
    {
        float[] a = Values(300 * 600, 1), b = Values(600 * 500, 2);
        var results = new List<float[]>();
        var before = TorchSharp.Kernels.Parallel.Threads;
        try
        {
            foreach (var threads in new[] { 1, 2, 5 })
            {
                TorchSharp.Kernels.Parallel.Threads = threads;
                results.Add(new float[300 * 500]);
                Gemm.Multiply(300, 500, 600, a, 0, 600, 1, b, 0, 500, 1, results[^1], 0, 500);
            }
        }
        finally
        {
            TorchSharp.Kernels.Parallel.Threads = before;
        }
        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
    }

    // The second piece once reached past the block's end; the collector then met a broken heap and ended the process.
    [Fact]
    public unsafe void Workspace_TwoPieces_LieAlignedInsideTheBlockAndApart()
    {
        for (var length = 16_384; length < 16_384 + 64; length++)
        {
            var (first, second) = (length, 32 * 1000 + 7);
            var (a, b, end, misaligned) = (0L, 0L, 0L, 0L);
            // A thread of its own begins without a block, so that the block is no larger than it has to be.
            var thread = new Thread(() =>
            {
                GemmWorkspace<float>.Get(first, second, out var x, out var y);
                fixed (float* start = GemmWorkspace<float>.Block)
                    (a, b, end) = (x - start, y - start, GemmWorkspace<float>.Block.Length);
                misaligned = (long)((nuint)x % 64 + (nuint)y % 64);
            });
            thread.Start();
            thread.Join();
            Assert.Equal(0, misaligned);
            Assert.InRange(a, 0, b - first);
            Assert.InRange(b, first, end - second);
        }
    }

    [Theory]
    [InlineData(9, 20, 30, 10)]
    [InlineData(3, 130, 140, 150)]
    [InlineData(50, 2, 3, 4)]
    public void MultiplyBatched_SharedOperand_EqualsOneProductAfterAnother(int batch, int m, int n, int k)
    {
        float[] a = Values(batch * m * k, 1), b = Values(k * n, 2);
        float[] c = new float[batch * m * n], d = new float[batch * m * n];
        var numbers = Enumerable.Range(0, batch);
        for (var i = 0; i < batch; i++) Gemm.Multiply(m, n, k, a, i * m * k, k, 1, b, 0, n, 1, d, i * m * n, n);

        Gemm.MultiplyBatched(batch, [.. numbers.Select(i => i * m * k)], new int[batch],
            [.. numbers.Select(i => i * m * n)], m, n, k, a, k, 1, b, n, 1, c, n);

        Assert.Equal(d, c);
    }

    private static IEnumerable<(bool, bool, bool)> Layouts() =>
        from a in new[] { false, true }
        from b in new[] { false, true }
        from add in new[] { false, true }
        select (a, b, add);

    private static float[] Values(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
    }

    private static float[] Plain(
        int m, int n, int k, float[] a, int aOffset, int aRow, int aCol, float[] b, int bOffset, int bRow, int bCol,
        float[] c, int cOffset, int ldc, bool accumulate)
    {
        var result = (float[])c.Clone();
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var sum = accumulate ? c[cOffset + i * ldc + j] : 0;
                for (var p = 0; p < k; p++)
                    sum = float.MultiplyAddEstimate(
                        a[aOffset + i * aRow + p * aCol], b[bOffset + p * bRow + j * bCol], sum);
                result[cOffset + i * ldc + j] = sum;
            }
        }
        return result;
    }
}
