using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>−x.</summary>
        public Tensor neg()
        {
            var y = MapNumber<Negate>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "neg", [this], dy => [dy.neg()]) : y;
        }

        /// <summary>e to the power of x.</summary>
        public Tensor exp()
        {
            var y = MapFloat<Exp>(this);
            return Autograd.Needed(this) ? Autograd.Record(y, "exp", [this], dy => [dy.mul(y)], y) : y;
        }

        // A function that keeps the type.
        private static Tensor MapNumber<TOp>(Tensor a) where TOp : INumberFunction
        {
            var x = a.AsContiguous();
            var y = NewLike(x, x.dtype);
            Unary.Number<TOp>(x, y);
            return y;
        }

        // A function that makes floating-point numbers of integers.
        private static Tensor MapFloat<TOp>(Tensor a) where TOp : IFloatFunction
        {
            var x = a.As(a.dtype.OrFloat()).AsContiguous();
            var y = NewLike(x, x.dtype);
            Unary.Float<TOp>(x, y);
            return y;
        }
    }
}
