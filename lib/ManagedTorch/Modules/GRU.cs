using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Gated recurrent units: a state that two gates reset and keep.</summary>
    /// <remarks>Cho et al., 2014: https://arxiv.org/abs/1406.1078</remarks>
    public sealed class GRU : nn.Module<Tensor, Tensor, (Tensor, Tensor)>
    {
        private readonly RecurrentStack _stack;

        internal GRU(RecurrentStack stack, Device? device, ScalarType? dtype) : base(nameof(GRU))
        {
            _stack = stack;
            foreach (var (key, parameter) in stack.Parameters(device, dtype)) register_parameter(key, parameter);
        }

        /// <summary>Runs sequences of one length.</summary>
        /// <param name="input">[time, batch, in] (or [batch, time, in] if so set), or [time, in].</param>
        /// <param name="h0">The first state, [layers · directions, batch, hidden]; null for 0.</param>
        /// <returns>The outputs, [time, batch, directions · hidden], and the last states.</returns>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
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
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.GRU"/>
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
            public static GRU GRU(long inputSize, long hiddenSize, long numLayers = 1,
                bool bias = true, bool batchFirst = false, double dropout = 0.0,
                bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(new RecurrentStack(RecurrentKind.Gru, inputSize, hiddenSize,
                    numLayers, bias, batchFirst, dropout, bidirectional), device, dtype);
        }
    }
}
