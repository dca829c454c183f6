namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>1 − cos(x₁, x₂) where the target is 1, max(0, cos(x₁, x₂) − margin) where it is −1.</summary>
            /// <param name="input1">x₁, [N, D] or [D].</param>
            /// <param name="input2">x₂, of the same shape.</param>
            /// <param name="target">1 or −1, [N] or [].</param>
            /// <param name="margin">The cosine up to which a pair of −1 costs nothing.</param>
            /// <param name="reduction">How the pairs become one.</param>
            /// <exception cref="ArgumentException">The shapes do not fit.</exception>
            public static Tensor cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target,
                double margin = 0.0, Reduction reduction = Reduction.Mean)
            {
                if (target.ndim > 1)
                    throw new ArgumentException("0D or 1D target tensor expected, multi-target not supported");
                if (input1.ndim != target.ndim + 1 || input2.ndim != target.ndim + 1)
                    throw new ArgumentException($"{target.ndim}D target tensor expects {target.ndim + 1}D input " +
                        $"tensors, but found inputs with sizes {Shapes.Text(input1.Shape_)} and " +
                        $"{Shapes.Text(input2.Shape_)}.");
                const double Least = 1e-12;
                var lengths = (input1.square().sum(-1L) + Least) * (input2.square().sum(-1L) + Least);
                var cosine = (input1 * input2).sum(-1L) / lengths.sqrt();
                var zero = zeros_like(cosine);
                var near = where(target.eq(1), cosine.neg() + 1, zero);
                return Reduce(near + where(target.eq(-1), (cosine - margin).clamp(min: (Scalar)0.0), zero), reduction);
            }

            /// <summary>max(0, −t·(x₁ − x₂) + margin).</summary>
            /// <param name="input1">x₁.</param>
            /// <param name="input2">x₂, of the same shape.</param>
            /// <param name="target">t: 1 where x₁ is to be the greater, −1 where x₂ is.</param>
            /// <param name="margin">By how much.</param>
            /// <param name="reduction">How the elements become one.</param>
            public static Tensor margin_ranking_loss(Tensor input1, Tensor input2, Tensor target,
                double margin = 0.0, Reduction reduction = Reduction.Mean)
            {
                if (input1.ndim != input2.ndim || input1.ndim != target.ndim)
                    throw new ArgumentException("margin_ranking_loss : All input tensors should have same dimension " +
                        $"but got sizes: input1: {Shapes.Text(input1.Shape_)}, input2: {Shapes.Text(input2.Shape_)}, " +
                        $"target: {Shapes.Text(target.Shape_)}");
                return Reduce((target.neg() * (input1 - input2) + margin).clamp(min: (Scalar)0.0), reduction);
            }

            /// <summary>log(1 + exp(−t·x)).</summary>
            /// <param name="input">x.</param>
            /// <param name="target">t, 1 or −1, of the same shape.</param>
            /// <param name="reduction">How the elements become one.</param>
            public static Tensor soft_margin_loss(
                Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Reduce((target * input).log_sigmoid().neg(), reduction);

            /// <summary>Σ max(0, margin − x_y + x_j)^p / C over the classes j other than the target y.</summary>
            /// <param name="input">x, [N, C] or [C].</param>
            /// <param name="target">y, Int64, [N] or [].</param>
            /// <param name="p">The exponent, 1 or 2.</param>
            /// <param name="margin">By how much the target is to be the greatest.</param>
            /// <param name="weight">[C], the weight of each class, or null for 1.</param>
            /// <param name="reduction">How the rows become one.</param>
            /// <exception cref="ArgumentException">The shapes do not fit, or p is neither 1 nor 2.</exception>
            public static Tensor multi_margin_loss(Tensor input, Tensor target, int p = 1, double margin = 1.0,
                Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                if (p is not (1 or 2)) throw new ArgumentException($"only p == 1 and p == 2 supported, got {p}");
                if (input.ndim is not (1 or 2) || target.numel() != (input.ndim == 1 ? 1 : input.Shape_[0]))
                    throw new ArgumentException($"inconsistent target size, got: {Shapes.Text(target.Shape_)} for " +
                        $"input {Shapes.Text(input.Shape_)}");
                var (rows, y) = (input.reshape(-1, input.Shape_[^1]), target.reshape(-1, 1));
                var costs = (rows - rows.gather(1, y) + margin).clamp(min: (Scalar)0.0);
                if (p == 2) costs = costs * costs;
                if (weight is not null) costs = costs * weight.index_select(0, y.reshape(-1)).unsqueeze(1);
                var others = ones_like(costs).scatter(1, y, zeros_like(y).to(costs.dtype));
                var losses = (costs * others).sum(1L) / rows.Shape_[1];
                return Reduce(reduction == Reduction.None ? losses.reshape(target.Shape_) : losses, reduction);
            }

            /// <summary>Σ max(0, 1 − (x_y − x_i)) / C over the targets y and the classes i that are none.</summary>
            /// <param name="input">x, [N, C] or [C].</param>
            /// <param name="target">Int64 of the same shape: the classes wanted, up to the first −1.</param>
            /// <param name="reduction">How the rows become one.</param>
            /// <exception cref="ArgumentException">The shapes differ, or a target is out of range.</exception>
            public static Tensor multi_label_margin_loss(
                Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                if (!Shapes.Same(input.Shape_, target.Shape_) || input.ndim is not (1 or 2))
                    throw new ArgumentException($"inconsistent target size: {Shapes.Text(target.Shape_)} for input " +
                        $"of size: {Shapes.Text(input.Shape_)}");
                var C = (int)input.Shape_[^1];
                var rows = input.reshape(-1, C);
                var wanted = Wanted(target.to(ScalarType.Int64).AsContiguous().Elements<long>(), C).to(rows.dtype);
                var pairs = (rows.unsqueeze(1) - rows.unsqueeze(2) + 1).clamp(min: (Scalar)0.0);  // [N, y, i]
                var counts = wanted.unsqueeze(2) * (wanted.neg() + 1).unsqueeze(1);
                var losses = (pairs * counts).sum([1, 2]) / C;
                return Reduce(input.ndim == 1 ? losses.squeeze(0) : losses, reduction);
            }

            // [N, C]: how often each class is wanted.
            private static Tensor Wanted(ReadOnlySpan<long> targets, int classes)
            {
                var wanted = new double[targets.Length];
                for (var row = 0; row < targets.Length; row += classes)
                {
                    for (var j = 0; j < classes && targets[row + j] != -1; j++)
                    {
                        var y = targets[row + j];
                        if (y < -1 || y >= classes)
                            throw new ArgumentException($"target {y} is out of range: expected [-1, {classes})");
                        wanted[row + (int)y] = 1;
                    }
                }
                return Tensor.Wrap(wanted, [targets.Length / Math.Max(1, classes), classes]);
            }

            /// <summary>The binary cross-entropy of sigmoid(x), meant over the classes.</summary>
            /// <param name="input">x, [..., C].</param>
            /// <param name="target">0 or 1, of the same shape.</param>
            /// <param name="weight">[C], the weight of each class, or null for 1.</param>
            /// <param name="reduction">How the rows become one.</param>
            public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null,
                Reduction reduction = Reduction.Mean)
            {
                var losses = (target * input.log_sigmoid() + (target.neg() + 1) * input.neg().log_sigmoid()).neg();
                if (weight is not null) losses = losses * weight;
                return Reduce(losses.sum(-1L) / input.Shape_[^1], reduction);
            }

            /// <summary>max(0, d(a, p) − d(a, n) + margin), with any distance d.</summary>
            /// <param name="anchor">a, [N, ...].</param>
            /// <param name="positive">p, of the same shape.</param>
            /// <param name="negative">n, of the same shape.</param>
            /// <param name="distance">d; <see cref="pairwise_distance"/> if null.</param>
            /// <param name="margin">How much nearer the positive is to be.</param>
            /// <param name="swap">Whether d(p, n) stands in for d(a, n) where it is smaller.</param>
            /// <param name="reduction">How the rows become one.</param>
            /// <remarks>Balntas et al., 2016, "Learning local feature descriptors with triplets".</remarks>
            public static Tensor triplet_margin_with_distance_loss(Tensor anchor, Tensor positive, Tensor negative,
                Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false,
                Reduction reduction = Reduction.Mean)
            {
                distance ??= (x, y) => pairwise_distance(x, y);
                var far = distance(anchor, negative);
                if (swap) far = far.minimum(distance(positive, negative));
                return Reduce((distance(anchor, positive) - far + margin).clamp(min: (Scalar)0.0), reduction);
            }

            /// <summary>−log of the Poisson density, but for a constant: exp(x) − t·x.</summary>
            /// <param name="input">x, the logarithm of the rate; or the rate.</param>
            /// <param name="target">t, counts.</param>
            /// <param name="log_input">Whether x is the logarithm; else the loss is x − t·log(x + eps).</param>
            /// <param name="full">Whether Stirling's t·log t − t + log(2πt) / 2 is added where t is above 1.</param>
            /// <param name="eps">Keeps the logarithm finite.</param>
            /// <param name="reduction">How the elements become one.</param>
            public static Tensor poisson_nll_loss(Tensor input, Tensor target, bool log_input = true,
                bool full = false, float eps = 1E-08f, Reduction reduction = Reduction.Mean)
            {
                var losses = log_input ? input.exp() - target * input : input - target * (input + eps).log();
                if (full)
                {
                    var many = target.gt(1);
                    var t = where(many, target, ones_like(target));
                    var stirling = t * t.log() - t + (t * (2 * Math.PI)).log() * 0.5;
                    losses = losses + stirling.masked_fill(many.logical_not(), 0);
                }
                return Reduce(losses, reduction);
            }

            /// <summary>−log of the normal density, but for a constant: (log v + (x − t)² / v) / 2.</summary>
            /// <param name="input">x, the means.</param>
            /// <param name="target">t, of the same shape.</param>
            /// <param name="variance">v, of the same shape, or with one for each row.</param>
            /// <param name="full">Whether log(2π) / 2 is added.</param>
            /// <param name="eps">The least variance.</param>
            /// <param name="reduction">How the elements become one.</param>
            /// <exception cref="ArgumentException">A variance is negative, or its shape does not fit.</exception>
            /// <remarks>Nix and Weigend, 1994: https://doi.org/10.1109/ICNN.1994.374138</remarks>
            public static Tensor gaussian_nll_loss(Tensor input, Tensor target, Tensor variance, bool full = false,
                float eps = 1E-06f, Reduction reduction = Reduction.Mean)
            {
                var rows = input.ndim == 0 ? [] : input.Shape_[..^1];
                if (!Shapes.Same(variance.Shape_, input.Shape_))
                {
                    if (Shapes.Same(variance.Shape_, rows)) variance = variance.unsqueeze(-1);
                    else if (!Shapes.Same(variance.Shape_, [.. rows, 1]))
                        throw new ArgumentException($"var is of incorrect size: got {Shapes.Text(variance.Shape_)} " +
                            $"for input {Shapes.Text(input.Shape_)}");
                }
                if (variance.lt(0).any().item<bool>()) throw new ArgumentException("var has negative entry/entries");
                // The gradient goes through the bound, as in PyTorch.
                var v = variance + (variance.detach().clamp(min: (Scalar)(double)eps) - variance.detach());
                var losses = (v.log() + (input - target).square() / v) * 0.5;
                return Reduce(full ? losses + 0.5 * Math.Log(2 * Math.PI) : losses, reduction);
            }
        }
    }
}
