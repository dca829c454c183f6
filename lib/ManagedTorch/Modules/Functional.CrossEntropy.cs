using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The negative log-likelihood of the targets under softmax(input).</summary>
            /// <param name="input">Logits, [C], [N, C] or [N, C, ...].</param>
            /// <param name="target">
            /// Classes, Int64 in [0, C) of shape [], [N] or [N, ...]; or probabilities, of the input's type and shape.
            /// </param>
            /// <param name="weight">[C], the weight of each class, or null for 1.</param>
            /// <param name="ignore_index">A target that does not count.</param>
            /// <param name="reduction">The mean divides by the sum of the weights of the targets.</param>
            /// <param name="label_smoothing">ε in [0, 1]: how much of the target is spread over all classes.</param>
            /// <exception cref="ArgumentException">The shapes do not fit.</exception>
            /// <exception cref="ArgumentOutOfRangeException">A class is not in [0, C), or ε not in [0, 1].</exception>
            /// <remarks>
            /// With q the wanted distribution: loss = Σ q_c·(logsumexp(x) − x_c), dx = softmax(x)·Σq − q.
            /// Label smoothing: Szegedy et al., 2015, section 7: https://arxiv.org/abs/1512.00567
            /// </remarks>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null,
                long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0)
            {
                if (!(label_smoothing >= 0 && label_smoothing <= 1))
                    throw new ArgumentOutOfRangeException(nameof(label_smoothing),
                        $"label_smoothing must be between 0.0 and 1.0. Got: {label_smoothing}");
                if (!input.is_floating_point() || input.ndim == 0)
                    throw new ArgumentException(
                        $"expected floating point logits [N, C], got {input.dtype} {Shapes.Text(input.Shape_)}");
                var classes = input.Shape_[input.ndim == 1 ? 0 : 1];
                if (weight is not null && (weight.ndim != 1 || weight.Shape_[0] != classes))
                    throw new ArgumentException("cross_entropy: weight tensor should be defined either for all " +
                        $"{classes} classes or no classes but got weight tensor of shape: " +
                        Shapes.Text(weight.Shape_));
                if (target.is_floating_point()) return Soft(input, target, weight, reduction, label_smoothing);

                CheckTargetShape(input, target);
                var rows = ClassesLast(input, classes);                                  // [rows, C]
                return input.dtype == ScalarType.Float32
                    ? Hard<float>(rows, target, weight, ignore_index, reduction, label_smoothing)
                    : Hard<double>(rows, target, weight, ignore_index, reduction, label_smoothing);
            }

            private static Tensor Hard<T>(
                Tensor rows, Tensor target, Tensor? weight, long ignore, Reduction reduction, double smoothing)
                where T : unmanaged, IBinaryFloatingPointIeee754<T>
            {
                var (count, classes) = ((int)rows.Shape_[0], (int)rows.Shape_[1]);
                var x = rows.AsContiguous();
                var targets = target.to(ScalarType.Int64).AsContiguous().Elements<long>().ToArray();
                foreach (var y in targets)
                {
                    if (y != ignore && (y < 0 || y >= classes))
                        throw new ArgumentOutOfRangeException(
                            nameof(target), $"Target {y} is out of bounds: expected [0, {classes}).");
                }
                T[] weights = weight is null ? [] : weight.to(rows.dtype).AsContiguous().Elements<T>().ToArray();
                var kernel = new CrossEntropy<T>(count, classes, x.Array<T>(out var offset), offset, targets, weights,
                    ignore, smoothing);
                var losses = Tensor.New(rows.dtype, [count]);
                kernel.Forward(losses.Elements<T>());
                losses = Autograd.Record(losses, "cross_entropy", [rows], dy =>
                {
                    if (is_grad_enabled())
                    {
                        var (q, total) = (Tensor.New(rows.dtype, x.Shape_), Tensor.New(rows.dtype, [count, 1]));
                        kernel.Target(q.Elements<T>(), total.Elements<T>());
                        return [(rows.softmax(-1) * total - q) * dy.unsqueeze(-1)];
                    }
                    var dx = Tensor.New(rows.dtype, x.Shape_);
                    kernel.Backward(dy.AsContiguous().Elements<T>().ToArray(), dx.Array<T>(out var start), start);
                    return [dx];
                }, rows, x);
                return reduction switch
                {
                    Reduction.None => losses.reshape(target.Shape_),
                    Reduction.Sum => losses.sum(),
                    _ => losses.sum().div(double.CreateChecked(kernel.TotalWeight())),
                };
            }

            // Targets that are distributions: their own words, since they may need gradients too.
            private static Tensor Soft(
                Tensor input, Tensor target, Tensor? weight, Reduction reduction, double smoothing)
            {
                if (!Shapes.Same(input.Shape_, target.Shape_))
                    throw new ArgumentException(
                        $"Expected target probabilities of shape {Shapes.Text(input.Shape_)}, " +
                        $"got {Shapes.Text(target.Shape_)}");
                var classes = input.Shape_[input.ndim == 1 ? 0 : 1];
                var wanted = ClassesLast(target, classes);
                if (smoothing > 0) wanted = wanted.mul(1 - smoothing).add(smoothing / classes);
                if (weight is not null) wanted = wanted.mul(weight);
                var losses = ClassesLast(input, classes).log_softmax(-1).mul(wanted).sum(-1).neg();
                long[] shape = input.ndim == 1 ? [] : [input.Shape_[0], .. input.Shape_[2..]];
                return reduction switch
                {
                    Reduction.None => losses.reshape(shape),
                    Reduction.Sum => losses.sum(),
                    _ => losses.sum().div((double)losses.Count_),
                };
            }

            private static Tensor ClassesLast(Tensor x, long classes)
            {
                if (x.ndim <= 2) return x.reshape(-1, classes);
                long[] order = [0, .. Enumerable.Range(2, (int)x.ndim - 2).Select(d => (long)d), 1];
                return x.permute(order).reshape(-1, classes);
            }

            private static void CheckTargetShape(Tensor input, Tensor target)
            {
                long[] expected = input.ndim == 1 ? [] : [input.Shape_[0], .. input.Shape_[2..]];
                if (!target.is_integral() || !Shapes.Same(expected, target.Shape_))
                    throw new ArgumentException(
                        $"Expected target of type Int64 and size {Shapes.Text(expected)} for input " +
                        $"{Shapes.Text(input.Shape_)}, got {target.dtype} {Shapes.Text(target.Shape_)}");
            }
        }
    }
}
