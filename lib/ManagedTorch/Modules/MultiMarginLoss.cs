using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>By how much the target class is above the others.</summary>
    public sealed class MultiMarginLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>The loss with its options.</summary>
        public MultiMarginLoss(
            int p = 1, double margin = 1.0, Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) :
            base(weight, reduction)
        {
            this.p = p;
            this.margin = margin;
        }

        /// <summary>The exponent.</summary>
        public int p { get; }

        /// <summary>By how much it is to be.</summary>
        public double margin { get; }

        /// <inheritdoc cref="nn.functional.multi_margin_loss"/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.multi_margin_loss(input, target, p, margin, weight, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.MultiMarginLoss"/>
            public static MultiMarginLoss MultiMarginLoss(
                int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                new(p, margin, weight, reduction);
        }
    }
}
