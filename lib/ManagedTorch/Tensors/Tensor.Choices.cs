using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Elements of x where the condition holds, else of y; the shapes broadcast.</summary>
    /// <exception cref="ArgumentException">The condition is not Bool, or the shapes do not broadcast.</exception>
    public static Tensor where(Tensor condition, Tensor x, Tensor y)
    {
        if (condition.Live().dtype != ScalarType.Bool)
            throw new ArgumentException(
                $"where expected condition to be a boolean tensor, but got a tensor with dtype " +
                $"{condition.dtype.Word()}");
        var type = ScalarTypes.Promote(x.Live(), y.Live());
        var shape = Shapes.Broadcast(Shapes.Broadcast(condition.Shape_, x.Shape_), y.Shape_);
        var z = Tensor.New(type, shape);
        Select.Where(condition, x.As(type), y.As(type), z);
        if (!Autograd.Needed(x, y)) return z;
        return Autograd.Record(z, "where", [x, y], dy => [
            x.RequiresGrad_ ? dy.masked_fill(condition.logical_not(), 0) : null,
            y.RequiresGrad_ ? dy.masked_fill(condition, 0) : null], condition);
    }

    public partial class Tensor
    {
        /// <summary>These elements where the condition holds, else those of y.</summary>
        public Tensor where(Tensor condition, Tensor y) => torch.where(condition, this, y);

        /// <summary>A value where the mask holds.</summary>
        /// <exception cref="ArgumentException">The mask is not Bool, or does not broadcast.</exception>
        public Tensor masked_fill(Tensor mask, Scalar value)
        {
            if (mask.Live().dtype != ScalarType.Bool)
                throw new ArgumentException("masked_fill_ only supports boolean masks, but got mask with dtype " +
                    $"{mask.dtype.Word()}");
            var number = New(dtype, []);
            Fill.With(number, value);
            var y = New(dtype, Shapes.Broadcast(Live().Shape_, mask.Shape_));
            Select.Where(mask, number, this, y);
            return Autograd.Needed(this)
                ? Autograd.Record(y, "masked_fill", [this], dy => [dy.masked_fill(mask, 0)], mask) : y;
        }

        /// <summary><see cref="masked_fill"/>, in place.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value) => InPlace(x => x.masked_fill(mask, value));

        /// <summary>Each element, kept within bounds; null is no bound.</summary>
        /// <exception cref="ArgumentException">There is no bound at all.</exception>
        public Tensor clamp(Scalar? min = null, Scalar? max = null)
        {
            if (min is null && max is null)
                throw new ArgumentException("torch.clamp: At least one of 'min' or 'max' must not be None");
            var y = this;
            if (min is not null) y = Apply<Maximum, Maximum>(y, min);
            if (max is not null) y = Apply<Minimum, Minimum>(y, max);
            return Autograd.Needed(this)
                ? Autograd.Record(y, "clamp", [this], dy => [dy.masked_fill(Outside(), 0)], this) : y;

            Tensor Outside() => min is null ? gt(max!) : max is null ? lt(min) : lt(min).logical_or(gt(max));
        }

        /// <summary>Each element, kept within bounds that broadcast; null is no bound.</summary>
        /// <exception cref="ArgumentException">There is no bound at all.</exception>
        public Tensor clamp(Tensor? min = null, Tensor? max = null)
        {
            if (min is null && max is null)
                throw new ArgumentException("torch.clamp: At least one of 'min' or 'max' must not be None");
            var y = min is null ? this : maximum(min);
            return max is null ? y : y.minimum(max);
        }

        /// <summary><see cref="clamp(Scalar, Scalar)"/>, in place.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => InPlace(x => x.clamp(min, max));

        /// <inheritdoc cref="clamp(Scalar, Scalar)"/>
        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        /// <summary>Each element, at most a bound.</summary>
        public Tensor clamp_max(Scalar max) => clamp(null, max);

        /// <summary>Each element, at least a bound.</summary>
        public Tensor clamp_min(Scalar min) => clamp(min, null);

        /// <summary><see cref="clamp_max"/>, in place.</summary>
        public Tensor clamp_max_(Scalar max) => InPlace(x => x.clamp_max(max));

        /// <summary><see cref="clamp_min"/>, in place.</summary>
        public Tensor clamp_min_(Scalar min) => InPlace(x => x.clamp_min(min));

        /// <summary>The larger of each pair; NaN if either is. The shapes broadcast.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor maximum(Tensor other)
        {
            var y = Apply<Maximum, Maximum>(this, other);
            return Autograd.Needed(this, other) ? Autograd.Record(y, "maximum", [this, other],
                dy => Shared(dy, this.lt(other), this.gt(other)), this, other) : y;
        }

        /// <summary>The smaller of each pair; NaN if either is. The shapes broadcast.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor minimum(Tensor other)
        {
            var y = Apply<Minimum, Minimum>(this, other);
            return Autograd.Needed(this, other) ? Autograd.Record(y, "minimum", [this, other],
                dy => Shared(dy, this.gt(other), this.lt(other)), this, other) : y;
        }

        // All to the winner, half to each when both are equal.
        private static Tensor?[] Shared(Tensor dy, Tensor lost, Tensor won)
        {
            var half = torch.where(lost.logical_or(won), dy, dy.mul(0.5));
            return [half.masked_fill(lost, 0), half.masked_fill(won, 0)];
        }

        /// <inheritdoc cref="maximum"/>
        public Tensor max(Tensor other) => maximum(other);

        /// <inheritdoc cref="minimum"/>
        public Tensor min(Tensor other) => minimum(other);

        /// <summary>The angle of the point (other, this), in (−π, π].</summary>
        public Tensor atan2(Tensor other)
        {
            var type = ScalarTypes.Promote(this, other).OrFloat();
            var y = Apply<ATan2, ATan2>(this, other, type);
            if (!Autograd.Needed(this, other)) return y;
            return Autograd.Record(y, "atan2", [this, other], dy =>
            {
                var scaled = dy.div(square().add(other.square()));
                return [scaled.mul(other), scaled.mul(this).neg()];
            }, this, other);
        }

        /// <summary>What is left of a division rounded towards zero; has the sign of the dividend.</summary>
        public Tensor fmod(Tensor target)
        {
            var y = Apply<FMod, FMod>(this, target);
            return Autograd.Needed(this, target) ? Autograd.Record(y, "fmod", [this, target],
                dy => [dy, dy.mul(div(target, RoundingMode.trunc)).neg()], this, target) : y;
        }

        /// <inheritdoc cref="fmod(Tensor)"/>
        public Tensor fmod(Scalar scalar)
        {
            var y = Apply<FMod, FMod>(this, scalar);
            return Autograd.Needed(this) ? Autograd.Record(y, "fmod", [this], dy => [dy]) : y;
        }

        /// <summary>The quotient rounded down.</summary>
        public Tensor floor_divide(Tensor other) => div(other, RoundingMode.floor);

        /// <inheritdoc cref="floor_divide(Tensor)"/>
        public Tensor floor_divide(Scalar other) => div(other, RoundingMode.floor);

        /// <summary>From this to <paramref name="end"/> by a weight: this + weight · (end − this).</summary>
        public Tensor lerp(Tensor end, Tensor weight) => add(end.sub(this).mul(weight));

        /// <summary>This + value · tensor1 · tensor2.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => add(tensor1.mul(tensor2).mul(value));

        /// <summary><see cref="addcmul"/>, in place.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => add_(tensor1.mul(tensor2).mul_(value));

        /// <summary>This + value · tensor1 / tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => add(tensor1.div(tensor2).mul(value));

        /// <summary><see cref="addcdiv(Tensor, Tensor, Scalar)"/>, in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => add_(tensor1.div(tensor2).mul_(value));

        /// <summary>Whether each element is NaN.</summary>
        public Tensor isnan() => ne(this);

        /// <summary>Whether each element is infinite.</summary>
        public Tensor isinf() => detach().abs().eq(double.PositiveInfinity);

        /// <summary>Whether each element is neither infinite nor NaN.</summary>
        public Tensor isfinite() => detach().abs().lt(double.PositiveInfinity);

        /// <summary>Whether each pair is close: |a − b| ≤ atol + rtol · |b|.</summary>
        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false)
        {
            if (dtype.IsComplex() || other.dtype.IsComplex())
                return cdouble().view_as_real().isclose(other.cdouble().view_as_real(), rtol, atol, nanEqual).all(-1);
            var (a, b) = (detach().@double(), other.detach().@double());
            var close = a.eq(b).logical_or(a.sub(b).abs().le(b.abs().mul(rtol).add(atol)).logical_and(b.isfinite()));
            return nanEqual ? close.logical_or(a.isnan().logical_and(b.isnan())) : close;
        }

        /// <summary>Whether every pair is close: |a − b| ≤ atol + rtol · |b|.</summary>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            isclose(target, rtol, atol, equal_nan).all().item<bool>();

        /// <summary>Whether shapes and all elements are equal, as one Bool.</summary>
        public Tensor equal(Tensor target) => Shapes.Same(Live().Shape_, target.Live().Shape_)
            ? eq(target).all() : tensor(false);
    }
}
