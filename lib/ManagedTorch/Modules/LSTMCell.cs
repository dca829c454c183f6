using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One step of a long short-term memory.</summary>
    public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
    {
        internal LSTMCell(long inputs, long hidden, bool bias, Device? device, ScalarType? dtype) :
            base(nameof(LSTMCell)) => RecurrentCell.Register(
            this, RecurrentKind.Lstm, inputs, hidden, bias, device, dtype);

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
        /// <param name="h0_c0">The state and the cell before, [batch, hidden] or [hidden]; null for 0.</param>
        /// <returns>The state and the cell after.</returns>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
        {
            var (state, cell) = RecurrentCell.Run(this, RecurrentKind.Lstm, input, h0_c0?.Item1, h0_c0?.Item2);
            return (state, cell!);
        }

        /// <inheritdoc cref="forward"/>
        public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.LSTMCell"/>
            /// <param name="inputSize">The width of the input.</param>
            /// <param name="hiddenSize">The width of a state.</param>
            /// <param name="bias">Whether there are biases.</param>
            /// <param name="device">The CPU.</param>
            /// <param name="dtype">The element type; Float32 if null.</param>
            public static LSTMCell LSTMCell(long inputSize, long hiddenSize, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, device, dtype);
        }
    }
}
