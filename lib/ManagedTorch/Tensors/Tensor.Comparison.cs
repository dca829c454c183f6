using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether each element equals the other, as Bool; the shapes broadcast.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor eq(Tensor target) => dtype.IsComplex() && target.dtype.IsComplex()
            ? real.eq(target.real).logical_and(imag.eq(target.imag)) : Compared<Equal>(target);

        /// <inheritdoc cref="eq(Tensor)"/>
        public Tensor eq(Scalar target) => Compared<Equal>(target);

        /// <summary>Whether each element differs from the other, as Bool; the shapes broadcast.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor ne(Tensor target) =>
            dtype.IsComplex() && target.dtype.IsComplex() ? eq(target).logical_not() : Compared<NotEqual>(target);

        /// <inheritdoc cref="ne(Tensor)"/>
        public Tensor ne(Scalar target) => Compared<NotEqual>(target);

        /// <summary>Whether each element is less than the other, as Bool; the shapes broadcast.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor lt(Tensor target) => Compared<Less>(target);

        /// <inheritdoc cref="lt(Tensor)"/>
        public Tensor lt(Scalar target) => Compared<Less>(target);

        /// <summary>Whether each element is at most the other, as Bool; the shapes broadcast.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor le(Tensor target) => Compared<LessOrEqual>(target);

        /// <inheritdoc cref="le(Tensor)"/>
        public Tensor le(Scalar target) => Compared<LessOrEqual>(target);

        /// <summary>Whether each element is greater than the other, as Bool; the shapes broadcast.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor gt(Tensor target) => Compared<Greater>(target);

        /// <inheritdoc cref="gt(Tensor)"/>
        public Tensor gt(Scalar target) => Compared<Greater>(target);

        /// <summary>Whether each element is at least the other, as Bool; the shapes broadcast.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor ge(Tensor target) => Compared<GreaterOrEqual>(target);

        /// <inheritdoc cref="ge(Tensor)"/>
        public Tensor ge(Scalar target) => Compared<GreaterOrEqual>(target);

        /// <inheritdoc cref="ne(Tensor)"/>
        public Tensor not_equal(Tensor target) => ne(target);

        /// <inheritdoc cref="lt(Tensor)"/>
        public Tensor less(Tensor target) => lt(target);

        /// <inheritdoc cref="le(Tensor)"/>
        public Tensor less_equal(Tensor target) => le(target);

        /// <inheritdoc cref="gt(Tensor)"/>
        public Tensor greater(Tensor target) => gt(target);

        /// <inheritdoc cref="ge(Tensor)"/>
        public Tensor greater_equal(Tensor target) => ge(target);

        private Tensor Compared<TOp>(Tensor target) where TOp : IComparison
        {
            ArgumentNullException.ThrowIfNull(target);
            var type = Comparable(ScalarTypes.Promote(Live(), target.Live()));
            var y = New(ScalarType.Bool, Shapes.Broadcast(Shape_, target.Shape_));
            Compare.Run<TOp>(As(type), target.As(type), y);
            return y;
        }

        private static ScalarType Comparable(ScalarType type) => type.IsReduced() ? ScalarType.Float32
            : type.IsComplex() ? throw ScalarTypes.NotHere(type) : type;

        private Tensor Compared<TOp>(Scalar target) where TOp : IComparison
        {
            ArgumentNullException.ThrowIfNull(target);
            var type = Comparable(ScalarTypes.Promote(Live(), target));
            var number = New(type, []);
            Fill.With(number, target);
            var y = New(ScalarType.Bool, Shape_);
            Compare.Run<TOp>(As(type), number, y);
            return y;
        }
    }
}
