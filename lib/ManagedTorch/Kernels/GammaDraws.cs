namespace TorchSharp.Kernels;

/// <summary>Draws of the gamma, Poisson and binomial distributions, in PyTorch's order of the stream.</summary>
/// <remarks>
/// G. Marsaglia and W. Tsang, "A Simple Method for Generating Gamma Variables" (2000),
/// https://doi.org/10.1145/358407.358414, and W. Hörmann, "The transformed rejection method for generating Poisson
/// random
/// variables" (1993), https://doi.org/10.1016/0167-6687(93)90997-4; constants in the precision that PyTorch has them.
/// </remarks>
internal static class GammaDraws
{
    private const double Third = 1f / 3f;
    private const double Squeeze = 0.0331f;

    /// <summary>A draw of the gamma distribution of a shape, with rate 1.</summary>
    public static double Gamma(MersenneTwister engine, double shape, bool single)
    {
        var scale = 1.0;
        if (shape < 1)
        {
            if (shape == 0) return 0;
            scale = Math.Pow(1 - engine.UniformDouble(), single ? 1f / (float)shape : 1 / shape);
            shape = single ? (float)shape + 1f : shape + 1;
        }

        var d = single ? (float)shape - (1f / 3f) : shape - Third;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x, y;
            do
            {
                x = engine.Normal();
                y = 1 + (c * x);
            }
            while (y <= 0);
            var v = y * y * y;
            var u = 1 - engine.UniformDouble();
            var square = x * x;
            if (u < 1 - (Squeeze * square * square)) return scale * d * v;
            if (Math.Log(u) < (0.5 * square) + (d * (1 - v + Math.Log(v)))) return scale * d * v;
        }
    }

    /// <summary>A draw of the Poisson distribution.</summary>
    public static double Poisson(MersenneTwister engine, double rate)
    {
        if (rate == 0) return 0;
        if (rate >= 10) return LargePoisson(engine, rate);
        var (limit, product) = (Math.Exp(-rate), 1.0);
        for (var count = 0; ; count++)
        {
            product *= engine.UniformDouble();
            if (product <= limit) return count;
        }
    }

    private static double LargePoisson(MersenneTwister engine, double rate)
    {
        var b = 0.931 + (2.53 * Math.Sqrt(rate));
        var a = -0.059 + (0.02483 * b);
        var inverse = 1.1239 + (1.1328 / (b - 3.4));
        var bound = 0.9277 - (3.6224 / (b - 2));
        while (true)
        {
            var u = engine.UniformDouble() - 0.5;
            var v = engine.UniformDouble();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((((2 * a / us) + b) * u) + rate + 0.43);
            if (us >= 0.07 && v <= bound) return k;
            if (k < 0 || (us < 0.013 && v > us)) continue;
            if (Math.Log(v) + Math.Log(inverse) - Math.Log((a / (us * us)) + b)
                <= -rate + (k * Math.Log(rate)) - GammaFunctions.Log(k + 1)) return k;
        }
    }

    /// <summary>How a draw x of the gamma distribution moves with its shape a, at the same quantile.</summary>
    /// <remarks>
    /// −∂P(a, x)/∂a divided by the density: M. Figurnov, S. Mohamed and A. Mnih, "Implicit Reparameterization
    /// Gradients" (2018), https://arxiv.org/abs/1805.08498.
    /// </remarks>
    public static double Slope(double a, double x)
    {
        if (!(x > 0) || !(a > 0)) return x == 0 ? 0 : double.NaN;
        var density = Math.Exp(((a - 1) * Math.Log(x)) - x - GammaFunctions.Log(a));
        if (x >= a + 1)
        {
            var h = 1e-5 * Math.Max(a, 0.1);
            return (GammaFunctions.Upper(a + h, x) - GammaFunctions.Upper(a - h, x)) / (2 * h) / density;
        }

        // P = Σ Tₙ with Tₙ = x^(a + n) e^−x / Γ(a + n + 1), so ∂P/∂a = Σ Tₙ (log x − ψ(a + n + 1)); Tₙ over the
        // density.
        var (term, sum, psi) = (x / a, 0.0, GammaFunctions.Digamma(a + 1));
        for (var n = 0; n < 10_000; n++)
        {
            var part = term * (Math.Log(x) - psi);
            sum += part;
            if (n > x && Math.Abs(part) < 1e-17 * Math.Abs(sum)) break;
            psi += 1 / (a + n + 1);
            term *= x / (a + n + 1);
        }

        return -sum;
    }
}
