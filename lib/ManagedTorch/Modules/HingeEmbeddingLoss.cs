using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x where the target is 1, max(0, margin − x) where it is −1.</summary>
    public sealed class HingeEmbeddingLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>The loss with its options.</summary>
        internal HingeEmbeddingLoss(
            double margin = 1.0, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
            this.margin = margin;

        /// <summary>The margin.</summary>
        public double margin { get; }

        /// <inheritdoc cref="nn.functional.hinge_embedding_loss"/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.hinge_embedding_loss(input, target, margin, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.HingeEmbeddingLoss"/>
            public static HingeEmbeddingLoss HingeEmbeddingLoss(
                double margin = 1.0, Reduction reduction = Reduction.Mean) => new(margin, reduction);
        }
    }
}
