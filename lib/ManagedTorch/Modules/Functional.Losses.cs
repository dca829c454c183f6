namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>How the losses of the elements become one.</summary>
        public enum Reduction : long
        {
            /// <summary>They stay as they are.</summary>
            None = 0,

            /// <summary>Their mean.</summary>
            Mean = 1,

            /// <summary>Their sum.</summary>
            Sum = 2,
        }

        public static partial class functional
        {
            /// <summary>The squared difference.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                var difference = input - target;
                return Reduce(difference * difference, reduction);
            }

            /// <summary>The absolute difference.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Reduce((input - target).abs(), reduction);

            /// <summary>d² / 2β where the difference d is below β, else d − β/2.</summary>
            /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is negative.</exception>
            public static Tensor smooth_l1_loss(
                Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(beta);
                if (beta == 0) return l1_loss(input, target, reduction);
                var d = (input - target).abs();
                return Reduce(where(d.lt(beta), d * d * (0.5 / beta), d - 0.5 * beta), reduction);
            }

            /// <summary>d² / 2 where the difference d is at most δ, else δ·(d − δ/2).</summary>
            /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is not positive.</exception>
            public static Tensor huber_loss(
                Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean)
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(delta);
                var d = (input - target).abs();
                return Reduce(where(d.le(delta), d * d * 0.5, (d - 0.5 * delta) * delta), reduction);
            }

            /// <summary>−(t·log x + (1 − t)·log(1 − x)), with logarithms of at least −100.</summary>
            /// <param name="input">Probabilities, in [0, 1].</param>
            /// <param name="target">t, of the same shape, in [0, 1].</param>
            /// <param name="weight">A factor that broadcasts to the input, or null.</param>
            /// <param name="reduction">How the elements become one.</param>
            public static Tensor binary_cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                CheckSameShape(input, target);
                var yes = input.log().clamp(min: (Scalar)(-100.0));
                var no = input.neg().log1p().clamp(min: (Scalar)(-100.0));
                var losses = (target * yes + target.neg().add(1) * no).neg();
                return Reduce(weight is null ? losses : losses * weight, reduction);
            }

            /// <summary>The binary cross-entropy of sigmoid(input), computed without overflow.</summary>
            /// <param name="input">Logits.</param>
            /// <param name="target">t, of the same shape, in [0, 1].</param>
            /// <param name="weight">A factor that broadcasts to the input, or null.</param>
            /// <param name="reduction">How the elements become one.</param>
            /// <param name="pos_weights">The weight of the positive case, broadcast to the input, or null.</param>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null,
                Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                CheckSameShape(input, target);
                var log = input.log_sigmoid();
                if (pos_weights is not null) log = log * ((pos_weights - 1) * target + 1);
                var losses = target.neg().add(1) * input - log;
                return Reduce(weight is null ? losses : losses * weight, reduction);
            }

            /// <summary>The pointwise Kullback-Leibler divergence, t·(log t − x).</summary>
            /// <param name="input">x, log-probabilities.</param>
            /// <param name="target">t, or log t.</param>
            /// <param name="log_target">
            /// Whether <paramref name="target"/> is log t. (True by default, unlike in Python.)
            /// </param>
            /// <param name="reduction">
            /// How the elements become one; the mean is over elements, not over the batch.
            /// </param>
            public static Tensor kl_div(
                Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean)
            {
                if (log_target) return Reduce(target.exp() * (target - input), reduction);
                var positive = target.gt(0);
                var safe = where(positive, target, ones_like(target));       // t·log t is 0 at 0, and so is its share
                return Reduce(where(positive, safe * (safe.log() - input), zeros_like(target)), reduction);
            }

            /// <summary>x where the target is 1, max(0, margin − x) where it is −1.</summary>
            public static Tensor hinge_embedding_loss(
                Tensor input, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean)
            {
                var zero = zeros_like(input);
                var hinge = (input.neg() + margin).clamp(min: (Scalar)0.0);
                return Reduce(where(target.ne(1), hinge, zero) + where(target.ne(-1), input, zero), reduction);
            }

            /// <summary>max(0, ‖a − p‖ − ‖a − n‖ + margin) over the last dimension.</summary>
            /// <param name="anchor">a, [..., width].</param>
            /// <param name="positive">p, of the same shape.</param>
            /// <param name="negative">n, of the same shape.</param>
            /// <param name="margin">How much nearer the positive is to be.</param>
            /// <param name="p">The degree of the norm.</param>
            /// <param name="eps">Added to each difference.</param>
            /// <param name="swap">Whether ‖p − n‖ stands in for ‖a − n‖ where it is smaller.</param>
            /// <param name="reduction">How the rows become one.</param>
            /// <remarks>Balntas et al., 2016, "Learning local feature descriptors with triplets".</remarks>
            public static Tensor triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative,
                double margin = 1.0, long p = 2, double eps = 1E-06, bool swap = false,
                Reduction reduction = Reduction.Mean)
            {
                Tensor Distance(Tensor x, Tensor y) => (x - y + eps).norm(-1, false, p);

                var far = Distance(anchor, negative);
                if (swap) far = far.minimum(Distance(positive, negative));
                return Reduce((Distance(anchor, positive) - far + margin).clamp(min: (Scalar)0.0), reduction);
            }

            /// <summary>The negative of the log-probability of the target class.</summary>
            /// <param name="input">Log-probabilities, [C], [N, C] or [N, C, ...].</param>
            /// <param name="target">Classes, Int64 of shape [], [N] or [N, ...]; −100 does not count.</param>
            /// <param name="weight">[C], the weight of each class, or null for 1.</param>
            /// <param name="reduction">The mean divides by the sum of the weights of the targets.</param>
            /// <exception cref="ArgumentException">The shapes do not fit.</exception>
            public static Tensor nll_loss(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                const long Ignored = -100;
                CheckTargetShape(input, target);
                var rows = ClassesLast(input, input.Shape_[input.ndim == 1 ? 0 : 1]);
                var flat = target.reshape(-1);
                var counts = flat.ne(Ignored);
                var classes = flat.masked_fill(counts.logical_not(), 0);
                var factors = (weight is null ? ones_like(rows.select(1, 0)) : weight.index_select(0, classes))
                    .mul(counts.to(input.dtype));
                var losses = rows.gather(1, classes.unsqueeze(1)).squeeze(1).mul(factors).neg();
                return reduction switch
                {
                    Reduction.None => losses.reshape(target.Shape_),
                    Reduction.Sum => losses.sum(),
                    _ => losses.sum() / factors.sum(),
                };
            }

            private static Tensor Reduce(Tensor losses, Reduction reduction) => reduction switch
            {
                Reduction.None => losses,
                Reduction.Mean => losses.mean(),
                Reduction.Sum => losses.sum(),
                _ => throw new ArgumentOutOfRangeException(nameof(reduction),
                    $"{(long)reduction} is not a valid Reduction"),
            };

            private static void CheckSameShape(Tensor input, Tensor target)
            {
                if (!Shapes.Same(input.Shape_, target.Shape_))
                    throw new ArgumentException(
                        $"Target size ({Shapes.Text(target.Shape_)}) must be the same as input size " +
                        $"({Shapes.Text(input.Shape_)})");
            }
        }
    }
}
