using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Whether the right one of two is the greater.</summary>
    public sealed class MarginRankingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        /// <summary>The loss with its options.</summary>
        public MarginRankingLoss(
            double margin = 0.0, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
        {
            this.margin = margin;
        }

        /// <summary>By how much it is to be.</summary>
        public double margin { get; }

        /// <inheritdoc cref="nn.functional.margin_ranking_loss"/>
        public override Tensor forward(Tensor input1, Tensor input2, Tensor target) =>
            nn.functional.margin_ranking_loss(input1, input2, target, margin, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.MarginRankingLoss"/>
            public static MarginRankingLoss MarginRankingLoss(
                double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                new(margin, reduction);
        }
    }
}
