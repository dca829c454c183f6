using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A plain recurrent network: h' = tanh(W_ih·x + b_ih + W_hh·h + b_hh), or max(0, …).</summary>
    /// <remarks>Elman, 1990: https://doi.org/10.1207/s15516709cog1402_1</remarks>
    public sealed class RNN : nn.Module<Tensor, Tensor, (Tensor, Tensor)>
    {
        private readonly RecurrentStack _stack;

        internal RNN(RecurrentStack stack, Device? device, ScalarType? dtype) : base(nameof(RNN))
        {
            _stack = stack;
            foreach (var (key, parameter) in stack.Parameters(device, dtype)) register_parameter(key, parameter);
        }

        /// <summary>Runs sequences of one length.</summary>
        /// <param name="input">[time, batch, in] (or [batch, time, in] if so set), or [time, in].</param>
        /// <param name="h0">The first state, [layers · directions, batch, hidden]; null for 0.</param>
        /// <returns>The outputs, [time, batch, directions · hidden], and the last states.</returns>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public override (Tensor, Tensor) forward(Tensor input, Tensor? h0)
        {
            var (output, state, _) = _stack.Run(this, input, h0, null);
            return (output, state);
        }

        /// <inheritdoc cref="forward"/>
        public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0!);

        /// <summary>Runs sequences of several lengths.</summary>
        /// <param name="input">Packed sequences of [in].</param>
        /// <param name="h0">The first states, [layers · directions, batch, hidden]; null for 0.</param>
        /// <returns>The packed outputs, and the last states in the order in which the sequences were given.</returns>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public (nn.utils.rnn.PackedSequence, Tensor) call(nn.utils.rnn.PackedSequence input, Tensor? h0 = null)
        {
            var (output, state, _) = _stack.Run(this, input, h0, null);
            return (output, state);
        }

        /// <summary>Does nothing: the parameters need no other place in memory here.</summary>
        public void flatten_parameters()
        {
        }

        /// <summary>weight_ih of a layer and direction, counted through: layer · directions + direction.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
        public Parameter get_weight_ih(long idx) => Own(Names(idx)[0])!;

        /// <summary>weight_hh of a layer and direction, counted through: layer · directions + direction.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
        public Parameter get_weight_hh(long idx) => Own(Names(idx)[1])!;

        /// <summary>bias_ih of a layer and direction, counted through: layer · directions + direction.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
        public Parameter? get_bias_ih(long idx) => Own(Names(idx)[2]);

        /// <summary>bias_hh of a layer and direction, counted through: layer · directions + direction.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
        public Parameter? get_bias_hh(long idx) => Own(Names(idx)[3]);

        private string[] Names(long idx)
        {
            var directions = _stack.Bidirectional ? 2 : 1;
            if (idx < 0 || idx >= _stack.Layers * directions)
                throw new ArgumentOutOfRangeException(
                    nameof(idx), $"expected [0, {_stack.Layers * directions}), got {idx}");
            return RecurrentStack.Names((int)idx / directions, (int)idx % directions);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>What follows the sum in a plain recurrent layer.</summary>
            public enum NonLinearities
            {
                /// <summary>max(0, x).</summary>
                ReLU = 0,

                /// <summary>The hyperbolic tangent.</summary>
                Tanh = 1,
            }

            /// <inheritdoc cref="Modules.RNN"/>
            /// <param name="inputSize">The width of the input.</param>
            /// <param name="hiddenSize">The width of a state.</param>
            /// <param name="numLayers">Layers, each of which reads the one before.</param>
            /// <param name="nonLinearity">Tanh or ReLU.</param>
            /// <param name="bias">Whether there are biases.</param>
            /// <param name="batchFirst">Whether input and output are [batch, time, ...].</param>
            /// <param name="dropout">The probability of dropout after each layer but the last.</param>
            /// <param name="bidirectional">Whether each layer also runs from the end to the start.</param>
            /// <param name="device">The CPU.</param>
            /// <param name="dtype">The element type; Float32 if null.</param>
            /// <exception cref="ArgumentException">A number is out of its range.</exception>
            public static RNN RNN(long inputSize, long hiddenSize, long numLayers = 1,
                NonLinearities nonLinearity = NonLinearities.Tanh,
                bool bias = true, bool batchFirst = false, double dropout = 0.0,
                bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(new RecurrentStack(nonLinearity == NonLinearities.ReLU ? RecurrentKind.Relu : RecurrentKind.Tanh,
                    inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional), device, dtype);
        }
    }
}
