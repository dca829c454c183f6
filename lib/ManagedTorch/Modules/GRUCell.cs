using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One step of gated recurrent units.</summary>
    public sealed class GRUCell : nn.Module<Tensor, Tensor, Tensor>
    {
        internal GRUCell(long inputs, long hidden, bool bias, Device? device, ScalarType? dtype) :
            base(nameof(GRUCell)) => RecurrentCell.Register(
            this, RecurrentKind.Gru, inputs, hidden, bias, device, dtype);

        /// <summary>The factor of the input, [gates · hidden, in].</summary>
        public Parameter weight_ih
        {
            get => Own("weight_ih")!;
            set => ConditionallyRegisterParameter("weight_ih", value);
        }

        /// <summary>The factor of the state, [gates · hidden, hidden].</summary>
        public Parameter weight_hh
        {
            get => Own("weight_hh")!;
            set => ConditionallyRegisterParameter("weight_hh", value);
        }

        /// <summary>The summand beside the input, [gates · hidden], or null.</summary>
        public Parameter? bias_ih
        {
            get => Own("bias_ih");
            set => ConditionallyRegisterParameter("bias_ih", value);
        }

        /// <summary>The summand beside the state, [gates · hidden], or null.</summary>
        public Parameter? bias_hh
        {
            get => Own("bias_hh");
            set => ConditionallyRegisterParameter("bias_hh", value);
        }

        /// <summary>One step.</summary>
        /// <param name="input">[batch, in] or [in].</param>
        /// <param name="h0">The state before, [batch, hidden] or [hidden]; null for 0.</param>
        /// <returns>The state after.</returns>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public override Tensor forward(Tensor input, Tensor? h0 = null) =>
            RecurrentCell.Run(this, RecurrentKind.Gru, input, h0, null).State;
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.GRUCell"/>
            /// <param name="inputSize">The width of the input.</param>
            /// <param name="hiddenSize">The width of a state.</param>
            /// <param name="bias">Whether there are biases.</param>
            /// <param name="device">The CPU.</param>
            /// <param name="dtype">The element type; Float32 if null.</param>
            public static GRUCell GRUCell(long inputSize, long hiddenSize, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, device, dtype);
        }
    }
}
