namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions of mathematics, element by element.</summary>
    public static class special
    {
        /// <inheritdoc cref="Tensor.digamma"/>
        public static Tensor digamma(Tensor input) => input.digamma();

        /// <summary>−x log x; 0 at 0, −∞ below.</summary>
        public static Tensor entr(Tensor input) => input.Entropy();

        /// <inheritdoc cref="Tensor.erf"/>
        public static Tensor erf(Tensor input) => input.erf();

        /// <inheritdoc cref="Tensor.erfc"/>
        public static Tensor erfc(Tensor input) => input.erfc();

        /// <summary>e^(x²) · erfc(x), without overflow.</summary>
        public static Tensor erfcx(Tensor input) => input.ErfScaled();

        /// <inheritdoc cref="Tensor.erfinv"/>
        public static Tensor erfinv(Tensor input) => input.erfinv();

        /// <inheritdoc cref="Tensor.exp2"/>
        public static Tensor exp2(Tensor input) => input.exp2();

        /// <inheritdoc cref="Tensor.sigmoid"/>
        public static Tensor expit(Tensor input) => input.sigmoid();

        /// <inheritdoc cref="Tensor.expm1"/>
        public static Tensor expm1(Tensor input) => input.expm1();

        /// <inheritdoc cref="Tensor.igamma"/>
        public static Tensor gammainc(Tensor input, Tensor other) => input.igamma(other);

        /// <inheritdoc cref="Tensor.igammac"/>
        public static Tensor gammaincc(Tensor input, Tensor other) => input.igammac(other);

        /// <inheritdoc cref="Tensor.lgamma"/>
        public static Tensor gammaln(Tensor input) => input.lgamma();

        /// <inheritdoc cref="Tensor.i0"/>
        public static Tensor i0(Tensor input) => input.i0();

        /// <summary>e^−|x| times the modified Bessel function of the first kind, of order 0.</summary>
        public static Tensor i0e(Tensor input) => input.BesselI0e();

        /// <summary>The modified Bessel function of the first kind, of order 1.</summary>
        public static Tensor i1(Tensor input) => input.BesselI1();

        /// <summary>e^−|x| times the modified Bessel function of the first kind, of order 1.</summary>
        public static Tensor i1e(Tensor input) => input.BesselI1e();

        /// <inheritdoc cref="Tensor.log_softmax(long, ScalarType?)"/>
        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) =>
            input.log_softmax(dim, dtype);

        /// <inheritdoc cref="Tensor.logit"/>
        public static Tensor logit(Tensor input) => input.logit();

        /// <inheritdoc cref="Tensor.i0"/>
        public static Tensor modified_bessel_i0(Tensor input, Tensor? @out = null) => input.i0();

        /// <inheritdoc cref="i1"/>
        public static Tensor modified_bessel_i1(Tensor input, Tensor? @out = null) => input.BesselI1();

        /// <inheritdoc cref="Tensor.mvlgamma"/>
        public static Tensor multigammaln(Tensor input, long p) => input.mvlgamma(p);

        /// <summary>Φ(x): how much of the normal distribution is below x.</summary>
        public static Tensor ndtr(Tensor input) => input.NormalCdf();

        /// <summary>x with Φ(x) = p.</summary>
        public static Tensor ndtri(Tensor input) => input.NormalQuantile();

        /// <inheritdoc cref="Tensor.polygamma"/>
        public static Tensor polygamma(long n, Tensor input) => input.polygamma(n);

        /// <inheritdoc cref="Tensor.digamma"/>
        public static Tensor psi(Tensor input) => input.digamma();

        /// <inheritdoc cref="Tensor.sigmoid"/>
        public static Tensor sigmoid(Tensor input) => input.sigmoid();

        /// <inheritdoc cref="Tensor.sigmoid_"/>
        public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

        /// <inheritdoc cref="Tensor.sinc"/>
        public static Tensor sinc(Tensor input) => input.sinc();

        /// <inheritdoc cref="Tensor.softmax(long, ScalarType?)"/>
        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

        /// <summary>x · log(1 + y), and 0 where x is 0.</summary>
        public static Tensor xlog1py(Tensor input, Tensor other) => input.XLogOnePlusY(other);

        /// <summary>Hurwitz's zeta function: Σ (q + k)^−x over k ≥ 0.</summary>
        public static Tensor zeta(Tensor x, Tensor q) => x.Zeta(q);
    }
}
