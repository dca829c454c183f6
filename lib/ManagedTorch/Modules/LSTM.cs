using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Long short-term memory: a state and a cell that three gates write, keep and read.</summary>
    /// <remarks>Hochreiter and Schmidhuber, 1997: https://doi.org/10.1162/neco.1997.9.8.1735</remarks>
    public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
    {
        private readonly RecurrentStack _stack;

        internal LSTM(RecurrentStack stack, Device? device, ScalarType? dtype) : base(nameof(LSTM))
        {
            _stack = stack;
            foreach (var (key, parameter) in stack.Parameters(device, dtype)) register_parameter(key, parameter);
        }

        /// <summary>Runs sequences of one length.</summary>
        /// <param name="input">[time, batch, in] (or [batch, time, in] if so set), or [time, in].</param>
        /// <param name="h0_c0">First state and cell, each [layers · directions, batch, hidden]; null for 0.</param>
        /// <returns>The outputs, [time, batch, directions · hidden], and the last states and cells.</returns>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
        {
            var (output, state, cell) = _stack.Run(this, input, h0_c0?.Item1, h0_c0?.Item2);
            return (output, state, cell!);
        }

        /// <inheritdoc cref="forward"/>
        public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) =>
            base.call(input, h0_c0);

        /// <summary>Runs sequences of several lengths.</summary>
        /// <param name="input">Packed sequences of [in].</param>
        /// <param name="h0_c0">First states and cells, each [layers · directions, batch, hidden]; null for 0.</param>
        /// <returns>
        /// The packed outputs, and the last states and cells in the order in which the sequences were given.
        /// </returns>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public (nn.utils.rnn.PackedSequence, Tensor, Tensor) call(
            nn.utils.rnn.PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
        {
            var (output, state, cell) = _stack.Run(this, input, h0_c0?.Item1, h0_c0?.Item2);
            return (output, state, cell!);
        }

        /// <summary>Does nothing: the parameters need no other place in memory here.</summary>
        public void flatten_parameters()
        {
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.LSTM"/>
            /// <param name="inputSize">The width of the input.</param>
            /// <param name="hiddenSize">The width of a state.</param>
            /// <param name="numLayers">Layers, each of which reads the one before.</param>
            /// <param name="bias">Whether there are biases.</param>
            /// <param name="batchFirst">Whether input and output are [batch, time, ...].</param>
            /// <param name="dropout">The probability of dropout after each layer but the last.</param>
            /// <param name="bidirectional">Whether each layer also runs from the end to the start.</param>
            /// <param name="device">The CPU.</param>
            /// <param name="dtype">The element type; Float32 if null.</param>
            /// <exception cref="ArgumentException">A number is out of its range.</exception>
            public static LSTM LSTM(long inputSize, long hiddenSize, long numLayers = 1,
                bool bias = true, bool batchFirst = false, double dropout = 0.0,
                bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(new RecurrentStack(RecurrentKind.Lstm, inputSize, hiddenSize,
                    numLayers, bias, batchFirst, dropout, bidirectional), device, dtype);
        }
    }
}
