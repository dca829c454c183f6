using System.Globalization;

namespace NotebookKernel.Scripting;

/// <summary>How a cell is named: as a file to the compiler, in words to the reader.</summary>
internal static class CellNames
{
    private const string Prefix = "cell-";
    private const string Suffix = ".cs";

    /// <summary>The file name under which the compiler knows a cell.</summary>
    public static string File(int cell) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{cell}{Suffix}");

    /// <summary>The number of the cell that a file name stands for; null for any other file.</summary>
    public static int? Number(string? file)
    {
        var name = Path.GetFileName(file);
        if (name is null || !name.StartsWith(Prefix, StringComparison.Ordinal)
            || !name.EndsWith(Suffix, StringComparison.Ordinal))
            return null;
        var digits = name.AsSpan()[Prefix.Length..^Suffix.Length];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>"cell 3", or the bare name of another file.</summary>
    public static string Words(string? file) =>
        Number(file) is { } cell
            ? string.Create(CultureInfo.InvariantCulture, $"cell {cell}")
            : Path.GetFileName(file) ?? "";
}
