using System.Globalization;

namespace GenAiCourse.Display;

/// <summary>Numbers as text, the same in every culture.</summary>
internal static class Numbers
{
    /// <summary>
    /// About <paramref name="digits"/> significant digits, without an exponent where that stays short.
    /// </summary>
    public static string Short(double value, int digits = 4)
    {
        if (!double.IsFinite(value)) return double.IsNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        if (value == 0) return "0";
        var size = Math.Abs(value);
        if (size is >= 1e7 or < 1e-4) return value.ToString("0.###e0", CultureInfo.InvariantCulture);
        var decimals = Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(size)), 0, 15);
        return Math.Round(value, decimals).ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
    }

    /// <summary>A coordinate of a drawing: a hundredth of a pixel is enough.</summary>
    public static string Pixel(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>What a table's cell says.</summary>
    public static string Cell(object? value) => value switch
    {
        null => "",
        double number => Short(number),
        float number => Short(number),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Whether a value is a number, which tables set flush right.</summary>
    public static bool IsNumber(object? value) =>
        value is double or float or decimal or int or long or short or byte or uint or ulong or ushort or sbyte;
}
