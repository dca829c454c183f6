using GenAiCourse.Mathematics;

namespace GenAiCourse.Statistics;

/// <summary>The distribution of (Z + δ) / √(χ²ᵥ / ν), which t has where the null hypothesis is wrong.</summary>
internal static class NoncentralT
{
    /// <summary>P(T > t) = ∫ P(Z > t s − δ) g(s) ds, s = √(χ² / ν), within about 1e-12.</summary>
    public static double Survival(double t, double degrees, double noncentrality)
    {
        var squares = new ChiSquaredDistribution(degrees);
        double Root(double square) => Math.Sqrt(square / degrees);
        var (low, high) = (Root(squares.Quantile(1e-17)), Root(squares.UpperQuantile(1e-17)));
        return Quadrature.Integrate(
            s => NormalDistribution.Standard.Survival(t * s - noncentrality)
                * squares.Density(degrees * s * s) * 2 * degrees * s,
            low, high, absolute: 1e-14, relative: 1e-12, breakpoints: (low + high) / 2).Value;
    }
}
