using System.Globalization;
using GenAiCourse.Mathematics;

namespace GenAiCourse.Tests.Mathematics;

public class ExpressionTests
{
    private static readonly Expression X = new Expression.Variable("x");

    // Each derivative from a table of derivatives (Abramowitz and Stegun, 1964, 3.3 and 4.2 to 4.5).
    [Theory]
    [InlineData("3", "0")]
    [InlineData("x", "1")]
    [InlineData("y", "0")]
    [InlineData("3 * x^2 + 2 * x + 1", "6 * x + 2")]
    [InlineData("x^3", "3 * x^2")]
    [InlineData("1 / x", "-1 / x^2")]
    [InlineData("x^0.5", "0.5 / x^0.5")]
    [InlineData("sqrt(x)", "1 / (2 * sqrt(x))")]
    [InlineData("exp(2 * x)", "2 * exp(2 * x)")]
    [InlineData("ln(x)", "1 / x")]
    [InlineData("sin(x) * cos(x)", "cos(x)^2 - sin(x)^2")]
    [InlineData("tan(x)", "1 + tan(x)^2")]
    [InlineData("atan(x)", "1 / (1 + x^2)")]
    [InlineData("sinh(x)", "cosh(x)")]
    [InlineData("cosh(x)", "sinh(x)")]
    [InlineData("tanh(x)", "1 - tanh(x)^2")]
    [InlineData("abs(x)", "x / abs(x)")]
    [InlineData("2^x", "2^x * ln(2)")]
    [InlineData("x^x", "x^x * (ln(x) + 1)")]
    [InlineData("x * y^2", "y^2")]
    [InlineData("(x^2 + 1)^3", "6 * (x^2 + 1)^2 * x")]
    public void Derivative_ThenSimplify_ReadsAsInTheTables(string formula, string expected)
    {
        var derivative = Expression.Parse(formula).Derivative("x").Simplify();
        foreach (var at in new[] { 0.3, 0.9, 2.5 })
            Assert.Equal(
                Expression.Parse(expected).Evaluate(("x", at), ("y", 1.7)),
                derivative.Evaluate(("x", at), ("y", 1.7)), 1e-12);
        Assert.True(derivative.ToString().Length <= expected.Length + 4, $"{derivative} for {expected}");
    }

    [Theory]
    [InlineData("x - x", "0")]
    [InlineData("x + x + 2 * x", "4 * x")]
    [InlineData("x * x * x", "x^3")]
    [InlineData("x / x", "1")]
    [InlineData("0 * sin(x) + 1 * x^1", "x")]
    [InlineData("x / 3 + x / 6", "x / 2")]
    [InlineData("2 * 3 * x - 6 * x + 5", "5")]
    [InlineData("x^2 / x^5", "1 / x^3")]
    [InlineData("ln(exp(x)) - exp(ln(x))", "0")]
    [InlineData("sin(0) + cos(0) + sqrt(9) + ln(e)", "5")]
    [InlineData("(x^2)^3", "x^6")]
    [InlineData("(x^2)^0.5", "(x^2)^0.5")]       // |x|, and not x
    [InlineData("-(-x)", "x")]
    [InlineData("x - (y - x)", "2 * x - y")]
    public void Simplify_LikeTermsAndPowers_ComeTogether(string formula, string expected) =>
        Assert.Equal(expected, Expression.Parse(formula).Simplify().ToString());

    [Theory]
    [InlineData("a + b * c")]
    [InlineData("(a + b) * c")]
    [InlineData("a - (b - c)")]
    [InlineData("a - b - c")]
    [InlineData("a / b / c")]
    [InlineData("a / (b / c)")]
    [InlineData("-x^2")]
    [InlineData("(-x)^2")]
    [InlineData("x^(-2.5)", "1 / x^2.5")]
    [InlineData("2^3^2", "2^(3^2)")]
    [InlineData("1 * (1 / x)")]             // not 1 / x, which is x^(-1) alone
    [InlineData("a * 1 / x")]
    [InlineData("(2^3)^2")]
    [InlineData("-2 * x - 1 / x")]
    [InlineData("1E-05 * x")]
    [InlineData("2*pi", "2 * pi")]
    [InlineData("log(x)", "ln(x)")]
    public void ToString_AFormula_HasNoMoreParenthesesThanItNeeds(string formula, string? expected = null) =>
        Assert.Equal(expected ?? formula, Expression.Parse(formula).ToString());

