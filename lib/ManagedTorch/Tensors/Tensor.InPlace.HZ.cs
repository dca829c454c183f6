namespace TorchSharp;

public static partial class torch
{
    // Operations in place.
    public partial class Tensor
    {
        /// <summary><see cref="gt(Tensor)"/>, in place.</summary>
        public Tensor gt_(Tensor target) => InPlace(x => x.gt(target), target);

        /// <summary><see cref="heaviside(Tensor)"/>, in place.</summary>
        public Tensor heaviside_(Tensor other) => InPlace(x => x.heaviside(other), other);

        /// <summary><see cref="i0()"/>, in place.</summary>
        public Tensor i0_() => InPlace(x => x.i0());

        /// <summary><see cref="index_copy(long, Tensor, Tensor)"/>, in place.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source) =>
            InPlace(x => x.index_copy(dim, index, source), index, source);

        /// <summary><see cref="index_fill(long, Tensor, Scalar)"/>, in place.</summary>
        public Tensor index_fill_(long dim, Tensor index, Scalar value) =>
            InPlace(x => x.index_fill(dim, index, value), index);

        /// <summary><see cref="lcm(Tensor)"/>, in place.</summary>
        public Tensor lcm_(Tensor other) => InPlace(x => x.lcm(other), other);

        /// <summary><see cref="ldexp(Tensor)"/>, in place.</summary>
        public Tensor ldexp_(Tensor other) => InPlace(x => x.ldexp(other), other);

        /// <summary><see cref="le(Scalar)"/>, in place.</summary>
        public Tensor le_(Scalar target) => InPlace(x => x.le(target));

        /// <summary><see cref="le(Tensor)"/>, in place.</summary>
        public Tensor le_(Tensor target) => InPlace(x => x.le(target), target);

        /// <summary><see cref="lerp(Tensor, Tensor)"/>, in place.</summary>
        public Tensor lerp_(Tensor end, Tensor weight) => InPlace(x => x.lerp(end, weight), end, weight);

        /// <summary><see cref="less_equal(Tensor)"/>, in place.</summary>
        public Tensor less_equal_(Tensor target) => InPlace(x => x.less_equal(target), target);

        /// <summary><see cref="lgamma()"/>, in place.</summary>
        public Tensor lgamma_() => InPlace(x => x.lgamma());

        /// <summary><see cref="logical_and(Tensor)"/>, in place.</summary>
        public Tensor logical_and_(Tensor other) => InPlace(x => x.logical_and(other), other);

        /// <summary><see cref="logical_not()"/>, in place.</summary>
        public Tensor logical_not_() => InPlace(x => x.logical_not());

        /// <summary><see cref="logical_or(Tensor)"/>, in place.</summary>
        public Tensor logical_or_(Tensor other) => InPlace(x => x.logical_or(other), other);

        /// <summary><see cref="logical_xor(Tensor)"/>, in place.</summary>
        public Tensor logical_xor_(Tensor other) => InPlace(x => x.logical_xor(other), other);

        /// <summary><see cref="logit(double?)"/>, in place.</summary>
        public Tensor logit_(double? eps = null) => InPlace(x => x.logit(eps));

        /// <summary><see cref="lt(Scalar)"/>, in place.</summary>
        public Tensor lt_(Scalar target) => InPlace(x => x.lt(target));

        /// <summary><see cref="lt(Tensor)"/>, in place.</summary>
        public Tensor lt_(Tensor target) => InPlace(x => x.lt(target), target);

        /// <summary><see cref="masked_scatter(Tensor, Tensor)"/>, in place.</summary>
        public Tensor masked_scatter_(Tensor mask, Tensor value) =>
            InPlace(x => x.masked_scatter(mask, value), mask, value);

        /// <summary><see cref="mvlgamma(long)"/>, in place.</summary>
        public Tensor mvlgamma_(long p) => InPlace(x => x.mvlgamma(p));

        /// <summary><see cref="nan_to_num(double, double?, double?)"/>, in place.</summary>
        public Tensor nan_to_num_(double nan = 0.0, double? posinf = null, double? neginf = null) =>
            InPlace(x => x.nan_to_num(nan, posinf, neginf));

        /// <summary><see cref="ne(Scalar)"/>, in place.</summary>
        public Tensor ne_(Scalar target) => InPlace(x => x.ne(target));

        /// <summary><see cref="ne(Tensor)"/>, in place.</summary>
        public Tensor ne_(Tensor target) => InPlace(x => x.ne(target), target);

        /// <summary><see cref="nextafter(Tensor)"/>, in place.</summary>
        public Tensor nextafter_(Tensor other) => InPlace(x => x.nextafter(other), other);

        /// <summary><see cref="not_equal(Tensor)"/>, in place.</summary>
        public Tensor not_equal_(Tensor target) => InPlace(x => x.not_equal(target), target);

        /// <summary><see cref="polygamma(long)"/>, in place.</summary>
        public Tensor polygamma_(long p) => InPlace(x => x.polygamma(p));

        /// <summary><see cref="rad2deg()"/>, in place.</summary>
        public Tensor rad2deg_() => InPlace(x => x.rad2deg());

        /// <summary><see cref="remainder(Scalar)"/>, in place.</summary>
        public Tensor remainder_(Scalar scalar) => InPlace(x => x.remainder(scalar));

        /// <summary><see cref="remainder(Tensor)"/>, in place.</summary>
        public Tensor remainder_(Tensor target) => InPlace(x => x.remainder(target), target);

        /// <summary><see cref="sgn()"/>, in place.</summary>
        public Tensor sgn_() => InPlace(x => x.sgn());

        /// <summary><see cref="sinc()"/>, in place.</summary>
        public Tensor sinc_() => InPlace(x => x.sinc());

        /// <summary><see cref="sub(Scalar)"/>, in place.</summary>
        public Tensor subtract_(Scalar target) => InPlace(x => x.sub(target));

        /// <summary><see cref="sub(Tensor)"/>, in place.</summary>
        public Tensor subtract_(Tensor target) => InPlace(x => x.sub(target), target);

        /// <summary><see cref="div(Scalar, RoundingMode)"/>, in place.</summary>
        public Tensor true_divide_(Scalar other) => InPlace(x => x.div(other));

        /// <summary><see cref="div(Tensor, RoundingMode)"/>, in place.</summary>
        public Tensor true_divide_(Tensor other) => InPlace(x => x.div(other), other);

        /// <summary><see cref="xlogy(Scalar)"/>, in place.</summary>
        public Tensor xlogy_(Scalar y) => InPlace(x => x.xlogy(y));

        /// <summary><see cref="xlogy(Tensor)"/>, in place.</summary>
        public Tensor xlogy_(Tensor y) => InPlace(x => x.xlogy(y), y);
    }
}
