using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>log |Γ(x)|.</summary>
        public Tensor lgamma() => Smooth<LogGammaOf>("lgamma", dy => dy.mul(digamma()));

        /// <summary>The derivative of log Γ.</summary>
        public Tensor digamma() => Smooth<DigammaOf>("digamma", dy => dy.mul(polygamma(1)));

        /// <summary>The p-th derivative of <see cref="digamma"/>.</summary>
        /// <exception cref="ArgumentOutOfRangeException">p is negative.</exception>
        public Tensor polygamma(long p)
        {
            if (p < 0)
                throw new ArgumentOutOfRangeException(nameof(p), "polygamma(n, x) does not support negative n.");
            var y = Apply<Doubles<PolygammaOf>, Doubles<PolygammaOf>>(this, p, dtype.OrFloat());
            return Autograd.Needed(this)
                ? Autograd.Record(y, "polygamma", [this], dy => [dy.mul(polygamma(p + 1))], this) : y;
        }

        /// <summary>log of the multivariate gamma function Γ_p(x); x must be above (p − 1) / 2.</summary>
        /// <exception cref="ArgumentOutOfRangeException">p is not positive.</exception>
        public Tensor mvlgamma(long p)
        {
            if (p < 1) throw new ArgumentOutOfRangeException(nameof(p), "p has to be greater than or equal to 1");
            var steps = arange(p, dtype.OrFloat()).mul(-0.5);
            return unsqueeze(-1).add(steps).lgamma().sum(dim: -1).add(p * (p - 1) / 4.0 * Math.Log(Math.PI));
        }

        /// <summary>The inverse of the error function, on (−1, 1).</summary>
        public Tensor erfinv()
        {
            var y = MapFloat<Each<InDouble<ErfInverseOf>>>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "erfinv", [this],
                dy => [dy.mul(y.square().exp()).mul(Math.Sqrt(Math.PI) / 2)], y) : y;
        }

        /// <summary>The modified Bessel function of the first kind, of order 0.</summary>
        public Tensor i0() => Smooth<BesselI0Of>("i0", dy => dy.mul(BesselI1()));

        internal Tensor BesselI1() => Smooth<BesselI1Of>("special_i1",
            dy => dy.mul(i0().sub(BesselI1().div(this)).masked_fill(eq(0), 0.5)));

        internal Tensor BesselI0e() => Smooth<BesselI0Scaled>("special_i0e",
            dy => dy.mul(BesselI1e().sub(sign().mul(BesselI0e()))));

        internal Tensor BesselI1e() => Smooth<BesselI1Scaled>("special_i1e", dy => dy.mul(
            BesselI0e().sub(BesselI1e().mul(sign().add(reciprocal()))).masked_fill(eq(0), 0.5)));

        internal Tensor ErfScaled() => Smooth<ErfScaledOf>("special_erfcx",
            dy => dy.mul(mul(2).mul(ErfScaled()).sub(2 / Math.Sqrt(Math.PI))));

        internal Tensor NormalCdf() => Smooth<NormalCdfOf>("special_ndtr",
            dy => dy.mul(square().mul(-0.5).exp()).mul(1 / Math.Sqrt(2 * Math.PI)));

        internal Tensor LogNormalCdf() => Smooth<LogNormalCdfOf>("special_log_ndtr",
            dy => dy.div(mul(-1 / Math.Sqrt(2)).ErfScaled()).mul(Math.Sqrt(2 / Math.PI)));

        internal Tensor NormalQuantile()
        {
            var y = MapFloat<Each<InDouble<NormalQuantileOf>>>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "special_ndtri", [this],
                dy => [dy.mul(y.square().mul(0.5).exp()).mul(Math.Sqrt(2 * Math.PI))], y) : y;
        }

        internal Tensor Entropy() => Smooth<EntropyOf>("special_entr", dy => dy.mul(log().neg().sub(1)));

        /// <summary>sin(πx) / (πx), and 1 at 0.</summary>
        public Tensor sinc()
        {
            var scaled = mul(Math.PI);
            var zero = eq(0);
            return scaled.sin().div(scaled.masked_fill(zero, 1)).add(zero.to_type(dtype.OrFloat()));
        }

        /// <summary>log(x / (1 − x)); with eps, x is first kept within [eps, 1 − eps].</summary>
        public Tensor logit(double? eps = null)
        {
            var x = eps is { } margin ? clamp(margin, 1 - margin) : this;
            return x.div(One(x)).log();
        }

        /// <summary>x log y, and 0 where x is 0.</summary>
        public Tensor xlogy(Tensor y)
        {
            var z = Apply<Doubles<XLogYOf>, Doubles<XLogYOf>>(this, y, ScalarTypes.Promote(this, y).OrFloat());
            return Autograd.Needed(this, y) ? Autograd.Record(z, "xlogy", [this, y], dy => [
                dy.mul(y.log().masked_fill(eq(0).logical_and(y.le(0)), 0)), dy.mul(this).div(y)], this, y) : z;
        }

        /// <inheritdoc cref="xlogy(Tensor)"/>
        public Tensor xlogy(Scalar y) => xlogy(full([], y, dtype.OrFloat()));

        internal Tensor XLogOnePlusY(Tensor y)
        {
            var type = ScalarTypes.Promote(this, y).OrFloat();
            var z = Apply<Doubles<XLogOnePlusYOf>, Doubles<XLogOnePlusYOf>>(this, y, type);
            return Autograd.Needed(this, y) ? Autograd.Record(z, "special_xlog1py", [this, y], dy => [
                dy.mul(y.log1p().masked_fill(eq(0).logical_and(y.le(-1)), 0)), dy.mul(this).div(y.add(1))],
                this, y) : z;
        }

        internal Tensor Zeta(Tensor other)
        {
            Matrices.CheckNoGradient("special_zeta", this, other);
            return Apply<Doubles<ZetaOf>, Doubles<ZetaOf>>(this, other, ScalarTypes.Promote(this, other).OrFloat());
        }

        /// <summary>The regularized lower incomplete gamma function, of shapes (this) and bounds.</summary>
        /// <exception cref="NotSupportedException">A gradient for the shapes is wanted.</exception>
        public Tensor igamma(Tensor other) => Incomplete<LowerGammaOf>(other, 1);

        /// <summary>The regularized upper incomplete gamma function, of shapes (this) and bounds.</summary>
        /// <exception cref="NotSupportedException">A gradient for the shapes is wanted.</exception>
        public Tensor igammac(Tensor other) => Incomplete<UpperGammaOf>(other, -1);

        private Tensor Incomplete<TOp>(Tensor other, double sign) where TOp : IDoubleOperator
        {
            Matrices.CheckNoGradient("igamma: self", this);
            var y = Apply<Doubles<TOp>, Doubles<TOp>>(this, other, ScalarTypes.Promote(this, other).OrFloat());
            return Autograd.Needed(other) ? Autograd.Record(y, "igamma", [other], dy => [
                dy.mul(sub(1).mul(other.log()).sub(other).sub(lgamma()).exp()).mul(sign)], this, other) : y;
        }

        // A function whose slope is a function of x too.
        private Tensor Smooth<TFunction>(string name, Func<Tensor, Tensor> backward) where TFunction : IDoubleFunction
        {
            var y = MapFloat<Each<InDouble<TFunction>>>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, name, [this], dy => [backward(dy)], this) : y;
        }
    }
}
