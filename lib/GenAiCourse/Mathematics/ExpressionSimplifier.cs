using static GenAiCourse.Mathematics.Expression;

namespace GenAiCourse.Mathematics;

/// <summary>
/// Brings like terms and like factors together: a sum becomes Σ cᵢ tᵢ + c, a product c Π bᵢ^nᵢ, with their own parts
/// simplified before.
/// </summary>
internal static class ExpressionSimplifier
{
    public static Expression Simplify(Expression e)
    {
        for (var round = 0; round < 20; round++)
        {
            var next = Once(e);
            if (next == e) return e;
            e = next;
        }
        return e;
    }

    private static Expression Once(Expression e) => e switch
    {
        Sum => OfSum(e),
        Product => OfProduct(e),
        Power power => OfPower(Once(power.Base), Once(power.Exponent)),
        FunctionOf function => OfFunction(function.Kind, Once(function.Argument)),
        _ => e
    };

    private static Expression OfSum(Expression e)
    {
        var (coefficients, order, constant) = (
            new Dictionary<Expression, Fraction>(), new List<Expression>(), new Fraction(0));
        foreach (var (coefficient, core) in Summands(e).Select(Once).SelectMany(x => Terms(new Fraction(1), x)))
        {
            if (core is Constant { Value: 1 }) constant += coefficient;
            else if (coefficients.TryGetValue(core, out var before)) coefficients[core] = before + coefficient;
            else
            {
                coefficients[core] = coefficient;
                order.Add(core);
            }
        }
        Expression? result = null;
        foreach (var core in order)
            if (coefficients[core].Numerator != 0) result = Plus(result, Scaled(coefficients[core], core));
        if (constant.Numerator != 0 || result is null) result = Plus(result, Scaled(constant, 1));
        return result;

        static Expression Plus(Expression? sum, Expression term) => sum is null ? term : sum + term;
    }

    private static Expression OfProduct(Expression e)
    {
        var (exponents, order, coefficient) = (
            new Dictionary<Expression, double>(), new List<Expression>(), new Fraction(1));
        foreach (var factor in Factors(e).Select(Once).SelectMany(Factors))
        {
            var (under, exponent) = factor is Power { Exponent: Constant n } power
                ? (power.Base, n.Value)
                : (factor, 1);
            if (under is Constant c && (exponent == 1 || (exponent == -1 && c.Value != 0)))
                coefficient *= exponent == 1 ? new Fraction(c.Value) : new Fraction(1, c.Value);
            else if (exponents.TryGetValue(under, out var before)) exponents[under] = before + exponent;
            else
            {
                exponents[under] = exponent;
                order.Add(under);
            }
        }
        if (coefficient.Numerator == 0) return 0;
        Expression? core = null;
        foreach (var under in order.OrderBy(x => exponents[x] < 0))
            if (exponents[under] != 0)
            {
                Expression factor = exponents[under] == 1 ? under : new Power(under, exponents[under]);
                core = core is null ? factor : core * factor;
            }
        return Scaled(coefficient, core ?? 1);
    }

    private static Expression OfPower(Expression under, Expression exponent) => (under, exponent) switch
    {
        (_, Constant { Value: 0 }) => 1,
        (_, Constant { Value: 1 }) => under,
        (Constant { Value: 1 }, _) => 1,
        (Constant a, Constant n) when IsWhole(Math.Pow(a.Value, n.Value)) => Math.Pow(a.Value, n.Value),
        // Only a whole outer exponent: (x²)^½ is |x|, not x.
        (Power { Exponent: Constant m } inner, Constant n) when IsWhole(n.Value) =>
            new Power(inner.Base, m.Value * n.Value),
        _ => new Power(under, exponent)
    };

    private static Expression OfFunction(ElementaryFunction kind, Expression argument) => (kind, argument) switch
    {
        (ElementaryFunction.Exp, FunctionOf { Kind: ElementaryFunction.Ln } inner) => inner.Argument,
        (ElementaryFunction.Ln, FunctionOf { Kind: ElementaryFunction.Exp } inner) => inner.Argument,
        (_, Constant c) when IsWhole(ExpressionCalculus.Apply(kind, c.Value)) =>
            ExpressionCalculus.Apply(kind, c.Value),
        _ => new FunctionOf(kind, argument)
    };

    // A sum's terms with their coefficients; a number before a sum in parentheses goes to each term.
    private static IEnumerable<(Fraction Coefficient, Expression Core)> Terms(Fraction before, Expression e)
    {
        foreach (var term in Summands(e))
        {
            var (coefficient, core) = Split(term);
            if (core is not Sum) yield return (before * coefficient, core);
            else
                foreach (var inner in Terms(before * coefficient, core)) yield return inner;
        }
    }

    // A term's coefficient, and what it multiplies: 1 where it is a number.
    private static (Fraction Coefficient, Expression Core) Split(Expression term)
    {
        var coefficient = new Fraction(1);
        Expression? core = null;
        foreach (var factor in Factors(term))
        {
            if (factor is Constant c) coefficient *= new Fraction(c.Value);
            else if (factor is Power { Base: Constant { Value: not 0 } d, Exponent: Constant { Value: -1 } })
                coefficient *= new Fraction(1, d.Value);
            else core = core is null ? factor : core * factor;
        }
        return (coefficient, core ?? 1);
    }

    // c · core: the numerator before the first factor, the denominator after the last.
    private static Expression Scaled(Fraction c, Expression core)
    {
        var isNumber = core is Constant { Value: 1 };
        var result = c.Numerator == 1 ? core : isNumber ? c.Numerator : First(c.Numerator, core);
        return c.Denominator == 1 ? result : result / c.Denominator;

        static Expression First(double factor, Expression product) =>
            product is Product { Left: var left, Right: var right } ? First(factor, left) * right : factor * product;
    }

    private static IEnumerable<Expression> Summands(Expression e) =>
        e is Sum sum ? Summands(sum.Left).Concat(Summands(sum.Right)) : [e];

    private static IEnumerable<Expression> Factors(Expression e) =>
        e is Product product ? Factors(product.Left).Concat(Factors(product.Right)) : [e];

    private static bool IsWhole(double x) => x == Math.Floor(x) && Math.Abs(x) < 1e15;
}
