using System.Globalization;
using GenAiCourse.Data;

namespace GenAiCourse.Learning;

/// <summary>Reads three well-known tables as the UCI Machine Learning Repository keeps them.</summary>
/// <remarks>Files are UTF-8 text, or gzip of it where the name ends in .gz.</remarks>
public static class UciFiles
{
    private static readonly string[] Flowers = ["Iris-setosa", "Iris-versicolor", "Iris-virginica"];

    /// <summary>Fisher's irises (1936): four lengths in cm; labels 0 setosa, 1 versicolor, 2 virginica.</summary>
    /// <param name="path">The file iris.data.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A line is not four numbers and a flower's name; it is named.</exception>
    public static LabeledRows Iris(string path) => Read(path, ',', 5, cells =>
        (Numbers(cells[..4]), Array.IndexOf(Flowers, cells[4]) is >= 0 and var place ? place : null));

    /// <summary>
    /// The Wisconsin breast cancer table (Wolberg and Mangasarian, 1990): nine grades of 1 to 10; labels 0 benign, 1
    /// malignant. Rows with a missing value (a question mark) are left out, as are comments (lines that begin with //).
    /// </summary>
    /// <param name="path">The file breast-cancer.txt: the label, then the grades, split by tabs.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A line is not a label and nine numbers; it is named.</exception>
    public static LabeledRows BreastCancer(string path) => Read(path, '\t', 10, cells =>
        (Numbers(cells[1..]), cells[0] is "0" or "1" ? cells[0][0] - '0' : null));

    /// <summary>
    /// Handwritten digits (Alpaydin and Kaynak, 1998): 8 × 8 counts of 0 to 16 dark pixels, row by row; labels 0 to 9.
    /// </summary>
    /// <param name="path">The file optdigits.tra or optdigits.tes, packed or not.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A line is not 64 numbers and a digit; it is named.</exception>
    public static LabeledRows Digits(string path) => Read(path, ',', 65, cells =>
        (Numbers(cells[..64]), cells[64] is [>= '0' and <= '9'] ? cells[64][0] - '0' : null));

    private static LabeledRows Read(
        string path, char separator, int cells, Func<string[], (double[]? X, int? Y)> parse)
    {
        var (x, y, number) = (new List<double[]>(), new List<int>(), 0);
        foreach (var line in CourseData.Lines(path).Select(line => line.TrimEnd()))
        {
            number++;
            if (line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal)) continue;
            var parts = line.Split(separator);
            if (parts.Contains("?")) continue;
            if (parts.Length != cells || parse(parts) is not ({ } features, { } label))
                throw new InvalidDataException(
                    $"expected {cells - 1} numbers and a label in line {number} of {Path.GetFileName(path)}, " +
                    $"got '{(line.Length > 60 ? line[..60] + "…" : line)}'");
            x.Add(features);
            y.Add(label);
        }
        return x.Count > 0
            ? new LabeledRows([.. x], [.. y])
            : throw new InvalidDataException($"expected rows in {Path.GetFileName(path)}, got none");
    }

    private static double[]? Numbers(string[] cells)
    {
        var numbers = new double[cells.Length];
        for (var i = 0; i < cells.Length; i++)
            if (!double.TryParse(cells[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])
                || !double.IsFinite(numbers[i])) return null;
        return numbers;
    }
}
