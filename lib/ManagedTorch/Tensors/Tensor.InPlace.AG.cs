namespace TorchSharp;

public static partial class torch
{
    // Operations in place.
    public partial class Tensor
    {
        /// <summary><see cref="addbmm(Tensor, Tensor, float, float)"/>, in place.</summary>
        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
            InPlace(x => x.addbmm(batch1, batch2, beta, alpha), batch1, batch2);

        /// <summary><see cref="addmm(Tensor, Tensor, float, float)"/>, in place.</summary>
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1f, float alpha = 1f) =>
            InPlace(x => x.addmm(mat1, mat2, beta, alpha), mat1, mat2);

        /// <summary><see cref="addmv(Tensor, Tensor, float, float)"/>, in place.</summary>
        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1f, float alpha = 1f) =>
            InPlace(x => x.addmv(mat, vec, beta, alpha), mat, vec);

        /// <summary><see cref="addr(Tensor, Tensor, float, float)"/>, in place.</summary>
        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1f, float alpha = 1f) =>
            InPlace(x => x.addr(vec1, vec2, beta, alpha), vec1, vec2);

        /// <summary><see cref="acos()"/>, in place.</summary>
        public Tensor arccos_() => InPlace(x => x.acos());

        /// <summary><see cref="acosh()"/>, in place.</summary>
        public Tensor arccosh_() => InPlace(x => x.acosh());

        /// <summary><see cref="asin()"/>, in place.</summary>
        public Tensor arcsin_() => InPlace(x => x.asin());

        /// <summary><see cref="asinh()"/>, in place.</summary>
        public Tensor arcsinh_() => InPlace(x => x.asinh());

        /// <summary><see cref="atan2(Tensor)"/>, in place.</summary>
        public Tensor arctan2_(Tensor other) => InPlace(x => x.atan2(other), other);

        /// <summary><see cref="atan()"/>, in place.</summary>
        public Tensor arctan_() => InPlace(x => x.atan());

        /// <summary><see cref="atan2(Tensor)"/>, in place.</summary>
        public Tensor arctan_(Tensor other) => InPlace(x => x.atan2(other), other);

        /// <summary><see cref="atanh()"/>, in place.</summary>
        public Tensor arctanh_() => InPlace(x => x.atanh());

        /// <summary><see cref="atan2(Tensor)"/>, in place.</summary>
        public Tensor atan2_(Tensor other) => InPlace(x => x.atan2(other), other);

        /// <summary><see cref="bitwise_and(Tensor)"/>, in place.</summary>
        public Tensor bitwise_and_(Tensor other) => InPlace(x => x.bitwise_and(other), other);

        /// <summary><see cref="bitwise_left_shift(Tensor)"/>, in place.</summary>
        public Tensor bitwise_left_shift_(Tensor other) => InPlace(x => x.bitwise_left_shift(other), other);

        /// <summary><see cref="bitwise_not()"/>, in place.</summary>
        public Tensor bitwise_not_() => InPlace(x => x.bitwise_not());

        /// <summary><see cref="bitwise_or(Tensor)"/>, in place.</summary>
        public Tensor bitwise_or_(Tensor other) => InPlace(x => x.bitwise_or(other), other);

        /// <summary><see cref="bitwise_right_shift(Tensor)"/>, in place.</summary>
        public Tensor bitwise_right_shift_(Tensor other) => InPlace(x => x.bitwise_right_shift(other), other);

        /// <summary><see cref="bitwise_xor(Tensor)"/>, in place.</summary>
        public Tensor bitwise_xor_(Tensor other) => InPlace(x => x.bitwise_xor(other), other);

        /// <summary><see cref="clamp(Tensor, Tensor)"/>, in place.</summary>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => InPlace(x => x.clamp(min, max), min, max);

        /// <summary><see cref="copysign(Tensor)"/>, in place.</summary>
        public Tensor copysign_(Tensor other) => InPlace(x => x.copysign(other), other);

        /// <summary><see cref="deg2rad()"/>, in place.</summary>
        public Tensor deg2rad_() => InPlace(x => x.deg2rad());

        /// <summary><see cref="digamma()"/>, in place.</summary>
        public Tensor digamma_() => InPlace(x => x.digamma());

        /// <summary><see cref="div(Scalar, RoundingMode)"/>, in place.</summary>
        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            InPlace(x => x.div(target, rounding_mode));

        /// <summary><see cref="div(Tensor, RoundingMode)"/>, in place.</summary>
        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            InPlace(x => x.div(target, rounding_mode), target);

        /// <summary><see cref="eq(Scalar)"/>, in place.</summary>
        public Tensor eq_(Scalar target) => InPlace(x => x.eq(target));

        /// <summary><see cref="eq(Tensor)"/>, in place.</summary>
        public Tensor eq_(Tensor target) => InPlace(x => x.eq(target), target);

        /// <summary><see cref="erfinv()"/>, in place.</summary>
        public Tensor erfinv_() => InPlace(x => x.erfinv());

        /// <summary><see cref="trunc()"/>, in place.</summary>
        public Tensor fix_() => InPlace(x => x.trunc());

        /// <summary><see cref="float_power(Tensor)"/>, in place.</summary>
        public Tensor float_power_(Tensor target) => InPlace(x => x.float_power(target).to_type(dtype), target);

        /// <summary><see cref="floor_divide(Scalar)"/>, in place.</summary>
        public Tensor floor_divide_(Scalar other) => InPlace(x => x.floor_divide(other));

        /// <summary><see cref="floor_divide(Tensor)"/>, in place.</summary>
        public Tensor floor_divide_(Tensor other) => InPlace(x => x.floor_divide(other), other);

        /// <summary><see cref="fmod(Scalar)"/>, in place.</summary>
        public Tensor fmod_(Scalar scalar) => InPlace(x => x.fmod(scalar));

        /// <summary><see cref="fmod(Tensor)"/>, in place.</summary>
        public Tensor fmod_(Tensor target) => InPlace(x => x.fmod(target), target);

        /// <summary><see cref="gcd(Tensor)"/>, in place.</summary>
        public Tensor gcd_(Tensor other) => InPlace(x => x.gcd(other), other);

        /// <summary><see cref="ge(Scalar)"/>, in place.</summary>
        public Tensor ge_(Scalar target) => InPlace(x => x.ge(target));

        /// <summary><see cref="ge(Tensor)"/>, in place.</summary>
        public Tensor ge_(Tensor target) => InPlace(x => x.ge(target), target);

        /// <summary><see cref="gt(Scalar)"/>, in place.</summary>
        public Tensor gt_(Scalar target) => InPlace(x => x.gt(target));
    }
}
