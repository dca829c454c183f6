using GenAiCourse.Mathematics;

namespace GenAiCourse.Learning;

/// <summary>What naive Bayes counts: rows of each class, and each feature in the rows of each class.</summary>
internal sealed class ClassCounts
{
    private ClassCounts(string[] classes, double[] rows, double[][] features, double[] logPriors) =>
        (Classes, Rows, Features, LogPriors) = (classes, rows, features, logPriors);

    public string[] Classes { get; }

    /// <summary>Rows of each class.</summary>
    public double[] Rows { get; }

    /// <summary>Sums of each feature, or rows that have it, [classes, features].</summary>
    public double[][] Features { get; }

    public double[] LogPriors { get; }

    public static ClassCounts Of(
        SparseMatrix rows, IReadOnlyList<string> labels, NaiveBayesOptions options, bool binary)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(labels);
        options.Check();
        if (labels.Count != rows.Rows)
            throw new ArgumentException($"expected {rows.Rows} labels, one a row, got {labels.Count}", nameof(labels));
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var r = 0; r < labels.Count; r++)
            numbers[labels[r] ?? throw new ArgumentException($"expected a label, got null at {r}", nameof(labels))] = 0;
        if (numbers.Count < 2)
            throw new ArgumentException($"expected rows of at least two classes, got {numbers.Count}", nameof(labels));
        string[] classes = [.. numbers.Keys.Order(StringComparer.Ordinal)];
        for (var c = 0; c < classes.Length; c++) numbers[classes[c]] = c;

        var rowCounts = new double[classes.Length];
        var features = Array.ConvertAll(classes, _ => new double[rows.Columns]);
        for (var r = 0; r < rows.Rows; r++)
        {
            var c = numbers[labels[r]];
            rowCounts[c]++;
            Add(rows, r, features[c], binary);
        }
        return new ClassCounts(classes, rowCounts, features, Array.ConvertAll(rowCounts, count =>
            options.FitPriors ? Math.Log(count) - Math.Log(rows.Rows) : -Math.Log(classes.Length)));
    }

    private static void Add(SparseMatrix rows, int row, double[] sums, bool binary)
    {
        var columns = rows.ColumnsOf(row);
        var values = rows.ValuesOf(row);
        for (var i = 0; i < columns.Length; i++)
        {
            if (double.IsNaN(values[i]) || (!binary && (values[i] < 0 || double.IsInfinity(values[i]))))
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"expected finite values of at least 0, got {values[i]:g} in row {row}, column {columns[i]}"),
                    nameof(rows));
            sums[columns[i]] += binary ? values[i] > 0 ? 1 : 0 : values[i];
        }
    }
}
