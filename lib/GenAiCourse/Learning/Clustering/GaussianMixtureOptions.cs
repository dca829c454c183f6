namespace GenAiCourse.Learning;

/// <summary>How <see cref="GaussianMixture.Fit"/> fits.</summary>
public sealed record GaussianMixtureOptions
{
    /// <summary>What the components may look like.</summary>
    public CovarianceShape Covariance { get; init; } = CovarianceShape.Full;

    /// <summary>How often to begin anew, at least 1; the run with the greatest likelihood is kept.</summary>
    public int Starts { get; init; } = 5;

    /// <summary>The most rounds of a run, at least 1.</summary>
    public int MaxRounds { get; init; } = 500;

    /// <summary>Stops when a round adds less to the mean log-likelihood; positive.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>
    /// Added to every variance, at least 0, so that a component cannot shrink onto a single row. It is why the
    /// likelihood might fall by about as much where a component is that thin; with 0 it never does.
    /// </summary>
    public double Regularization { get; init; } = 1e-6;

    /// <summary>Decides the draws.</summary>
    public int Seed { get; init; }
}
