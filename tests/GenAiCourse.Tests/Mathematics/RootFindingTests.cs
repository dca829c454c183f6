using GenAiCourse.Mathematics;

namespace GenAiCourse.Tests.Mathematics;

public class RootFindingTests
{
    // x³ − 2x − 5 is Wallis's example for Newton's method; its root to 16 digits, OEIS A007493.
    private const double Wallis = 2.0945514815423265;

    [Fact]
    public void EachMethod_WallissCubic_FindsTheRoot()
    {
        static double F(double x) => x * x * x - 2 * x - 5;
        RootResult bisection = RootFinding.Bisect(F, 2, 3);
        var newton = RootFinding.Newton(F, x => 3 * x * x - 2, 2);
        var secant = RootFinding.Secant(F, 2, 3);
        var brent = RootFinding.Brent(F, 2, 3);

        foreach (var result in new[] { bisection, newton, secant, brent })
        {
            Assert.True(result.HasConverged);
            Assert.Equal(Wallis, result.Root, 1e-14);
        }
        Assert.InRange(newton.Trace.Length, 5, 7);
        Assert.InRange(secant.Trace.Length, 8, 10);
        Assert.InRange(brent.Trace.Length, 6, 12);
        Assert.InRange(bisection.Trace.Length, 44, 48);       // log₂ 10¹⁴ = 46.5
    }

    // The points of scipy.optimize.brentq's own tests and others that defeat pure interpolation.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 100)]
    public void Brent_HardFunctions_NeedsFewerStepsThanBisectionTwice(int which, double high)
    {
        Func<double, double> f = which switch
        {
            0 => x => Math.Cos(x) - x,
            1 => x => Math.Pow(x, 9) - 1e-3,
            2 => x => Math.Sign(x - 0.3) * Math.Sqrt(Math.Abs(x - 0.3)),
            _ => x => Math.Atan(x - 1) + 1e-9
        };
        var (brent, bisection) = (RootFinding.Brent(f, -0.5, high), RootFinding.Bisect(f, -0.5, high));
        Assert.True(brent.HasConverged);
        Assert.Equal(bisection.Root, brent.Root, 1e-13);
        Assert.True(brent.Trace.Length <= 2 * bisection.Trace.Length, $"{brent.Trace.Length}");
    }

    [Fact]
    public void Newton_FromTheWrongPlace_SaysThatItHasNotConverged()
    {
        // x³ − 2x + 2 from 0 goes 0, 1, 0, 1 …
        var circle = RootFinding.Newton(x => x * x * x - 2 * x + 2, x => 3 * x * x - 2, 0);
        Assert.False(circle.HasConverged);
        Assert.Equal([0.0, 1, 0, 1], circle.Trace.Take(4));
        var away = RootFinding.Newton(Math.Atan, x => 1 / (1 + x * x), 2);
        Assert.False(away.HasConverged);
        Assert.False(RootFinding.Newton(x => x * x + 1, x => 2 * x, 0).HasConverged);
    }

    [Fact]
    public void EachMethod_ArgumentsOutOfRange_SaysSo()
    {
        var error = Assert.Throws<ArgumentException>(() => RootFinding.Bisect(x => x * x + 1, -1, 2));
        Assert.Contains("two signs, got 2 at -1 and 5 at 2", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RootFinding.Brent(Math.Log, -1, 2));
        Assert.Throws<ArgumentException>(() => RootFinding.Secant(x => x, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RootFinding.Bisect(x => x, -1, 1, tolerance: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RootFinding.Newton(x => x, _ => 1, 1, mostSteps: 0));
        Assert.Equal(1, RootFinding.Bisect(x => x - 1, 1, 3).Root);
        Assert.Equal(3, RootFinding.Brent(x => x - 3, 1, 3).Root);
    }
}
