using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x · tanh(log(1 + exp(x))).</summary>
    /// <remarks>Misra, 2019: https://arxiv.org/abs/1908.08681</remarks>
    public sealed class Mish : ParameterLessModule<Tensor, Tensor>
    {
        internal Mish(bool inplace) : base(nameof(Mish)) => this.inplace = inplace;

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.mish(tensor, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.Mish"/>
            public static Mish Mish() => new(false);

            /// <inheritdoc cref="Modules.Mish"/>
            public static Mish Mish(bool inplace) => new(inplace);
        }
    }
}
