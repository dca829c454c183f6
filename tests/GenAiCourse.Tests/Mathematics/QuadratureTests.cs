using System.Globalization;
using System.Text.Json;
using GenAiCourse.Mathematics;
using static GenAiCourse.Tests.Mathematics.MatrixFixture;

namespace GenAiCourse.Tests.Mathematics;

public class QuadratureTests
{
    private static readonly Dictionary<string, Func<double, double>> Integrands = new()
    {
        ["exp(-x^2)"] = x => Math.Exp(-x * x),
        ["1/(1+x^2)"] = x => 1 / (1 + x * x),
        ["sqrt(x)"] = Math.Sqrt,
        ["1/sqrt(x)"] = x => 1 / Math.Sqrt(x),
        ["ln(x)"] = Math.Log,
        ["x^5-3x^2+x"] = x => x * x * x * x * x - 3 * x * x + x,
        ["sin(x)"] = Math.Sin,
        ["sin(30x)^2"] = x => Math.Sin(30 * x) * Math.Sin(30 * x),
        ["x^3 exp(-x)"] = x => x * x * x * Math.Exp(-x),
        ["|x-1/3|"] = x => Math.Abs(x - 1.0 / 3),
        ["exp(x) cos(x)"] = x => Math.Exp(x) * Math.Cos(x),
        ["1/(1+25x^2)"] = x => 1 / (1 + 25 * x * x)
    };

    [Fact]
    public void EachRule_EachIntegral_EqualsTheExactOneAndScipys()
    {
        foreach (var row in Integrals.GetProperty("integrals").EnumerateArray())
        {
            var name = row.GetProperty("f").GetString()!;
            var (f, a, b) = (Integrands[name], End(row.GetProperty("a")), End(row.GetProperty("b")));
            var exact = row.GetProperty("exact").GetDouble();
            IntegralResult result = Quadrature.Integrate(f, a, b);
            Assert.True(result.HasConverged, $"{name}: {result}");
            Near(exact, result.Value, 1e-10);
            Assert.True(
                Math.Abs(exact - result.Value) <= result.ErrorEstimate + 1e-15 * Math.Abs(exact), $"{name}: {result}");

            Each("trapezoid", n => Quadrature.Trapezoid(f, a, b, n));
            Each("simpson", n => Quadrature.Simpson(f, a, b, n));
            Each("gauss_legendre", n => GaussLegendre.Integrate(f, a, b, n));

            void Each(string rule, Func<int, double> integrate)
            {
                if (!row.TryGetProperty(rule, out var values)) return;
                foreach (var entry in values.EnumerateObject())
                {
                    var count = int.Parse(entry.Name, CultureInfo.InvariantCulture);
                    Near(entry.Value.GetDouble(), integrate(count), 1e-13);
                }
            }

            void Near(double expected, double actual, double tolerance) =>
                Assert.True(
                    Math.Abs(expected - actual) <= tolerance * Math.Abs(expected),
                    $"{name}: expected {expected:g17}, got {actual:g17}");
        }
    }

    [Fact]
    public void GaussLegendre_EachCount_HasTheExactNodesAndWeights()
    {
        foreach (var row in Integrals.GetProperty("gauss_legendre").EnumerateArray())
        {
            var (nodes, weights) = GaussLegendre.Rule(row.GetProperty("n").GetInt32());
            Assert.Equal(Vector(row.GetProperty("nodes")), nodes, (x, y) => Math.Abs(x - y) <= 2e-16);
            Assert.Equal(Vector(row.GetProperty("weights")), weights, (x, y) => Math.Abs(x - y) <= 1e-14 * x);
        }
    }

    // Kronrod's 21 points are exact to degree 31.
    [Fact]
    public void Integrate_APolynomialOfDegree31_IsExactInOneStep()
    {
        var result = Quadrature.Integrate(x => 32 * Math.Pow(x, 31), 0, 1, mostEvaluations: 21);
        Assert.Equal(21, result.Evaluations);
        Assert.Equal(1, result.Value, 1e-14);
    }

    [Fact]
    public void Integrate_TurnedEnds_ChangeTheSign()
    {
        Assert.Equal(-2, Quadrature.Integrate(Math.Sin, Math.PI, 0).Value, 1e-13);
        Assert.Equal(0, Quadrature.Integrate(Math.Sin, 1, 1).Value);
        Assert.Equal(
            Math.Exp(2),
            Quadrature.Integrate(Math.Exp, double.NegativeInfinity, 2).Value, 1e-10);
    }

    [Fact]
    public void Integrate_ABreakpointAtTheCorner_TakesFewerEvaluations()
    {
        var plain = Quadrature.Integrate(x => Math.Abs(x - 1.0 / 3), 0, 1);
        var told = Quadrature.Integrate(
            x => Math.Abs(x - 1.0 / 3), 0, 1, breakpoints: 1.0 / 3);
        Assert.Equal(5.0 / 18, told.Value, 1e-15);
        Assert.Equal(42, told.Evaluations);
        Assert.True(plain.Evaluations > 200);
    }

    [Fact]
    public void Integrate_ADivergentIntegral_SaysThatItHasNotConverged()
    {
        var result = Quadrature.Integrate(x => 1 / x, 0, 1, mostEvaluations: 2000);
        Assert.False(result.HasConverged);
        Assert.InRange(result.Evaluations, 1900, 2000);
    }

    [Fact]
    public void EachRule_ArgumentsOutOfRange_SaysSo()
    {
        var pole = Assert.Throws<ArgumentException>(
            () => Quadrature.Integrate(x => 1 / x, -1, 1));
        Assert.Contains("at 0; give a pole as a breakpoint", pole.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Quadrature.Integrate(x => x, double.NaN, 1));
        Assert.Throws<ArgumentException>(
            () => Quadrature.Integrate(x => x, 0, 1, breakpoints: 2));
        Assert.Throws<ArgumentException>(
            () => Quadrature.Integrate(x => x, 0, double.PositiveInfinity, breakpoints: 2));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Quadrature.Integrate(x => x, 0, 1, mostEvaluations: 20));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Quadrature.Integrate(x => x, 0, 1, absolute: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quadrature.Simpson(x => x, 0, 1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quadrature.Trapezoid(x => x, 0, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussLegendre.Rule(0));
    }

    private static double End(JsonElement end) => end.ValueKind == JsonValueKind.Number
        ? end.GetDouble()
        : end.GetString() switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            _ => Math.PI
        };
}
