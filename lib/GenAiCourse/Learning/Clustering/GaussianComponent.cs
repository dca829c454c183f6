namespace GenAiCourse.Learning;

/// <summary>One bell of a mixture: N(μ, Σ) with a weight.</summary>
public sealed class GaussianComponent
{
    private readonly double[] _mean;
    private readonly double[][] _covariance, _factor;
    private readonly double _logConstant;

    /// <summary>Factors Σ = L Lᵀ, once for all densities.</summary>
    internal GaussianComponent(double weight, double[] mean, double[][] covariance)
    {
        (Weight, _mean, _covariance) = (weight, mean, covariance);
        _factor = Cholesky(covariance);
        _logConstant = -0.5 * mean.Length * Math.Log(2 * Math.PI) - _factor.Select((row, i) => Math.Log(row[i])).Sum();
    }

    /// <summary>π, the share of the rows that come from here, in [0, 1].</summary>
    public double Weight { get; }

    /// <summary>μ, [d].</summary>
    public IReadOnlyList<double> Mean => _mean;

    /// <summary>Σ, [d, d].</summary>
    public IReadOnlyList<IReadOnlyList<double>> Covariance => _covariance;

    /// <summary>ln N(x; μ, Σ) = −½ (d ln 2π + ln |Σ| + |L⁻¹ (x − μ)|²).</summary>
    internal double LogDensity(double[] x)
    {
        Span<double> z = x.Length <= 64 ? stackalloc double[x.Length] : new double[x.Length];
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            z[i] = (x[i] - _mean[i] - Rows.Dot(_factor[i].AsSpan(0, i), z)) / _factor[i][i];
            sum += z[i] * z[i];
        }
        return _logConstant - sum / 2;
    }

    /// <summary>A draw: μ + L z.</summary>
    internal double[] Sample(Random random)
    {
        var z = Array.ConvertAll(_mean, _ => SyntheticData.Normal(random));
        return [.. _mean.Select((mean, i) => mean + Rows.Dot(_factor[i].AsSpan(0, i + 1), z))];
    }

    private static double[][] Cholesky(double[][] a)
    {
        var l = Array.ConvertAll(a, row => new double[row.Length]);
        for (var i = 0; i < a.Length; i++)
            for (var j = 0; j <= i; j++)
            {
                var rest = a[i][j] - Rows.Dot(l[i].AsSpan(0, j), l[j]);
                if (i != j) l[i][j] = rest / l[j][j];
                else if (rest > 1e-14 * a[i][i]) l[i][i] = Math.Sqrt(rest);
                else
                    throw new ArgumentException(
                        $"expected a component with some spread, but its covariance is singular in column {i}; " +
                        "set a larger regularization, fewer components, or drop constant and repeated columns");
            }
        return l;
    }
}
