using GenAiCourse.Mathematics;
using TorchSharp;
using static TorchSharp.torch;

namespace GenAiCourse.Tests.Mathematics;

public class MinimizerTests
{
    private static readonly double[] Start = [-1.2, 1];

    public static TheoryData<string> Names => ["sgd", "momentum", "nesterov", "rmsprop", "adam"];

    // The tensor engine's optimizers, which have PyTorch's own traces for fixtures, are the reference.
    [Theory]
    [MemberData(nameof(Names))]
    public void EachOptimizer_OnRosenbrock_WalksAsTheTensorEnginesDoes(string name)
    {
        const int Steps = 40;
        var x = torch.nn.Parameter(tensor(Start, dtype: ScalarType.Float64));
        torch.optim.Optimizer reference = name switch
        {
            "sgd" => torch.optim.SGD([x], 1e-3),
            "momentum" => torch.optim.SGD([x], 1e-3, momentum: 0.8),
            "nesterov" => torch.optim.SGD([x], 1e-3, momentum: 0.8, nesterov: true),
            "rmsprop" => torch.optim.RMSProp([x], 0.01),
            _ => torch.optim.Adam([x], 0.05)
        };
        var way = name switch
        {
            "sgd" => Minimizer.GradientDescent(Rosenbrock, Gradient, Start, 1e-3, steps: Steps),
            "momentum" => Minimizer.GradientDescent(Rosenbrock, Gradient, Start, 1e-3, 0.8, steps: Steps),
            "nesterov" => Minimizer.GradientDescent(Rosenbrock, Gradient, Start, 1e-3, 0.8, true, steps: Steps),
            "rmsprop" => Minimizer.RmsProp(Rosenbrock, Gradient, Start, steps: Steps),
            _ => Minimizer.Adam(Rosenbrock, Gradient, Start, 0.05, steps: Steps)
        };
        for (var step = 1; step <= Steps; step++)
        {
            reference.zero_grad();
            var (first, second) = (x[0], x[1]);
            ((1 - first).pow(2) + 100 * (second - first.pow(2)).pow(2)).backward();
            reference.step();
            Assert.Equal(x[0].item<double>(), way.Points[step][0], 1e-10);
            Assert.Equal(x[1].item<double>(), way.Points[step][1], 1e-10);
        }
        Assert.Equal(Steps, way.Steps);
        Assert.False(way.HasConverged);
    }

    [Theory]
    [InlineData(0.999, true)]
    [InlineData(1.001, false)]
    public void GradientDescent_OnAQuadratic_DivergesBeyondTwoOverTheLargestEigenvalue(double share, bool converges)
    {
        double[,] a = { { 5, 2 }, { 2, 2 } };       // eigenvalues 1 and 6
        var way = Minimizer.GradientDescent(
            x => LinearAlgebra.Dot(x, LinearAlgebra.Multiply(a, x)) / 2, x => LinearAlgebra.Multiply(a, x), [1, 1],
            share * 2 / 6, steps: 20_000);
        Assert.Equal(converges, way.HasConverged);
        Assert.Equal(converges, way.Value < 1e-10);
    }

    [Theory]
    [InlineData(0.999, true)]
    [InlineData(1.001, false)]
    public void GradientDescent_WithMomentum_DivergesBeyondTwiceOnePlusBetaOverTheLargestEigenvalue(
        double share, bool converges)
    {
        var way = Minimizer.GradientDescent(
            x => 3 * x[0] * x[0], x => [6 * x[0]], [1], share * 2 * (1 + 0.9) / 6, momentum: 0.9, steps: 40_000);
        Assert.Equal(converges, way.Value < 1e-10);
    }

    [Fact]
    public void Newton_OnAQuadratic_NeedsOneStep()
    {
        double[,] a = { { 5, 2 }, { 2, 2 } };
        Descent way = Minimizer.Newton(
            x => LinearAlgebra.Dot(x, LinearAlgebra.Multiply(a, x)) / 2, x => LinearAlgebra.Multiply(a, x), _ => a,
            [3, -7]);
        Assert.Equal((1, true), (way.Steps, way.HasConverged));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(50)]
    public void Lbfgs_OnRosenbrock_FindsOnesAndNeverRises(int dimensions)
    {
        var start = Enumerable.Range(0, dimensions).Select(i => i % 2 == 0 ? -1.2 : 1).ToArray();
        var way = Minimizer.Lbfgs(Rosenbrock, Gradient, start);
        Assert.True(way.HasConverged, $"{way.Value} after {way.Steps}");
        Assert.All(way.Minimum, x => Assert.Equal(1, x, 1e-8));
        Assert.All(way.Values.Zip(way.Values.Skip(1)), pair => Assert.True(pair.Second <= pair.First));
        Assert.InRange(way.Steps, 10, 120);
    }

    [Fact]
    public void EachMinimizer_AtTheMinimum_StaysThere()
    {
        Assert.Equal(0, Minimizer.Adam(Rosenbrock, Gradient, [1, 1]).Steps);
        Assert.Equal(0, Minimizer.Lbfgs(Rosenbrock, Gradient, [1, 1]).Steps);
    }

    [Fact]
    public void EachMinimizer_ArgumentsOutOfRange_SaysSo()
    {
        Assert.Throws<ArgumentException>(() => Minimizer.Adam(Rosenbrock, Gradient, []));
        Assert.Throws<ArgumentNullException>(() => Minimizer.Adam(Rosenbrock, Gradient, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Minimizer.Adam(Rosenbrock, Gradient, Start, rate: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Minimizer.Adam(Rosenbrock, Gradient, Start, beta1: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Minimizer.RmsProp(Rosenbrock, Gradient, Start, decay: -1));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Minimizer.GradientDescent(Rosenbrock, Gradient, Start, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Minimizer.GradientDescent(Rosenbrock, Gradient, Start, 0.1, momentum: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Minimizer.Lbfgs(Rosenbrock, Gradient, Start, memory: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Minimizer.Lbfgs(Rosenbrock, Gradient, Start, steps: 0));
        var error = Assert.Throws<ArgumentException>(() => Minimizer.Adam(Rosenbrock, _ => [1], Start));
        Assert.Contains("a gradient of 2 numbers, got 1", error.Message, StringComparison.Ordinal);
        var singular = Assert.Throws<ArgumentException>(
            () => Minimizer.Newton(Rosenbrock, Gradient, _ => new double[2, 2], Start));
        Assert.Contains("pivot 0", singular.Message, StringComparison.Ordinal);
    }

    // Rosenbrock, 1960, in pairs.
    private static double Rosenbrock(double[] x)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i += 2)
            sum += Math.Pow(1 - x[i], 2) + 100 * Math.Pow(x[i + 1] - x[i] * x[i], 2);
        return sum;
    }

    private static double[] Gradient(double[] x)
    {
        var g = new double[x.Length];
        for (var i = 0; i < x.Length; i += 2)
        {
            var rest = x[i + 1] - x[i] * x[i];
            (g[i], g[i + 1]) = (-2 * (1 - x[i]) - 400 * x[i] * rest, 200 * rest);
        }
        return g;
    }
}
