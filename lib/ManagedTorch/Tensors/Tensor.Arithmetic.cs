using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Adds, element by element; the shapes broadcast.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor add(Tensor target)
        {
            if (dtype.IsComplex() || target.dtype.IsComplex()) return ComplexSum(this, target, false);
            var y = Apply<Add, Maximum>(this, target);
            return Autograd.Needed(this, target) ? AddGrad(y, this, target) : y;
        }

        /// <inheritdoc cref="add(Tensor)"/>
        public Tensor add(Scalar scalar)
        {
            if (dtype.IsComplex()) return add(full([], scalar, dtype.Real()));
            var y = Apply<Add, Maximum>(this, scalar);
            return Autograd.Needed(this) ? Autograd.Record(y, "add", [this], dy => [dy]) : y;
        }

        /// <summary>Adds alpha times the target.</summary>
        public Tensor add(Tensor target, Scalar alpha) => IsOne(alpha) ? add(target) : add(target.mul(alpha));

        /// <inheritdoc cref="add(Tensor, Scalar)"/>
        public Tensor add(Scalar scalar, Scalar alpha) => add(scalar.Times(alpha));

        /// <summary>Subtracts, element by element; the shapes broadcast.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor sub(Tensor target)
        {
            if (dtype.IsComplex() || target.dtype.IsComplex()) return ComplexSum(this, target, true);
            if (dtype == ScalarType.Bool || target.dtype == ScalarType.Bool) ThrowBoolSubtraction();
            var y = Apply<Subtract, Maximum>(this, target);
            return Autograd.Needed(this, target) ? SubGrad(y, this, target) : y;
        }

        /// <inheritdoc cref="sub(Tensor)"/>
        public Tensor sub(Scalar target)
        {
            if (dtype.IsComplex()) return sub(full([], target, dtype.Real()));
            if (dtype == ScalarType.Bool) ThrowBoolSubtraction();
            var y = Apply<Subtract, Maximum>(this, target);
            return Autograd.Needed(this) ? Autograd.Record(y, "sub", [this], dy => [dy]) : y;
        }

        internal Tensor SubtractedFrom(Scalar left)
        {
            if (dtype == ScalarType.Bool) ThrowBoolSubtraction();
            if (dtype.IsComplex()) return neg().add(left);
            var y = Apply<Subtract, Maximum>(this, left, reversed: true);
            return Autograd.Needed(this) ? Autograd.Record(y, "rsub", [this], dy => [dy.neg()]) : y;
        }

        /// <summary>Multiplies, element by element; the shapes broadcast.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor mul(Tensor target)
        {
            if (dtype.IsComplex() || target.dtype.IsComplex()) return ComplexProduct(this, target);
            var y = Apply<Multiply, Minimum>(this, target);
            return Autograd.Needed(this, target) ? MulGrad(y, this, target) : y;
        }

        /// <inheritdoc cref="mul(Tensor)"/>
        public Tensor mul(Scalar target)
        {
            if (dtype.IsComplex()) return mul(full([], target, dtype.Real()));
            var y = Apply<Multiply, Minimum>(this, target);
            return Autograd.Needed(this) ? MulGrad(y, this, target) : y;
        }

        /// <summary>
        /// Divides, element by element; the shapes broadcast. Integers are divided as floating point.
        /// </summary>
        /// <param name="target">The divisor.</param>
        /// <param name="rounding_mode">How to round the quotient; with a mode, integers stay integers.</param>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (dtype.IsComplex() || target.dtype.IsComplex()) return ComplexQuotient(this, target);
            if (rounding_mode != RoundingMode.None) return DivRounded(target, rounding_mode);
            var y = Apply<Divide, Divide>(this, target, ScalarTypes.Promote(this, target).OrFloat());
            return Autograd.Needed(this, target) ? DivGrad(y, this, target) : y;
        }

        /// <inheritdoc cref="div(Tensor, RoundingMode)"/>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (dtype.IsComplex()) return div(full([], target, dtype.Real()));
            if (rounding_mode != RoundingMode.None) return DivRounded(target, rounding_mode);
            var y = Apply<Divide, Divide>(this, target, ScalarTypes.Promote(this, target).OrFloat());
            return Autograd.Needed(this) ? DivGrad(y, this, target) : y;
        }

        /// <summary>What is left of a division rounded down; has the sign of the divisor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor remainder(Tensor target)
        {
            var y = Apply<Remainder, Remainder>(this, target);
            return Autograd.Needed(this, target) ? Autograd.Record(y, "remainder", [this, target],
                dy => [dy, dy.mul(div(target, RoundingMode.floor)).neg()], this, target) : y;
        }

        /// <inheritdoc cref="remainder(Tensor)"/>
        public Tensor remainder(Scalar scalar)
        {
            var y = Apply<Remainder, Remainder>(this, scalar);
            return Autograd.Needed(this) ? Autograd.Record(y, "remainder", [this], dy => [dy]) : y;
        }

        internal Tensor Divides(Scalar left)
        {
            if (dtype.IsComplex()) return full([], left, dtype).div(this);
            var y = Apply<Divide, Divide>(this, left, ScalarTypes.Promote(this, left).OrFloat(), reversed: true);
            return Autograd.Needed(this) ? DividesGrad(y, this) : y;
        }

        // The gradients are apart from the operations so that an operation without gradient allocates no closure.
        private static Tensor AddGrad(Tensor y, Tensor a, Tensor b) =>
            Autograd.Record(y, "add", [a, b], dy => [dy, dy]);

        private static Tensor SubGrad(Tensor y, Tensor a, Tensor b) =>
            Autograd.Record(y, "sub", [a, b], dy => [dy, b.RequiresGrad_ ? dy.neg() : null]);

        private static Tensor MulGrad(Tensor y, Tensor a, Tensor b) => Autograd.Record(y, "mul", [a, b],
            dy => [a.RequiresGrad_ ? dy.mul(b) : null, b.RequiresGrad_ ? dy.mul(a) : null],
            (a.RequiresGrad_, b.RequiresGrad_) switch { (true, true) => [a, b], (true, false) => [b], _ => [a] });

        private static Tensor MulGrad(Tensor y, Tensor a, Scalar b) =>
            Autograd.Record(y, "mul", [a], dy => [dy.mul(b)]);

        private static Tensor DivGrad(Tensor y, Tensor a, Tensor b) => Autograd.Record(y, "div", [a, b],
            dy => [dy.div(b), b.RequiresGrad_ ? dy.mul(a.div(b)).div(b).neg() : null], b.RequiresGrad_ ? [a, b] : [b]);

        private static Tensor DivGrad(Tensor y, Tensor a, Scalar b) =>
            Autograd.Record(y, "div", [a], dy => [dy.div(b)]);

        private static Tensor DividesGrad(Tensor y, Tensor x) =>
            Autograd.Record(y, "reciprocal", [x], dy => [dy.mul(y).div(x).neg()], y, x);

        private Tensor DivRounded(Tensor target, RoundingMode mode) => mode == RoundingMode.floor
            ? Apply<FloorDivide, FloorDivide>(this, target) : Apply<TruncateDivide, TruncateDivide>(this, target);

        private Tensor DivRounded(Scalar target, RoundingMode mode) => mode == RoundingMode.floor
            ? Apply<FloorDivide, FloorDivide>(this, target) : Apply<TruncateDivide, TruncateDivide>(this, target);

        private static bool IsOne(Scalar alpha) => alpha.Double == 1;

        private static void ThrowBoolSubtraction() =>
            throw new InvalidOperationException("Subtraction, the `-` operator, " +
            "with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` " +
            "operator instead.");
    }
}
