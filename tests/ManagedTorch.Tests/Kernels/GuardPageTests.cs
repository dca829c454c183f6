using Testing;
using TorchSharp.Kernels;

namespace ManagedTorch.Tests.Kernels;

/// <summary>
/// The loops that read and write vectors without a check of bounds, on memory that ends where it says it does.
/// </summary>
public sealed unsafe class GuardPageTests
{
    private const int Longest = 70;     // four vectors of sixteen and every remainder

    [Fact]
    public void Rows_OfEveryLength_StayInside() => Everywhere((n, atEnd) =>
    {
        using var x = Filled(n, atEnd);
        using var y = Filled(n, atEnd);
        using var z = new GuardedMemory<float>(n, atEnd);
        if (n > 0) Assert.Equal(x.Span.ToArray().Max(), Rows.Max<float>(x.Span));
        Rows.ExpSum<float>(x.Span, 1, z.Span);
        Check(z, i => Math.Exp(x.Pointer[i] - 1));
        Rows.Scale<float>(x.Span, 2, z.Span);
        Rows.Add<float>(y.Span, z.Span);
        Check(z, i => (2 * x.Pointer[i]) + y.Pointer[i]);
        Rows.Shift<float>(x.Span, 2, z.Span);
        Check(z, i => x.Pointer[i] + 2);
        Rows.AddScaled<float>(x.Span, 3, z.Span);
        Rows.SoftmaxGradient<float>(x.Span, y.Span, 1, z.Span);
    });

    [Fact]
    public void Lanes_OfEveryLength_StayInside() => Everywhere((n, atEnd) =>
    {
        using var x = Filled(n, atEnd);
        using var y = Filled(n, atEnd);
        double[] values = [.. x.Span.ToArray()], others = [.. y.Span.ToArray()];
        Near.Equal([values.Sum()], [Lanes.Sum<float>(x.Span)], 1e-5, "sum");
        Near.Equal([values.Zip(others, (a, b) => a * b).Sum()], [Lanes.Dot<float>(x.Span, y.Span)], 1e-5, "dot");
        Near.Equal([values.Sum(a => (a - 1) * (a - 1))], [Lanes.SumOfSquares<float>(x.Span, 1)], 1e-5, "squares");
    });

    [Fact]
    public void Select_OfEveryLength_StaysInside() => Everywhere((n, atEnd) =>
    {
        using var condition = new GuardedMemory<bool>(n, atEnd);
        using var x = Filled(n, atEnd);
        using var y = Filled(n, atEnd);
        using var z = new GuardedMemory<float>(n, atEnd);
        for (var i = 0; i < n; i++) condition.Pointer[i] = i % 3 == 0;
        var done = Select.Vectors<float>(condition.Span, x.Span, 1, y.Span, 1, z.Span);
        Assert.InRange(done, n - 15, n);
        for (var i = 0; i < done; i++) Assert.Equal((i % 3 == 0 ? x : y).Pointer[i], z.Pointer[i]);
    });

    [Fact]
    public void Compare_OfEveryLength_StaysInside() => Everywhere((n, atEnd) =>
    {
        using var x = Filled(2 * n, atEnd);
        using var y = Filled(2 * n, atEnd);
        using var z = new GuardedMemory<bool>(2 * n, atEnd);
        y.Span.Reverse();
        var done = Compare.Vectors<float, Less>(x.Span, 1, y.Span, 1, z.Span);
        Assert.InRange(done, (2 * n) - 63, 2 * n);
        for (var i = 0; i < done; i++) Assert.Equal(x.Pointer[i] < y.Pointer[i], z.Pointer[i]);
    });

    [Fact]
    public void Extremes_OfEveryLength_StayInsideAndTakeTheFirst() => Everywhere((n, atEnd) =>
    {
        if (n == 0) return;
        using var x = Filled(n, atEnd);
        float[] values = x.Span.ToArray();
        Assert.Equal(Array.IndexOf(values, values.Max()), Extremes.First<float>(x.Span, true));
        Assert.Equal(Array.IndexOf(values, values.Min()), Extremes.First<float>(x.Span, false));
        x.Span.Clear();
        x.Pointer[0] = -0f;
        Assert.Equal(0, Extremes.First<float>(x.Span, true));
        x.Pointer[n - 1] = float.NaN;
        Assert.Equal(n - 1, Extremes.First<float>(x.Span, true));
        Assert.Equal(n - 1, Extremes.First<float>(x.Span, false));
    });

    [Fact]
    public void Transpose_OfEverySize_StaysInside() => Everywhere((n, atEnd) =>
    {
        const int Columns = 7;
        using var x = Filled(n * Columns, atEnd);
        using var y = new GuardedMemory<float>(n * Columns, atEnd);
        Squares.Transpose(n, Columns, x.Pointer, Columns, y.Pointer, n);
        for (var i = 0; i < n * Columns; i++) Assert.Equal(x.Pointer[i], y.Pointer[i % Columns * n + i / Columns]);
        Squares.Transpose(Columns, n, y.Pointer, n, x.Pointer, Columns);
        for (var i = 0; i < n * Columns; i++) Assert.Equal(MathF.Sin(i + 1), x.Pointer[i]);
    });

    [Fact]
    public void Gemm_OfEveryShapeAndLayout_StaysInside()
    {
        Assert.SkipUnless(GuardedMemory<float>.IsSupported, "guard pages are set with mmap, which this system lacks");
        int[] sizes = [1, 2, 5, 11, 12, 13, 15, 16, 17, 31, 33, 65];
        foreach (var m in sizes)
            foreach (var n in sizes)
                foreach (var k in new[] { 1, 7, 16, 64, 257 })
                    for (var layout = 0; layout < 8; layout++)
                        Multiply(m, n, k, (layout & 1) != 0, (layout & 2) != 0, (layout & 4) != 0);
    }

    private static void Multiply(int m, int n, int k, bool transposeA, bool transposeB, bool atEnd)
    {
        using var a = Filled(m * k, atEnd);
        using var b = Filled(k * n, atEnd);
        using var c = new GuardedMemory<float>(m * n, atEnd);
        using var expected = new GuardedMemory<float>(m * n, atEnd);
        Gemm.Run(Problem(c.Pointer));
        Gemm.Plain(Problem(expected.Pointer));
        Assert.True(expected.Span.SequenceEqual(c.Span), $"{m}x{n}x{k}, transposed: {transposeA}, {transposeB}");

        GemmProblem<float> Problem(float* to) => new(
            m, n, k, a.Pointer, transposeA ? 1 : k, transposeA ? m : 1,
            b.Pointer, transposeB ? 1 : n, transposeB ? k : 1, to, n, false);
    }

    private static void Everywhere(Action<int, bool> test)
    {
        Assert.SkipUnless(GuardedMemory<float>.IsSupported, "guard pages are set with mmap, which this system lacks");
        for (var n = 0; n <= Longest; n++)
        {
            test(n, true);
            test(n, false);
        }
    }

    private static GuardedMemory<float> Filled(int length, bool atEnd)
    {
        var memory = new GuardedMemory<float>(length, atEnd);
        for (var i = 0; i < length; i++) memory.Pointer[i] = MathF.Sin(i + 1);
        return memory;
    }

    private static void Check(GuardedMemory<float> actual, Func<int, double> expected)
    {
        for (var i = 0; i < actual.Length; i++) Assert.Equal(expected(i), actual.Pointer[i], 1e-5);
    }
}
