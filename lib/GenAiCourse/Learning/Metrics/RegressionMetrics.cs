using GenAiCourse.Statistics;

namespace GenAiCourse.Learning;

/// <summary>How far predicted numbers are from the true ones.</summary>
/// <remarks>
/// Each takes as many predictions as true values, at least one, and throws an <see cref="ArgumentException"/>
/// otherwise.
/// A NaN among them makes the result NaN.
/// </remarks>
public static class RegressionMetrics
{
    /// <summary>MSE: Σ (yᵢ − ŷᵢ)² / n.</summary>
    /// <exception cref="ArgumentException">There is no value, or the counts differ.</exception>
    public static double MeanSquaredError(double[] truth, double[] predicted) =>
        Descriptive.Mean(Errors(truth, predicted, error => error * error));

    /// <summary>RMSE: the square root of MSE, in the unit of the values.</summary>
    /// <inheritdoc cref="MeanSquaredError"/>
    public static double RootMeanSquaredError(double[] truth, double[] predicted) =>
        Math.Sqrt(MeanSquaredError(truth, predicted));

    /// <summary>MAE: Σ |yᵢ − ŷᵢ| / n, which one outlier moves less than MSE.</summary>
    /// <inheritdoc cref="MeanSquaredError"/>
    public static double MeanAbsoluteError(double[] truth, double[] predicted) =>
        Descriptive.Mean(Errors(truth, predicted, Math.Abs));

    /// <summary>The median of |yᵢ − ŷᵢ|, which no outlier moves.</summary>
    /// <inheritdoc cref="MeanSquaredError"/>
    public static double MedianAbsoluteError(double[] truth, double[] predicted)
    {
        var errors = Errors(truth, predicted, Math.Abs);
        return errors.Any(double.IsNaN) ? double.NaN : Descriptive.Median(errors);
    }

    /// <summary>
    /// R² = 1 − Σ (yᵢ − ŷᵢ)² / Σ (yᵢ − ȳ)²: 1 is perfect, 0 no better than the mean, and below 0 worse than it.
    /// </summary>
    /// <returns>
    /// Where the true values are all equal: 1 if the predictions are right, else 0 (as scikit-learn).
    /// </returns>
    /// <inheritdoc cref="MeanSquaredError"/>
    public static double R2(double[] truth, double[] predicted)
    {
        var error = MeanSquaredError(truth, predicted);
        var variance = Descriptive.Variance(truth, 0);
        return variance > 0 || double.IsNaN(variance + error) ? 1 - error / variance : error == 0 ? 1 : 0;
    }

    private static double[] Errors(double[] truth, double[] predicted, Func<double, double> measure)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predicted);
        if (truth.Length == 0) throw new ArgumentException("expected at least one value, got none", nameof(truth));
        Rows.CheckCount(predicted.Length, truth.Length, "predictions", nameof(predicted));
        return [.. truth.Zip(predicted, (y, prediction) => measure(y - prediction))];
    }
}
