using static GenAiCourse.Mathematics.Expression;

namespace GenAiCourse.Mathematics;

/// <summary>Writes expressions so that the parser gives the same tree back.</summary>
internal static class ExpressionPrinter
{
    public static string Print(Expression e) => e switch
    {
        Sum sum => sum.Right.Negated() is { } term
            ? $"{Print(sum.Left)} - {Term(term)}"
            : $"{Print(sum.Left)} + {Term(sum.Right)}",
        _ => Term(e)
    };

    private static string Term(Expression e)
    {
        if (e is Sum) return $"({Print(e)})";
        if (e.Inverted() is { } below) return $"1 / {Factor(below)}";
        if (e is not Product product) return Factor(e);
        if (product.Left is not Constant { Value: 1 } && product.Right.Inverted() is { } divisor)
            return $"{Left(product.Left)} / {Factor(divisor)}";
        return product is { Left: Constant { Value: -1 }, Right: not (Constant or Product) }
            ? $"-{Factor(product.Right)}"
            : $"{Left(product.Left)} * {Factor(product.Right)}";
    }

    private static string Left(Expression e) => e is Constant constant ? Number(constant.Value) : Term(e);

    // What stands after *, / or a sign, or alone.
    private static string Factor(Expression e) => e switch
    {
        Power power when power.Inverted() is null => $"{Primary(power.Base)}^{Primary(power.Exponent)}",
        Constant constant when constant.Value < 0 => $"({Number(constant.Value)})",
        _ => Primary(e)
    };

    private static string Primary(Expression e) => e switch
    {
        Constant { Value: >= 0 } constant => Number(constant.Value),
        Variable variable => variable.Name,
        FunctionOf function => $"{Name(function.Kind)}({Print(function.Argument)})",
        Constant constant => $"({Number(constant.Value)})",
        _ => $"({Print(e)})"
    };

    private static string Name(ElementaryFunction kind) => Enum.GetName(kind)!.ToLowerInvariant();
}
