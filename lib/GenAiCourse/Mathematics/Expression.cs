using System.Globalization;

namespace GenAiCourse.Mathematics;

/// <summary>A formula as a tree, to be evaluated, differentiated and simplified without numbers.</summary>
/// <remarks>
/// Differences and quotients are sums and products: a − b is a + (−1) b, and a / b is a b⁻¹. Two expressions are equal
/// where their trees are, and <see cref="Parse"/> of <see cref="ToString"/> gives an equal one.
/// </remarks>
public abstract record Expression
{
    private protected Expression()
    {
    }

    /// <summary>A number.</summary>
    /// <param name="Value">Finite.</param>
    public sealed record Constant(double Value) : Expression;

    /// <summary>A name that stands for a number.</summary>
    /// <param name="Name">A letter, then letters, digits and underscores; not pi, e or a function's name.</param>
    public sealed record Variable(string Name) : Expression;

    /// <summary>left + right.</summary>
    public sealed record Sum(Expression Left, Expression Right) : Expression;

    /// <summary>left · right.</summary>
    public sealed record Product(Expression Left, Expression Right) : Expression;

    /// <summary>base to the exponent; a negative base with an exponent that is not whole gives NaN.</summary>
    public sealed record Power(Expression Base, Expression Exponent) : Expression;

    /// <summary>One of exp, ln, sqrt, sin, cos, tan, atan, sinh, cosh, tanh and abs.</summary>
    /// <param name="Kind">Which.</param>
    /// <param name="Argument">What it is applied to.</param>
    public sealed record FunctionOf(ElementaryFunction Kind, Expression Argument) : Expression;

    /// <summary>Reads a formula such as <c>3 * x^2 - sin(2 * x) / x</c>.</summary>
    /// <param name="text">
    /// Numbers, names, pi and e, + − * / ^ (right to left, and before a sign: −x^2 is −(x^2)), parentheses and
    /// functions.
    /// </param>
    /// <exception cref="FormatException">The text is no formula; the message says where and why.</exception>
    public static Expression Parse(string text) => new ExpressionParser(text).Parse();

    /// <summary>The derivative by one variable, not simplified.</summary>
    /// <param name="variable">Its name; the others count as constants.</param>
    /// <returns>
    /// It has no value (NaN) where a base is not positive while its exponent varies: there ln has none.
    /// </returns>
    public Expression Derivative(string variable) => ExpressionCalculus.Derivative(this, variable);

    /// <summary>An expression of fewer terms with the same value wherever this one's is a finite number.</summary>
    /// <remarks>
    /// It may have a value where this one has none: x / x becomes 1, at 0 too. Constants fold, like terms and powers of
    /// one base come together; of products only numbers are multiplied out.
    /// </remarks>
    public Expression Simplify() => ExpressionSimplifier.Simplify(this);

    /// <summary>The value where the variables have the given values.</summary>
    /// <param name="values">A value for each variable, by name.</param>
    /// <returns>NaN or an infinity where it is not defined, as the functions of <see cref="Math"/> have it.</returns>
    /// <exception cref="ArgumentException">A variable has no value.</exception>
    public double Evaluate(params (string Name, double Value)[] values) =>
        ExpressionCalculus.Evaluate(this, values.ToDictionary(pair => pair.Name, pair => pair.Value));

    /// <summary>The expression as a function of one variable.</summary>
    /// <param name="variable">The name of the only variable.</param>
    /// <exception cref="ArgumentException">There is another variable.</exception>
    public Func<double, double> AsFunction(string variable)
    {
        var others = Variables().Except([variable]).ToArray();
        if (others.Length > 0)
            throw new ArgumentException(
                $"expected {variable} alone, got {string.Join(", ", others)} too", nameof(variable));
        return x => Evaluate((variable, x));
    }

    /// <summary>The names of the variables, in alphabetical order.</summary>
    public string[] Variables() => [.. ExpressionCalculus.Names(this).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The formula with no more parentheses than <see cref="Parse"/> needs to give the same tree.</summary>
    public sealed override string ToString() => ExpressionPrinter.Print(this);

    /// <summary>The number as an expression.</summary>
    public static implicit operator Expression(double value) => new Constant(value);

    /// <summary>a + b.</summary>
    public static Expression operator +(Expression a, Expression b) => new Sum(a, b);

    /// <summary>a − b, which is a + (−1) b.</summary>
    public static Expression operator -(Expression a, Expression b) => new Sum(a, -b);

    /// <summary>a · b.</summary>
    public static Expression operator *(Expression a, Expression b) => new Product(a, b);

    /// <summary>a / b, which is a b⁻¹.</summary>
    public static Expression operator /(Expression a, Expression b) =>
        a is Constant { Value: 1 } ? Reciprocal(b) : new Product(a, Reciprocal(b));

    /// <summary>−a: the sign goes to a constant, or to the first factor of a product.</summary>
    public static Expression operator -(Expression a) => a switch
    {
        Constant constant => new Constant(-constant.Value),
        Product product => new Product(-product.Left, product.Right),
        _ => new Product(-1, a)
    };

    private static Power Reciprocal(Expression a) => a is Power { Exponent: Constant { Value: > 0 } exponent } power
        ? new Power(power.Base, new Constant(-exponent.Value))
        : new Power(a, -1);

    /// <summary>The T with −T = this, where there is one without a sign; else null.</summary>
    internal Expression? Negated() => this switch
    {
        Constant { Value: < 0 } constant => new Constant(-constant.Value),
        Product { Left: Constant { Value: -1 }, Right: not (Constant or Product) } product => product.Right,
        Product { Left: Constant { Value: < 0 } factor } product => new Product(-factor.Value, product.Right),
        Product { Left: Product left } product =>
            left.Negated() is { } positive ? new Product(positive, product.Right) : null,
        _ => null
    };

    /// <summary>The T with 1 / T = this, where there is one; else null.</summary>
    internal Expression? Inverted() => this switch
    {
        Power { Exponent: Constant { Value: -1 }, Base: not Power { Exponent: Constant { Value: > 0 } } } power =>
            power.Base,
        Power { Exponent: Constant { Value: < 0 and not -1 } exponent } power => new Power(power.Base, -exponent.Value),
        _ => null
    };

    /// <summary>A constant in the notation that <see cref="Parse"/> reads.</summary>
    internal static string Number(double value) => value switch
    {
        Math.PI => "pi",
        Math.E => "e",
        -Math.PI => "-pi",
        -Math.E => "-e",
        _ => value.ToString("R", CultureInfo.InvariantCulture)
    };
}
