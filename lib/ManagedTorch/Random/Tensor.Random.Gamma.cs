using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Draws of the gamma distribution with the shapes of a tensor and rate 1; differentiable.</summary>
    public static Tensor _standard_gamma(Tensor input, Generator? generator = null)
    {
        var single = input.dtype == ScalarType.Float32;
        var least = single ? (double)1.17549435e-38f : 2.2250738585072014e-308;
        var y = input.Drawn(generator, (engine, a) => Math.Max(least, GammaDraws.Gamma(engine, a, single)));
        return !Autograd.Needed(input) ? y : Autograd.Record(y, "_standard_gamma", [input], dy =>
        {
            Matrices.CheckNoGradient("_standard_gamma_grad", dy);
            return [dy.mul(input.detach().SlopeOfGamma(y.detach()))];
        }, input, y);
    }

    /// <summary>Draws of the Dirichlet distribution, concentrations along the last dimension; differentiable.</summary>
    public static Tensor _sample_dirichlet(Tensor input, Generator? generator = null)
    {
        var draws = _standard_gamma(input.to_type(ScalarType.Float64), generator);
        return draws.div(draws.sum(-1, keepdim: true)).to_type(input.dtype);
    }

    /// <inheritdoc cref="Tensor.poisson"/>
    public static Tensor poisson(Tensor input, Generator? generator = null) => input.poisson(generator);

    public partial class Tensor
    {
        /// <summary>Draws of the Poisson distributions whose rates the elements are.</summary>
        /// <exception cref="ArgumentException">A rate is negative.</exception>
        public Tensor poisson(Generator? generator = null)
        {
            if (Live().lt(0).any().item<bool>())
                throw new ArgumentException("invalid Poisson rate, expected rate to be non-negative");
            return Drawn(generator, GammaDraws.Poisson);
        }

        /// <summary>Fills with e to the power of draws from N(mean, std²).</summary>
        /// <exception cref="ArgumentOutOfRangeException">The deviation is not positive.</exception>
        public Tensor log_normal_(double mean = 0.0, double std = 1.0, Generator? generator = null)
        {
            if (!(std > 0))
                throw new ArgumentOutOfRangeException(nameof(std), (string?)
                    $"log_normal_ expects std > 0.0, but found std={std}");
            var draws = Drawn(generator, (engine, _) => Math.Exp((engine.Normal() * std) + mean));
            using (no_grad()) return copy_(draws);
        }

        // One draw for each element, computed from it in double precision.
        internal Tensor Drawn(Generator? generator, Func<MersenneTwister, double, double> draw)
        {
            var x = detach().As(ScalarType.Float64).AsContiguous();
            var y = NewLike(x, ScalarType.Float64);
            var engine = (generator ?? Generator.Default).Engine;
            lock (engine)
            {
                for (var i = 0; i < x.Count_; i++) y.Elements<double>()[i] = draw(engine, x.Elements<double>()[i]);
            }

            return y.As(dtype);
        }

        internal Tensor SlopeOfGamma(Tensor draws)
        {
            var (a, x) = (As(ScalarType.Float64).AsContiguous(), draws.As(ScalarType.Float64).AsContiguous());
            var y = NewLike(a, ScalarType.Float64);
            for (var i = 0; i < a.Count_; i++)
                y.Elements<double>()[i] = GammaDraws.Slope(a.Elements<double>()[i], x.Elements<double>()[i]);
            return y.As(dtype);
        }
    }
}
