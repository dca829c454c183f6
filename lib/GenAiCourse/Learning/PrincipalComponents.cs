using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace GenAiCourse.Learning;

/// <summary>The directions in which rows vary most, at right angles to one another: PCA.</summary>
/// <remarks>
/// Pearson, 1901; Hotelling, 1933. By the singular values of the centred rows, never by the covariance matrix, which
/// would halve the digits. A direction's sign is free: here its entry of the largest size (the first of equals) is
/// positive. Features on unequal scales should be standardised first, or the largest scale wins.
/// </remarks>
public sealed class PrincipalComponents
{
    private readonly double[] _mean, _variances;
    private readonly double[][] _components;

    private PrincipalComponents(double[] mean, double[][] components, double[] variances, double total)
    {
        (_mean, _components, _variances) = (mean, components, variances);
        ExplainedVarianceRatio = Array.ConvertAll(variances, variance => variance / total);
    }

    /// <summary>The mean of each feature, which is taken away first.</summary>
    public IReadOnlyList<double> Mean => _mean;

    /// <summary>The directions, [k, d], each of length 1, by falling variance.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Components => _components;

    /// <summary>The variance along each direction, with n − 1 below.</summary>
    public IReadOnlyList<double> ExplainedVariance => _variances;

    /// <summary>The same as a share of the whole variance; NaN where nothing varies.</summary>
    public IReadOnlyList<double> ExplainedVarianceRatio { get; }

    /// <summary>Finds the directions.</summary>
    /// <param name="x">Rows of features, [n, d]; at least two.</param>
    /// <param name="components">k, in 1 .. min(n, d); null for as many as there are.</param>
    /// <exception cref="ArgumentException">
    /// There are fewer than two rows, rows differ in length, or a feature is not finite.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="components"/> is out of range.</exception>
    public static PrincipalComponents Fit(double[][] x, int? components = null)
    {
        var d = Rows.Check(x);
        if (x.Length < 2) throw new ArgumentException("expected at least two rows, got one", nameof(x));
        var most = Math.Min(x.Length, d);
        if (components < 1 || components > most)
            throw new ArgumentOutOfRangeException(
                nameof(components), components, $"expected 1 to {most} components of {x.Length} rows of {d} features");

        var mean = Rows.Means(x);
        var centred = Matrix<double>.Build.Dense(x.Length, d, (i, j) => x[i][j] - mean[j]);
        var (directions, values) = RightSingular(centred);
        var variances = Array.ConvertAll(values, value => value * value / (x.Length - 1));
        var total = variances.Sum();
        var chosen = components ?? most;
        return new PrincipalComponents(
            mean, Array.ConvertAll(directions[..chosen], Signed), variances[..chosen], total);
    }

    /// <summary>Where a row lies along each direction: its coordinates in [k].</summary>
    /// <exception cref="ArgumentException">The row has another number of features, or one is not finite.</exception>
    public double[] Transform(double[] row)
    {
        Rows.CheckRow(row, _mean.Length);
        double[] centred = [.. row.Zip(_mean, (value, mean) => value - mean)];
        return Array.ConvertAll(_components, direction => Rows.Dot(direction, centred));
    }

    /// <summary>Where each row lies along each direction.</summary>
    /// <inheritdoc cref="Transform(double[])"/>
    public double[][] Transform(double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Array.ConvertAll(rows, Transform);
    }

    /// <summary>The row at these coordinates, [d]: the nearest that k directions can say.</summary>
    /// <exception cref="ArgumentException">There are other than k coordinates, or one is not finite.</exception>
    public double[] InverseTransform(double[] coordinates)
    {
        Rows.CheckRow(coordinates, _components.Length, nameof(coordinates));
        var row = (double[])_mean.Clone();
        for (var k = 0; k < coordinates.Length; k++)
            for (var j = 0; j < row.Length; j++) row[j] += coordinates[k] * _components[k][j];
        return row;
    }

    // By way of a thin Q R, so that no matrix of n × n is made: of X = Q R, R has the same right singular vectors; of
    // Xᵀ = Q R, X = Rᵀ Qᵀ has those of Rᵀ turned by Q.
    private static (double[][] Directions, double[] Values) RightSingular(Matrix<double> x)
    {
        if (x.RowCount >= x.ColumnCount)
        {
            var svd = x.QR(QRMethod.Thin).R.Svd();
            return (svd.VT.ToRowArrays(), svd.S.ToArray());
        }
        var factors = x.Transpose().QR(QRMethod.Thin);
        var small = factors.R.Transpose().Svd();
        return (small.VT.Multiply(factors.Q.Transpose()).ToRowArrays(), small.S.ToArray());
    }

    private static double[] Signed(double[] direction)
    {
        var largest = direction.MaxBy(Math.Abs);
        return largest < 0 ? Array.ConvertAll(direction, value => -value) : direction;
    }
}
