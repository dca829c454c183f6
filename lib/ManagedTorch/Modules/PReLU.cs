using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x where positive, else x times a learned slope.</summary>
    /// <remarks>He et al., 2015, section 2.1: https://arxiv.org/abs/1502.01852</remarks>
    public sealed class PReLU : nn.Module<Tensor, Tensor>
    {
        private Parameter _weight;

        internal PReLU(Parameter weight, double init) : base(nameof(PReLU))
        {
            (num_parameters, this.init) = (weight.shape[0], init);
            ConditionallyRegisterParameter("weight", _weight = weight);
        }

        /// <summary>How many slopes there are: 1, or one for each channel.</summary>
        public long num_parameters { get; }

        /// <summary>The first value of the slopes.</summary>
        public double init { get; }

        /// <summary>The slopes.</summary>
        public Parameter weight
        {
            get => _weight;
            set
            {
                ArgumentNullException.ThrowIfNull(value);
                ConditionallyRegisterParameter("weight", _weight = value);
            }
        }

        /// <inheritdoc cref="nn.functional.prelu"/>
        /// <param name="tensor">x, [N, C, ...] or of any shape.</param>
        public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, _weight);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.PReLU"/>
            /// <param name="num_parameters">1, or the number of channels.</param>
            /// <param name="init">The first value of the slopes.</param>
            /// <param name="device">The CPU.</param>
            /// <param name="dtype">The element type; Float32 if null.</param>
            public static PReLU PReLU(
                long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) => new(
                Parameter(nn.init.constant_(Uninitialised([num_parameters], device, dtype), init)), init);
        }
    }
}
