using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// x where positive, else x times a slope: drawn anew for each element in training, else the middle one.
    /// </summary>
    /// <remarks>Xu et al., 2015: https://arxiv.org/abs/1505.00853</remarks>
    public sealed class RReLU : ParameterLessModule<Tensor, Tensor>
    {
        internal RReLU(double lower, double upper, bool inplace) : base(nameof(RReLU)) =>
            (this.lower, this.upper, this.inplace) = (lower, upper, inplace);

        /// <summary>The least slope.</summary>
        public double lower { get; set; }

        /// <summary>The greatest slope.</summary>
        public double upper { get; set; }

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) =>
            nn.functional.RandomLeaky(tensor, lower, upper, training, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.RReLU"/>
            public static RReLU RReLU(
                double lower = 0.125, double upper = 0.3333333333333333, bool inplace = false) =>
                new(lower, upper, inplace);
        }
    }
}