    [Theory]
    [InlineData("2 +", "expected a number, a name or a (, got the end at 3")]
    [InlineData("", "got the end at 0")]
    [InlineData("(x", "expected a ), got the end at 2")]
    [InlineData("2 x", "expected an operator or the end, got 'x' at 2")]
    [InlineData("foo(x)", "got 'foo' at 0")]
    [InlineData("sin x", "expected a ( after sin, got 'x'")]
    [InlineData("1,5", "got ',' at 1")]
    [InlineData("1e999", "expected a number, got '1e999'")]
    [InlineData("x $ 2", "got '$' at 2")]
    public void Parse_NoFormula_SaysWhereAndWhy(string text, string message) =>
        Assert.Contains(
            message, Assert.Throws<FormatException>(() => Expression.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Evaluate_AVariableWithoutAValue_SaysWhich()
    {
        var error = Assert.Throws<ArgumentException>(() => (X * new Expression.Variable("y")).Evaluate(("x", 1)));
        Assert.Contains("expected a value for y", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Expression.Parse("x * y").AsFunction("x"));
        Assert.Equal(["x", "y"], Expression.Parse("y + x * y").Variables());
        Assert.Equal(6.25, Expression.Parse("x^2").AsFunction("x")(2.5));
        Assert.Equal(double.NaN, Expression.Parse("ln(x)").Evaluate(("x", -1)));
    }

    [Fact]
    public void Operators_BuildWhatTheParserReads() =>
        Assert.Equal(Expression.Parse("1 / x - 2 * x / 3 + -x"), 1 / X - 2 * X / 3 + -X);

    [Fact]
    public void Parse_UnderAnotherCulture_ReadsAndWritesPoints()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal("1.5 * x", Expression.Parse("1.5*x").ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ThreeHundredRandomTrees_ParseOfToString_IsTheSameTree()
    {
        var random = new Random(1);
        for (var trial = 0; trial < 300; trial++)
        {
            var tree = RandomTree(random, 5);
            var read = Expression.Parse(tree.ToString());
            Assert.True(tree == read, $"{tree} becomes {read}");
            var simple = tree.Simplify();
            Assert.True(simple == Expression.Parse(simple.ToString()), $"{simple}");
            Assert.True(simple == simple.Simplify(), $"{simple} becomes {simple.Simplify()}");
        }
    }

    [Fact]
    public void ThreeHundredRandomTrees_Simplify_ChangesNoFiniteValue()
    {
        var (random, compared) = (new Random(2), 0);
        for (var trial = 0; trial < 300; trial++)
        {
            var tree = RandomTree(random, 4);
            for (var point = 0; point < 5; point++)
            {
                (string, double)[] at = [("x", 4 * random.NextDouble() - 2), ("y", 4 * random.NextDouble() - 2)];
                var expected = tree.Evaluate(at);
                // Where rounding decides (a difference of large numbers), nearby points differ as well.
                if (!double.IsFinite(expected) || Math.Abs(expected) > 1e6 || Sensitivity(tree, at) > 1e4) continue;
                compared++;
                Assert.Equal(expected, tree.Simplify().Evaluate(at), 1e-9 * (1 + Math.Abs(expected)));
            }
        }
        Assert.True(compared > 500, $"{compared} compared");
    }

    [Fact]
    public void ThreeHundredRandomTrees_Derivative_EqualsCentralDifferences()
    {
        const double Step = 1e-5;
        var (random, compared, undefined) = (new Random(3), 0, 0);
        for (var trial = 0; compared < 300 && trial < 3000; trial++)
        {
            var tree = RandomTree(random, 4);
            var (x, y) = (3 * random.NextDouble() - 1.5, 3 * random.NextDouble() - 1.5);
            double At(double dx) => tree.Evaluate(("x", x + dx), ("y", y));
            var (wide, narrow) = ((At(2 * Step) - At(-2 * Step)) / (4 * Step), (At(Step) - At(-Step)) / (2 * Step));
            // Only where the differences themselves have settled: not at poles, corners and the ends of a domain.
            if (!(Math.Abs(wide - narrow) <= 1e-7 * (1 + Math.Abs(narrow))) || Math.Abs(narrow) > 1e4) continue;
            if (narrow == 0) continue;
            // As documented: 0 to an exponent that varies.
            if (double.IsNaN(tree.Derivative("x").Evaluate(("x", x), ("y", y))))
            {
                undefined++;
                continue;
            }
            compared++;
            foreach (var derivative in new[] { tree.Derivative("x"), tree.Derivative("x").Simplify() })
            {
                var actual = derivative.Evaluate(("x", x), ("y", y));
                Assert.True(
                    Math.Abs(actual - narrow) <= 1e-5 * (1 + Math.Abs(narrow)),
                    $"{tree} at ({x}, {y}): expected {narrow}, got {actual} of {derivative}");
            }
        }
        Assert.Equal(300, compared);
        Assert.True(undefined <= 3, $"{undefined} derivatives are NaN");
    }

    private static double Sensitivity(Expression tree, (string Name, double Value)[] at)
    {
        var moved = at.Select(pair => (pair.Name, pair.Value * (1 + 1e-7))).ToArray();
        return Math.Abs(tree.Evaluate(moved) - tree.Evaluate(at)) / 1e-7;
    }

    private static Expression RandomTree(Random random, int depth)
    {
        if (depth == 0 || random.Next(6) == 0)
            return random.Next(3) switch
            {
                0 => new Expression.Constant(random.Next(-3, 4)),
                1 => new Expression.Variable(random.Next(3) == 0 ? "y" : "x"),
                _ => random.Next(2) == 0 ? new Expression.Constant(random.Next(-20, 20) / 8.0) : X
            };
        Expression Part() => RandomTree(random, depth - 1);
        return random.Next(6) switch
        {
            0 or 1 => new Expression.Sum(Part(), Part()),
            2 or 3 => new Expression.Product(Part(), Part()),
            4 => new Expression.Power(
                Part(), random.Next(3) > 0 ? new Expression.Constant(random.Next(-3, 4)) : Part()),
            _ => new Expression.FunctionOf((ElementaryFunction)random.Next(11), Part())
        };
    }
}
