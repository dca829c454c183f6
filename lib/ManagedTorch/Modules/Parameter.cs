using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A tensor that a module learns: it is registered by name, and optimizers change it.</summary>
    /// <remarks>A parameter belongs to its module, never to a dispose scope.</remarks>
    public class Parameter : Tensor
    {
        /// <summary>A parameter over the elements of <paramref name="data"/>, which it shares.</summary>
        /// <param name="data">The first values, of any shape.</param>
        /// <param name="requires_grad">Whether gradients are computed for it.</param>
        public Parameter(Tensor data, bool requires_grad = true) : base(data)
        {
            this.requires_grad = requires_grad;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.Parameter(Tensor, bool)"/>
            public static Modules.Parameter Parameter(Tensor data, bool requires_grad = true) =>
                new(data, requires_grad);
        }
    }
}
