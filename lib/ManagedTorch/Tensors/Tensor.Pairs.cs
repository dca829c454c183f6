using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>√(x² + y²) without overflow; the shapes broadcast.</summary>
        public Tensor hypot(Tensor other)
        {
            var y = Paired<Doubles<HypotOf>>(other);
            return Autograd.Needed(this, other) ? Autograd.Record(y, "hypot", [this, other],
                dy => [dy.mul(div(y)), dy.mul(other.div(y))], this, other, y) : y;
        }

        /// <summary>The size of these numbers with the sign of the others; the shapes broadcast.</summary>
        public Tensor copysign(Tensor other)
        {
            var y = Apply<Doubles<CopySignOf>, Doubles<CopySignOf>>(
                this, other, ScalarTypes.Promote(this, other).OrFloat());
            return Autograd.Needed(this, other) ? Autograd.Record(y, "copysign", [this, other],
                dy => [dy.mul(y.div(this)).masked_fill(eq(0), 0), torch.zeros_like(dy)], this, y) : y;
        }

        /// <summary>0 below 0, the other number at 0, 1 above; the shapes broadcast.</summary>
        public Tensor heaviside(Tensor other) => detach().Paired<Doubles<HeavisideOf>>(other.detach());

        /// <summary>The larger of each pair; where one is NaN, the other. The shapes broadcast.</summary>
        public Tensor fmax(Tensor other)
        {
            var y = Paired<Doubles<LargerNumber>>(other);
            return Autograd.Needed(this, other) ? Autograd.Record(y, "fmax", [this, other], dy =>
                Won(dy, ge(other).logical_or(other.isnan())), this, other) : y;
        }

        /// <summary>The smaller of each pair; where one is NaN, the other. The shapes broadcast.</summary>
        public Tensor fmin(Tensor other)
        {
            var y = Paired<Doubles<SmallerNumber>>(other);
            return Autograd.Needed(this, other) ? Autograd.Record(y, "fmin", [this, other], dy =>
                Won(dy, le(other).logical_or(other.isnan())), this, other) : y;
        }

        /// <summary>log(e^x + e^y) without overflow; the shapes broadcast.</summary>
        public Tensor logaddexp(Tensor other)
        {
            var y = Paired<Doubles<LogAddExpOf>>(other);
            return Autograd.Needed(this, other) ? Autograd.Record(y, "logaddexp", [this, other],
                dy => [dy.mul(sub(other).sigmoid()), dy.mul(other.sub(this).sigmoid())], this, other) : y;
        }

        /// <summary>log₂(2^x + 2^y) without overflow; the shapes broadcast.</summary>
        public Tensor logaddexp2(Tensor other) =>
            mul(Math.Log(2)).logaddexp(other.mul(Math.Log(2))).div(Math.Log(2));

        /// <summary>A power computed in double precision; the result is Float64.</summary>
        public Tensor float_power(Tensor target) => to_type(ScalarType.Float64).pow(target.to_type(ScalarType.Float64));

        /// <summary>This times 2 to the power of the other; the shapes broadcast.</summary>
        public Tensor ldexp(Tensor other) => mul(other.to_type(dtype.OrFloat()).exp2());

        /// <summary>The next number towards the other in floating point; the shapes broadcast.</summary>
        public Tensor nextafter(Tensor other) =>
            Apply<NextAfter, NextAfter>(detach(), other.detach(), ScalarTypes.Promote(this, other).OrFloat());

        /// <summary>The greatest common divisor of integers; the shapes broadcast.</summary>
        /// <exception cref="InvalidOperationException">The elements are floating point.</exception>
        public Tensor gcd(Tensor other) => Apply<GreatestDivisor, GreatestDivisor>(Whole("gcd_cpu"), other.Whole(
            "gcd_cpu"));

        /// <summary>The least common multiple of integers; the shapes broadcast.</summary>
        /// <exception cref="InvalidOperationException">The elements are floating point.</exception>
        public Tensor lcm(Tensor other) => Apply<LeastMultiple, LeastMultiple>(Whole("lcm_cpu"), other.Whole(
            "lcm_cpu"));

        /// <summary>The bits of integers moved up; the shapes broadcast.</summary>
        /// <exception cref="InvalidOperationException">The elements are floating point.</exception>
        public Tensor bitwise_left_shift(Tensor other) =>
            Apply<ShiftLeft, ShiftLeft>(Whole("lshift_cpu"), other.Whole("lshift_cpu"));

        /// <summary>The bits of integers moved down, the sign stays; the shapes broadcast.</summary>
        /// <exception cref="InvalidOperationException">The elements are floating point.</exception>
        public Tensor bitwise_right_shift(Tensor other) =>
            Apply<ShiftRight, ShiftRight>(Whole("rshift_cpu"), other.Whole("rshift_cpu"));

        /// <summary>This + tensor1 / tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => add(tensor1.div(tensor2));

        /// <summary><see cref="addcdiv(Tensor, Tensor)"/>, in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => add_(tensor1.div(tensor2));

        /// <summary>The p-norm of the difference.</summary>
        public Tensor dist(Tensor other, float p = 2f) => sub(other).norm(p);

        private Tensor Paired<TOp>(Tensor other) where TOp : IBinaryOperator => Apply<TOp, TOp>(this, other);

        private static Tensor[] Won(Tensor dy, Tensor first) =>
            [dy.masked_fill(first.logical_not(), 0), dy.masked_fill(first, 0)];
    }
}
