using GenAiCourse.Mathematics;

namespace GenAiCourse.Tests.Mathematics;

public class ValueTests
{
    // The example of micrograd's readme, whose gradients PyTorch confirms there: dg/da = 138.8338, dg/db = 645.5773.
    [Fact]
    public void Backward_MicrogradsExample_HasItsGradients()
    {
        Value a = new(-4), b = new(2);
        var c = a + b;
        var d = a * b + b.Pow(3);
        c += c + 1;
        c += 1 + c + -a;
        d += d * 2 + (b + a).Relu();
        d += 3 * d + (b - a).Relu();
        var e = c - d;
        var f = e.Pow(2);
        var g = f / 2;
        g += 10 / f;
        g.Backward();

        Assert.Equal(24.7041, g.Data, 1e-4);
        Assert.Equal(138.8338, a.Gradient, 1e-4);
        Assert.Equal(645.5773, b.Gradient, 1e-4);
    }

    [Fact]
    public void TwoHundredRandomGraphs_Backward_EqualsCentralDifferences()
    {
        const double Step = 1e-6;
        var random = new Random(7);
        for (var graph = 0; graph < 200; graph++)
        {
            var (program, inputs) = (RandomProgram(random), Enumerable.Range(0, 3).Select(_ => Draw(random)).ToArray());
            var values = Array.ConvertAll(inputs, x => new Value(x));
            Run(program, values).Backward();
            for (var i = 0; i < inputs.Length; i++)
            {
                var slope = (At(i, Step) - At(i, -Step)) / (2 * Step);
                Assert.True(
                    Math.Abs(values[i].Gradient - slope) <= 1e-5 * (1 + Math.Abs(slope)),
                    $"graph {graph}, input {i}: expected {slope}, got {values[i].Gradient}");
            }

            double At(int input, double delta) =>
                Run(program, [.. inputs.Select((x, i) => new Value(i == input ? x + delta : x))]).Data;
        }
    }

    [Fact]
    public void Backward_UsedTwice_AddsUp()
    {
        var x = new Value(3);
        var y = x * x + x;
        y.Backward();
        y.Backward();
        Assert.Equal(14, x.Gradient);
        Assert.Equal("Value(data=3, gradient=14)", x.ToString());
    }

    [Fact]
    public void Backward_AGraphOfAHundredThousandSteps_DoesNotOverflowTheStack()
    {
        var x = new Value(1);
        Value sum = 0;
        for (var i = 0; i < 100_000; i++) sum += x;
        sum.Backward();
        Assert.Equal(100_000, x.Gradient);
    }

    [Fact]
    public void EachFunction_AtItsEdges_HasTheDocumentedSlope()
    {
        Assert.Equal(0, Slope(0, x => x.Relu()));
        Assert.Equal(0, Slope(0, x => x.Pow(0)));
        Assert.Equal(double.NaN, Slope(-1, x => x.Pow(0.5)));
        Assert.Equal(double.PositiveInfinity, Slope(0, x => x.Log()));
        Assert.Equal(0.25, Slope(0, x => x.Sigmoid()));

        static double Slope(double at, Func<Value, Value> f)
        {
            var x = new Value(at);
            f(x).Backward();
            return x.Gradient;
        }
    }

    private static double Draw(Random random) => 3 * random.NextDouble() - 1.5;

    // Twelve operations on earlier values: which, on what.
    private static (int Operation, int First, int Second)[] RandomProgram(Random random) =>
        [.. Enumerable.Range(0, 12).Select(i => (random.Next(12), random.Next(3 + i), random.Next(3 + i)))];

    private static Value Run((int Operation, int First, int Second)[] program, Value[] inputs)
    {
        var values = inputs.ToList();
        foreach (var (operation, first, second) in program)
        {
            var (a, b) = (values[first], values[second]);
            values.Add(operation switch
            {
                0 => a + b,
                1 => a - b,
                2 => a * b,
                3 => a / (b * b + 1),
                4 => a.Tanh(),
                5 => a.Sin(),
                6 => a.Cos(),
                7 => a.Sigmoid(),
                8 => (a.Tanh() * 0.5).Exp(),
                9 => (a * a + 0.5).Log(),
                10 => a.Tanh().Pow(3),
                _ => -a + b.Tanh().Relu() * 0.1
            });
        }
        return values.Skip(3).Aggregate((Value)0, (sum, value) => sum + value.Tanh());
    }
}
