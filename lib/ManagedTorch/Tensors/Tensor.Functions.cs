using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>−x.</summary>
        public Tensor neg()
        {
            if (Live().dtype.IsComplex()) return torch.complex(real.neg(), imag.neg());
            var y = MapNumber<Negate>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "neg", [this], dy => [dy.neg()]) : y;
        }

        /// <summary><see cref="neg"/>, in place.</summary>
        public Tensor neg_() => InPlace(static x => x.neg());

        /// <inheritdoc cref="neg"/>
        public Tensor negative() => neg();

        // An operation that replaces this tensor's elements; the graph goes on with what the operation gave.
        internal Tensor InPlace(Func<Tensor, Tensor> operation, params ReadOnlySpan<Tensor?> others)
        {
            CheckWritable(others);
            var recorded = Autograd.Needed(this) || Autograd.Needed(others);
            var result = operation(recorded ? clone() : this);
            var follows = recorded && result.RequiresGrad_;
            Overwrite(result);
            Storage.Version++;
            if (follows) Follow(result.to_type(dtype).GradNode!);
            else if (recorded && dtype.IsDifferentiable())
                Follow(new Node("grad_fn of an operation in place", this, [GradNode], _ => [null], []));
            return this;
        }

        // A function that keeps the type.
        private static Tensor MapNumber<TOp>(Tensor a) where TOp : INumberFunction
        {
            if (a.Live().dtype.IsReduced()) return MapNumber<TOp>(a.As(ScalarType.Float32)).As(a.dtype);
            var x = a.AsContiguous();
            var y = NewLike(x, x.dtype);
            Unary.Number<TOp>(x, y);
            return y;
        }

        // A function that makes floating-point numbers of integers.
        private static Tensor MapFloat<TOp>(Tensor a) where TOp : IFloatFunction
        {
            if (a.Live().dtype.IsReduced()) return MapFloat<TOp>(a.As(ScalarType.Float32)).As(a.dtype);
            if (a.dtype.IsComplex()) throw ScalarTypes.NotHere(a.dtype);
            var x = a.As(a.dtype.OrFloat()).AsContiguous();
            var y = NewLike(x, x.dtype);
            Unary.Float<TOp>(x, y);
            return y;
        }
    }
}
