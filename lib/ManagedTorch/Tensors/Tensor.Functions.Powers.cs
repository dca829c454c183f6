using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>2 to the power of x.</summary>
        public Tensor exp2()
        {
            var y = MapFloat<Exp2>(this);
            return Autograd.Needed(this)
                ? Autograd.Record(y, "exp2", [this], dy => [dy.mul(y).mul(Math.Log(2))], y) : y;
        }

        /// <summary><see cref="exp2"/>, in place.</summary>
        public Tensor exp2_() => InPlace(static x => x.exp2());

        /// <summary>e to the power of x, less 1, exact near 0.</summary>
        public Tensor expm1()
        {
            var y = MapFloat<Each<ExpMinusOne>>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "expm1", [this], dy => [dy.mul(y.add(1))], y) : y;
        }

        /// <summary><see cref="expm1"/>, in place.</summary>
        public Tensor expm1_() => InPlace(static x => x.expm1());

        /// <summary>The natural logarithm; NaN below 0.</summary>
        public Tensor log()
        {
            var y = MapFloat<Log>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "log", [this], dy => [dy.div(this)], this) : y;
        }

        /// <summary><see cref="log"/>, in place.</summary>
        public Tensor log_() => InPlace(static x => x.log());

        /// <summary>The logarithm to base 2.</summary>
        public Tensor log2()
        {
            var y = MapFloat<Log2>(this);
            return Autograd.Needed(this)
                ? Autograd.Record(y, "log2", [this], dy => [dy.div(mul(Math.Log(2)))], this) : y;
        }

        /// <summary><see cref="log2"/>, in place.</summary>
        public Tensor log2_() => InPlace(static x => x.log2());

        /// <summary>The logarithm to base 10.</summary>
        public Tensor log10()
        {
            var y = MapFloat<Log10>(this);
            return Autograd.Needed(this)
                ? Autograd.Record(y, "log10", [this], dy => [dy.div(mul(Math.Log(10)))], this) : y;
        }

        /// <summary><see cref="log10"/>, in place.</summary>
        public Tensor log10_() => InPlace(static x => x.log10());

        /// <summary>The natural logarithm of 1 + x, exact near 0.</summary>
        public Tensor log1p()
        {
            var y = MapFloat<Each<LogOnePlus>>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "log1p", [this], dy => [dy.div(add(1))], this) : y;
        }

        /// <summary><see cref="log1p"/>, in place.</summary>
        public Tensor log1p_() => InPlace(static x => x.log1p());

        /// <summary>The square root; NaN below 0.</summary>
        public Tensor sqrt()
        {
            var y = MapFloat<Sqrt>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "sqrt", [this], dy => [dy.div(y.mul(2))], y) : y;
        }

        /// <summary><see cref="sqrt"/>, in place.</summary>
        public Tensor sqrt_() => InPlace(static x => x.sqrt());

        /// <summary>1 / √x.</summary>
        public Tensor rsqrt()
        {
            var y = MapFloat<Each<ReciprocalSqrt>>(this);
            return Autograd.Needed(this)
                ? Autograd.Record(y, "rsqrt", [this], dy => [dy.mul(y.pow(3)).mul(-0.5)], y) : y;
        }

        /// <summary><see cref="rsqrt"/>, in place.</summary>
        public Tensor rsqrt_() => InPlace(static x => x.rsqrt());

        /// <summary>1 / x.</summary>
        public Tensor reciprocal()
        {
            var y = MapFloat<Reciprocal>(this);
            return Autograd.Needed(this)
                ? Autograd.Record(y, "reciprocal", [this], dy => [dy.mul(y).mul(y).neg()], y) : y;
        }

        /// <summary><see cref="reciprocal"/>, in place.</summary>
        public Tensor reciprocal_() => InPlace(static x => x.reciprocal());

        /// <summary>x².</summary>
        public Tensor square()
        {
            var y = MapNumber<Square>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "square", [this], dy => [dy.mul(mul(2))], this) : y;
        }

        /// <summary>The absolute value.</summary>
        public Tensor abs()
        {
            if (Live().dtype.IsComplex()) return ComplexAbs();
            var y = MapNumber<Absolute>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "abs", [this], dy => [dy.mul(sign())], this) : y;
        }

        /// <summary><see cref="abs"/>, in place.</summary>
        public Tensor abs_() => InPlace(static x => x.abs());

        /// <summary>e to the power of x.</summary>
        public Tensor exp()
        {
            if (Live().dtype.IsComplex()) return ComplexExp();
            var y = MapFloat<Exp>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "exp", [this], dy => [dy.mul(y)], y) : y;
        }

        /// <summary><see cref="exp"/>, in place.</summary>
        public Tensor exp_() => InPlace(static x => x.exp());

        /// <inheritdoc cref="abs"/>
        public Tensor absolute() => abs();

        /// <summary>x to a power, element by element.</summary>
        /// <exception cref="InvalidOperationException">Integers would be raised to a negative power.</exception>
        public Tensor pow(Scalar exponent)
        {
            ArgumentNullException.ThrowIfNull(exponent);
            if (!dtype.IsFloating() && !exponent.Type.IsFloating() && exponent.Int64 < 0)
                throw new InvalidOperationException("Integers to negative integer powers are not allowed.");
            var e = exponent.Double;
            var y = e == 2 && dtype.IsFloating() ? MapNumber<Square>(this) : Apply<Power, Power>(this, exponent);
            return Autograd.Needed(this) ? Autograd.Record(y, "pow", [this],
                dy => [e == 0 ? torch.zeros_like(dy) : e == 2 ? dy.mul(mul(2)) : dy.mul(pow(e - 1).mul(e))], this) : y;
        }

        /// <summary>x to a power, element by element; the shapes broadcast.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor pow(Tensor exponent)
        {
            var y = Apply<Power, Power>(this, exponent);
            if (!Autograd.Needed(this, exponent)) return y;
            return Autograd.Record(y, "pow", [this, exponent], dy => [
                RequiresGrad_ ? dy.mul(exponent.mul(pow(exponent.sub(1)))).masked_fill(exponent.eq(0), 0) : null,
                exponent.RequiresGrad_ ? dy.mul(y.mul(log())).masked_fill(y.eq(0), 0) : null], this, exponent, y);
        }

        /// <summary><see cref="pow(Scalar)"/>, in place.</summary>
        public Tensor pow_(Scalar exponent) => InPlace(x => x.pow(exponent));

        /// <summary><see cref="pow(Tensor)"/>, in place.</summary>
        public Tensor pow_(Tensor exponent) => InPlace(x => x.pow(exponent), exponent);
    }
}
