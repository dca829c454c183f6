using static GenAiCourse.Mathematics.Expression;

namespace GenAiCourse.Mathematics;

/// <summary>Values and derivatives of expressions.</summary>
internal static class ExpressionCalculus
{
    public static double Evaluate(Expression e, Dictionary<string, double> values) => e switch
    {
        Constant constant => constant.Value,
        Variable variable => values.TryGetValue(variable.Name, out var value)
            ? value
            : throw new ArgumentException(
                $"expected a value for {variable.Name}, got values for {string.Join(", ", values.Keys)}",
                nameof(values)),
        Sum sum => Evaluate(sum.Left, values) + Evaluate(sum.Right, values),
        Product product => Evaluate(product.Left, values) * Evaluate(product.Right, values),
        Power power => Math.Pow(Evaluate(power.Base, values), Evaluate(power.Exponent, values)),
        FunctionOf function => Apply(function.Kind, Evaluate(function.Argument, values)),
        _ => throw new NotSupportedException($"no value of {e.GetType().Name}")
    };

    public static double Apply(ElementaryFunction kind, double x) => kind switch
    {
        ElementaryFunction.Exp => Math.Exp(x),
        ElementaryFunction.Ln => Math.Log(x),
        ElementaryFunction.Sqrt => Math.Sqrt(x),
        ElementaryFunction.Sin => Math.Sin(x),
        ElementaryFunction.Cos => Math.Cos(x),
        ElementaryFunction.Tan => Math.Tan(x),
        ElementaryFunction.Atan => Math.Atan(x),
        ElementaryFunction.Sinh => Math.Sinh(x),
        ElementaryFunction.Cosh => Math.Cosh(x),
        ElementaryFunction.Tanh => Math.Tanh(x),
        ElementaryFunction.Abs => Math.Abs(x),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "expected a function of the enumeration")
    };

    public static Expression Derivative(Expression e, string x) => e switch
    {
        _ when !Names(e).Contains(x) => 0,
        Variable => 1,
        Sum sum => Derivative(sum.Left, x) + Derivative(sum.Right, x),
        Product product => Derivative(product.Left, x) * product.Right + product.Left * Derivative(product.Right, x),
        Power { Exponent: Constant n } power =>
            n * new Power(power.Base, new Constant(n.Value - 1)) * Derivative(power.Base, x),
        // Each of the two parts alone where it can, since ln of a negative base is NaN.
        Power power when !Names(power.Exponent).Contains(x) =>
            power.Exponent * new Power(power.Base, power.Exponent - 1) * Derivative(power.Base, x),
        Power power when !Names(power.Base).Contains(x) =>
            power * new FunctionOf(ElementaryFunction.Ln, power.Base) * Derivative(power.Exponent, x),
        Power power => power * (
            Derivative(power.Exponent, x) * new FunctionOf(ElementaryFunction.Ln, power.Base)
            + power.Exponent * Derivative(power.Base, x) / power.Base),
        FunctionOf function => Outer(function) * Derivative(function.Argument, x),
        _ => throw new NotSupportedException($"no derivative of {e.GetType().Name}")
    };

    public static IEnumerable<string> Names(Expression e) => e switch
    {
        Variable variable => [variable.Name],
        Sum sum => Names(sum.Left).Concat(Names(sum.Right)),
        Product product => Names(product.Left).Concat(Names(product.Right)),
        Power power => Names(power.Base).Concat(Names(power.Exponent)),
        FunctionOf function => Names(function.Argument),
        _ => []
    };

    // f'(u) of f(u)
    private static Expression Outer(FunctionOf f)
    {
        var u = f.Argument;
        return f.Kind switch
        {
            ElementaryFunction.Exp => f,
            ElementaryFunction.Ln => 1 / u,
            ElementaryFunction.Sqrt => 1 / (2 * f),
            ElementaryFunction.Sin => new FunctionOf(ElementaryFunction.Cos, u),
            ElementaryFunction.Cos => -new FunctionOf(ElementaryFunction.Sin, u),
            ElementaryFunction.Tan => 1 + new Power(f, 2),
            ElementaryFunction.Atan => 1 / (1 + new Power(u, 2)),
            ElementaryFunction.Sinh => new FunctionOf(ElementaryFunction.Cosh, u),
            ElementaryFunction.Cosh => new FunctionOf(ElementaryFunction.Sinh, u),
            ElementaryFunction.Tanh => 1 - new Power(f, 2),
            ElementaryFunction.Abs => u / f,
            _ => throw new NotSupportedException($"no derivative of {f.Kind}")
        };
    }
}
