using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary><see cref="gelu(GELU.Approximate)"/>, in place.</summary>
        public Tensor gelu_(GELU.Approximate approximate) => InPlace(x => x.gelu(approximate));

        /// <summary><see cref="leaky_relu(Scalar)"/>, in place.</summary>
        public Tensor leaky_relu_(Scalar negative_slope) => InPlace(x => x.leaky_relu(negative_slope));

        /// <summary><see cref="elu(double)"/>, in place.</summary>
        public Tensor elu_(double alpha = 1.0) => InPlace(x => x.elu(alpha));
    }
}
