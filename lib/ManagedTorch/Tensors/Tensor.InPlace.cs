using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Writes the elements of another tensor, converted and broadcast, over these.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        /// <exception cref="InvalidOperationException">This is a leaf that requires grad.</exception>
        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            ArgumentNullException.ThrowIfNull(source);
            CheckWritable(source);
            var from = source.detach().Expand(Shape_).As(dtype);
            Copy.Strided(ReferenceEquals(source.Storage, Storage) ? from.clone() : from, this);
            return Written("copy_", [this, source], dy => [null, dy]);
        }

        /// <summary>Sets every element.</summary>
        public Tensor fill_(Scalar value)
        {
            ArgumentNullException.ThrowIfNull(value);
            CheckWritable();
            if (Contiguous_)
            {
                Fill.With(Live(), value);
            }
            else
            {
                var one = New(dtype, []);
                Fill.With(one, value);
                Copy.Strided(one.Expand(Shape_), this);
            }

            return Written("fill_", [this], dy => [null]);
        }

        /// <summary>Sets every element to zero.</summary>
        public Tensor zero_() => fill_(0);

        /// <summary>Adds in place.</summary>
        /// <exception cref="ArgumentException">The result would have another shape.</exception>
        /// <exception cref="InvalidOperationException">This is a leaf that requires grad.</exception>
        public Tensor add_(Tensor target)
        {
            if (Live().dtype.IsComplex()) return InPlace(x => x.add(target), target);
            Update<Add, Maximum>(target);
            return Written("add_", [this, target], dy => [dy, dy]);
        }

        /// <inheritdoc cref="add_(Tensor)"/>
        public Tensor add_(Scalar scalar)
        {
            if (Live().dtype.IsComplex()) return InPlace(x => x.add(scalar));
            Update<Add, Maximum>(scalar);
            return Written("add_", [this], dy => [dy]);
        }

        /// <summary>Adds alpha times the target in place.</summary>
        public Tensor add_(Tensor target, Scalar alpha) => IsOne(alpha) ? add_(target) : add_(target.mul(alpha));

        /// <inheritdoc cref="add_(Tensor, Scalar)"/>
        public Tensor add_(Scalar scalar, Scalar alpha) => add_(scalar.Times(alpha));

        /// <summary>Subtracts in place.</summary>
        public Tensor sub_(Tensor target)
        {
            if (Live().dtype.IsComplex()) return InPlace(x => x.sub(target), target);
            Update<Subtract, Maximum>(target);
            return Written("sub_", [this, target], dy => [dy, dy.neg()]);
        }

        /// <inheritdoc cref="sub_(Tensor)"/>
        public Tensor sub_(Scalar target)
        {
            if (Live().dtype.IsComplex()) return InPlace(x => x.sub(target));
            Update<Subtract, Maximum>(target);
            return Written("sub_", [this], dy => [dy]);
        }

        /// <summary>Multiplies in place.</summary>
        public Tensor mul_(Tensor target)
        {
            if (Live().dtype.IsComplex()) return InPlace(x => x.mul(target), target);
            var before = Before(target.RequiresGrad_);
            Update<Multiply, Minimum>(target);
            return Written(
                "mul_", [this, target], dy => [dy.mul(target), before is null ? null : dy.mul(before)], target);
        }

        /// <inheritdoc cref="mul_(Tensor)"/>
        public Tensor mul_(Scalar target)
        {
            if (Live().dtype.IsComplex()) return InPlace(x => x.mul(target));
            Update<Multiply, Minimum>(target);
            return Written("mul_", [this], dy => [dy.mul(target)]);
        }

        /// <summary>Divides in place.</summary>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (Live().dtype.IsComplex()) return InPlace(x => x.div(target), target);
            if (rounding_mode != RoundingMode.None) return Replace(detach().div(target, rounding_mode));
            var before = Before(target.RequiresGrad_);
            Update<Divide, Divide>(target);
            return Written("div_", [this, target], dy =>
                [dy.div(target), before is null ? null : dy.mul(before).div(target).div(target).neg()], target);
        }

        /// <inheritdoc cref="div_(Tensor, RoundingMode)"/>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (Live().dtype.IsComplex()) return InPlace(x => x.div(target));
            if (rounding_mode != RoundingMode.None) return Replace(detach().div(target, rounding_mode));
            Update<Divide, Divide>(target);
            return Written("div_", [this], dy => [dy.div(target)]);
        }

        // A copy of the elements that a gradient needs and a write is about to replace.
        private Tensor? Before(bool needed) =>
            needed && ThreadContext.Current.GradEnabled ? clone() : null;

        private void Update<TOp, TBool>(Tensor target) where TOp : IBinaryOperator where TBool : IBinaryOperator
        {
            CheckWritable(target);
            var result = typeof(TOp) == typeof(Divide) ? ScalarTypes.Promote(this, target).OrFloat()
                : ScalarTypes.Promote(this, target);
            if (Contiguous_ && result == dtype && dtype != ScalarType.Bool && !dtype.IsReduced()
                && target.dtype == dtype
                && Shapes.Same(Shape_, Shapes.Broadcast(Shape_, target.Shape_)) && Safe(target))
                Binary.Run<TOp>(this, target, this);
            else
                Overwrite(Apply<TOp, TBool>(this, target, result));
        }

        private void Update<TOp, TBool>(Scalar target) where TOp : IBinaryOperator where TBool : IBinaryOperator
        {
            CheckWritable();
            var result = typeof(TOp) == typeof(Divide) ? ScalarTypes.Promote(this, target).OrFloat()
                : ScalarTypes.Promote(this, target);
            if (Contiguous_ && result == dtype && dtype != ScalarType.Bool
                && !dtype.IsReduced()) Binary.Run<TOp>(this, target, this);
            else Overwrite(Apply<TOp, TBool>(this, target, result));
        }

        // Whether a loop may write here while it reads there: other elements, or exactly the same ones.
        private bool Safe(Tensor other) => !ReferenceEquals(other.Storage, Storage)
            || (other.Offset_ == Offset_ && other.Contiguous_ && Shapes.Same(other.Shape_, Shape_));

        // A write in place that no gradient flows through.
        private Tensor Replace(Tensor result)
        {
            CheckWritable();
            Overwrite(result);
            return Written("in-place operation", [this], dy => [torch.zeros_like(dy)]);
        }
    }
}
