using System.Runtime.CompilerServices;

namespace GenAiCourse.Statistics;

/// <summary>The checks that the distributions share.</summary>
internal static class Check
{
    /// <summary>The value itself, or an exception that says what was expected.</summary>
    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"expected a positive, finite {name}");

    /// <inheritdoc cref="Positive"/>
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"expected a finite {name}");

    /// <inheritdoc cref="Positive"/>
    public static double Probability(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"expected a {name} in [0, 1]");
}
