using System.Globalization;

namespace GenAiCourse.Exercises;

/// <summary>What a check expects, one after the other; it stops at the first that does not hold.</summary>
public sealed class Expectations
{
    private int _held;

    internal Expectations() { }

    /// <summary>The first difference; null while everything holds.</summary>
    public string? Difference { get; private set; }

    /// <summary>Whether the stub was met instead of an attempt.</summary>
    public bool NotAttempted { get; private set; }

    /// <summary>How many expectations held.</summary>
    public int Held => _held;

    /// <summary>Expects a value, or a sequence of values, to be equal to another.</summary>
    /// <param name="what">What is computed, in words that fit before "expected …, got …".</param>
    /// <param name="actual">Computes it.</param>
    /// <param name="expected">What it must be.</param>
    public Expectations Equal<T>(string what, Func<T> actual, T expected) => Try(what, () =>
    {
        var value = actual();
        var same = value is System.Collections.IEnumerable a
            && expected is System.Collections.IEnumerable b
            && value is not string
            ? a.Cast<object?>().SequenceEqual(b.Cast<object?>())
            : EqualityComparer<T>.Default.Equals(value, expected);
        return same ? null : $"expected {Words(expected)}, got {Words(value)}";
    });

    /// <summary>Expects a number to be near another.</summary>
    /// <param name="what">What is computed.</param>
    /// <param name="actual">Computes it.</param>
    /// <param name="expected">What it must be.</param>
    /// <param name="tolerance">How far it may be off, relative to max(1, |expected|).</param>
    public Expectations Close(
        string what, Func<double> actual, double expected, double tolerance = 1e-9) => Try(what, () =>
    {
        var value = actual();
        return IsNear(value, expected, tolerance) ? null : $"expected {Words(expected)}, got {Words(value)}";
    });

    /// <summary>Expects as many numbers as <paramref name="expected"/> has, each near its own.</summary>
    /// <inheritdoc cref="Close(string, Func{double}, double, double)"/>
    public Expectations Close(
        string what, Func<IEnumerable<double>> actual, IEnumerable<double> expected,
        double tolerance = 1e-9) => Try(what, () =>
    {
        double[] values = [.. actual()], wanted = [.. expected];
        if (values.Length != wanted.Length) return $"expected {wanted.Length} numbers, got {values.Length}";
        for (var i = 0; i < values.Length; i++)
            if (!IsNear(values[i], wanted[i], tolerance))
                return $"at index {i}, expected {Words(wanted[i])}, got {Words(values[i])}";
        return null;
    });

    /// <summary>Expects a property of the attempt.</summary>
    /// <param name="what">The property, as a statement: "the loss falls".</param>
    /// <param name="holds">Whether it holds.</param>
    public Expectations Holds(string what, Func<bool> holds) => Try(what, () => holds() ? null : "this does not hold");

    private Expectations Try(string what, Func<string?> difference)
    {
        if (Difference is not null || NotAttempted) return this;
        try
        {
            if (difference() is { } found) Difference = $"{what}: {found}";
            else _held++;
        }
        catch (NotAttemptedException)
        {
            NotAttempted = true;
        }
#pragma warning disable CA1031 // whatever an attempt throws is an outcome to show
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Difference = $"{what}: threw {error.GetType().Name}: {error.Message}";
        }
#pragma warning restore CA1031
        return this;
    }

    private static bool IsNear(double value, double expected, double tolerance) =>
        value.Equals(expected) || Math.Abs(value - expected) <= tolerance * Math.Max(1, Math.Abs(expected));

    private static string Words(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        double number => number.ToString("G9", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        System.Collections.IEnumerable items =>
            "[" + string.Join(", ", items.Cast<object?>().Take(12).Select(Words)) + "]",
        _ => value.ToString() ?? "",
    };
}
