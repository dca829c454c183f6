using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>log(1 + exp(−t·x)).</summary>
    public sealed class SoftMarginLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>The loss with its options.</summary>
        public SoftMarginLoss(
            nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
        {
        }

        /// <inheritdoc cref="nn.functional.soft_margin_loss"/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.soft_margin_loss(input, target, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.SoftMarginLoss"/>
            public static SoftMarginLoss SoftMarginLoss(
                Reduction reduction = Reduction.Mean) =>
                new(reduction);
        }
    }
}
