namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <inheritdoc cref="sign"/>
        public Tensor sgn() => sign();

        /// <summary>Whether each number carries a minus sign, −0 included.</summary>
        public Tensor signbit() => !Live().dtype.IsFloating() ? lt(0)
            : torch.ones_like(detach()).copysign(detach()).lt(0);

        /// <summary>This tensor.</summary>
        /// <exception cref="InvalidOperationException">The elements are Bool.</exception>
        public Tensor positive() => Live().dtype != ScalarType.Bool ? this
            : throw new InvalidOperationException(
                "The `+` operator, on a bool tensor is not supported.");

        /// <summary>Whether each element is +∞.</summary>
        public Tensor isposinf() => eq(double.PositiveInfinity);

        /// <summary>Whether each element is −∞.</summary>
        public Tensor isneginf() => eq(double.NegativeInfinity);

        /// <summary>Degrees as radians.</summary>
        public Tensor deg2rad() => mul(Math.PI / 180);

        /// <summary>Radians as degrees.</summary>
        public Tensor rad2deg() => mul(180 / Math.PI);

        /// <summary>Numbers in place of NaN and the infinities; for these the largest and smallest if null.</summary>
        public Tensor nan_to_num(double nan = 0.0, double? posinf = null, double? neginf = null)
        {
            if (!Live().dtype.IsFloating()) return clone();
            var most = dtype == ScalarType.Float32 ? float.MaxValue : double.MaxValue;
            return masked_fill(isnan(), nan).masked_fill(isposinf(), posinf ?? most)
                .masked_fill(isneginf(), neginf ?? -most);
        }

        /// <summary>Mantissas in (−1, −½] or [½, 1), and exponents of 2, Int32: x = mantissa · 2^exponent.</summary>
        public (Tensor Mantissa, Tensor Exponent) frexp()
        {
            var x = detach().As(ScalarType.Float64).AsContiguous();
            var (mantissas, exponents) = (NewLike(x, ScalarType.Float64), NewLike(x, ScalarType.Int32));
            for (var i = 0; i < x.Count_; i++)
            {
                var value = x.Elements<double>()[i];
                var exponent = value == 0 || !double.IsFinite(value) ? 0 : Math.ILogB(value) + 1;
                mantissas.Elements<double>()[i] = Math.ScaleB(value, -exponent);
                exponents.Elements<int>()[i] = exponent;
            }

            var y = mantissas.As(dtype.OrFloat());
            return (!Autograd.Needed(this) ? y : Autograd.Record(y, "frexp", [this],
                dy => [dy.ldexp(exponents.neg())]), exponents);
        }
    }
}
