using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Connectionist temporal classification: −log of the chance that the inputs say the targets, however
            /// stretched.
            /// </summary>
            /// <param name="log_probs">Log-probabilities, [T, N, C] or [T, C].</param>
            /// <param name="targets">Int64, [N, S], or all targets one after another; no blanks.</param>
            /// <param name="input_lengths">Int64, [N]: how many steps count, at most T.</param>
            /// <param name="target_lengths">Int64, [N]: how many targets count.</param>
            /// <param name="blank">The class that says nothing.</param>
            /// <param name="zero_infinity">Whether infinite losses, of targets that do not fit, count as 0.</param>
            /// <param name="reduction">
            /// The mean divides each loss by its number of targets (at least 1) first.
            /// </param>
            /// <exception cref="ArgumentException">Shapes or lengths do not fit.</exception>
            /// <remarks>
            /// As in PyTorch the gradient is that of logits whose log_softmax the input is: p − the chance of each
            /// class given the targets. Graves et al., 2006: https://www.cs.toronto.edu/~graves/icml_2006.pdf
            /// </remarks>
            public static Tensor ctc_loss(Tensor log_probs, Tensor targets, Tensor input_lengths,
                Tensor target_lengths, long blank = 0, bool zero_infinity = false,
                Reduction reduction = Reduction.Mean)
            {
                var single = log_probs.ndim == 2;
                if (log_probs.ndim is not (2 or 3))
                    throw new ArgumentException("Expected log_probs [T, N, C] or [T, C], got " +
                        Shapes.Text(log_probs.Shape_));
                var batch = single ? log_probs.unsqueeze(1) : log_probs;
                var labels = Labels(targets, Lengths(target_lengths), (int)batch.Shape_[1]);
                var steps = Lengths(input_lengths);
                CheckCtc(batch, labels, steps, blank);
                var losses = batch.dtype == ScalarType.Float32
                    ? CtcLosses<float>(batch, labels, steps, (int)blank, zero_infinity)
                    : CtcLosses<double>(batch, labels, steps, (int)blank, zero_infinity);
                if (reduction == Reduction.Mean)
                {
                    double[] counts = [.. labels.Select(label => (double)Math.Max(1, label.Length))];
                    return losses.div(tensor(counts).to(losses.dtype)).mean();
                }
                return Reduce(single ? losses.squeeze(0) : losses, reduction);
            }

            private static Tensor CtcLosses<T>(
                Tensor input, int[][] labels, long[] steps, int blank, bool zeroInfinity)
                where T : unmanaged, IBinaryFloatingPointIeee754<T>
            {
                var (N, C) = ((int)input.Shape_[1], (int)input.Shape_[2]);
                var x = input.AsContiguous();
                var values = new double[N];
                Kernels.Parallel.For(N, 1, (start, end) =>
                {
                    for (var n = start; n < end; n++) values[n] = Sequence(n).Forward();
                });
                var finite = Array.ConvertAll(values, v => zeroInfinity && double.IsPositiveInfinity(v) ? 0 : v);
                var losses = tensor(finite).to(input.dtype);
                return Autograd.Record(losses, "ctc_loss", [input], dy =>
                {
                    if (is_grad_enabled())
                        throw new NotSupportedException("derivative for _ctc_loss_backward is not implemented: " +
                            "ctc_loss has no gradient of its gradient; call backward without create_graph.");
                    var slopes = dy.As(ScalarType.Float64).AsContiguous().Elements<double>().ToArray();
                    var dx = Tensor.New(input.dtype, input.Shape_, clear: true);
                    var (target, source) = (dx.Array<T>(out var to), x.Array<T>(out var from));
                    Kernels.Parallel.For(N, 1, (start, end) =>
                    {
                        for (var n = start; n < end; n++)
                        {
                            if (zeroInfinity && double.IsPositiveInfinity(values[n])) continue;
                            var shares = new double[steps[n] * C];
                            Sequence(n).Backward(values[n], (t, c, share) => shares[t * C + c] += share);
                            for (var t = 0; t < steps[n]; t++)
                            {
                                for (var c = 0; c < C; c++)
                                {
                                    var at = (t * N + n) * C + c;
                                    var p = Math.Exp(double.CreateTruncating(source[from + at]));
                                    target[to + at] = T.CreateTruncating((p - shares[t * C + c]) * slopes[n]);
                                }
                            }
                        }
                    });
                    return [dx];
                }, input, x);

                CtcLoss Sequence(int n)
                {
                    var source = x.Array<T>(out var offset);
                    return new CtcLoss((t, c) => double.CreateTruncating(source[offset + (t * N + n) * C + c]),
                        (int)steps[n], labels[n], blank);
                }
            }

            private static long[] Lengths(Tensor lengths) =>
                lengths.to(ScalarType.Int64).reshape(-1).AsContiguous().Elements<long>().ToArray();

            // The targets of each sequence, from rows or from one row of all.
            private static int[][] Labels(Tensor targets, long[] counts, int batch)
            {
                if (counts.Length != batch)
                    throw new ArgumentException($"target_lengths must be of size batch_size: got {counts.Length}, " +
                        $"expected {batch}");
                var flat = targets.to(ScalarType.Int64).AsContiguous().Elements<long>().ToArray();
                var rows = targets.ndim == 2;
                var width = rows ? targets.Shape_[1] : 0;
                if (counts.Any(count => count < 0))
                    throw new ArgumentException("Expected target_lengths to have value at least 0, but got value " +
                        counts.Min());
                var needed = rows ? counts.DefaultIfEmpty(0).Max() : counts.Sum();
                if (needed > (rows ? width : flat.Length) || (rows && targets.Shape_[0] != batch))
                    throw new ArgumentException($"Expected tensor to have size at least {needed} at dimension " +
                        $"{(rows ? 1 : 0)}, but got size {Shapes.Text(targets.Shape_)} for argument 'targets'");
                var labels = new int[batch][];
                for (var (n, at) = (0, 0L); n < batch; at += counts[n++])
                {
                    var start = (int)(rows ? n * width : at);
                    labels[n] = Array.ConvertAll(flat[start..(start + (int)counts[n])], label => (int)label);
                }
                return labels;
            }

            private static void CheckCtc(Tensor batch, int[][] labels, long[] steps, long blank)
            {
                var (T, N, C) = (batch.Shape_[0], batch.Shape_[1], batch.Shape_[2]);
                if (!batch.is_floating_point())
                    throw new ArgumentException($"\"ctc_loss\" not implemented for '{batch.dtype.Word()}'");
                if (steps.Length != N)
                    throw new ArgumentException($"input_lengths must be of size batch_size: got {steps.Length}, " +
                        $"expected {N}");
                if (blank < 0 || blank >= C)
                    throw new ArgumentOutOfRangeException(nameof(blank), $"blank must be in label range: got {blank}");
                foreach (var length in steps)
                    if (length < 0 || length > T)
                        throw new ArgumentException(
                            $"Expected input_lengths to have value at most {T}, but got value {length}");
                foreach (var label in labels.SelectMany(label => label))
                    if (label < 0 || label >= C)
                        throw new ArgumentOutOfRangeException(
                            nameof(labels), $"Target {label} is out of bounds: expected [0, {C}).");
            }
        }
    }
}
