using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>By how much wanted classes are above the others.</summary>
    public sealed class MultiLabelMarginLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>The loss with its options.</summary>
        public MultiLabelMarginLoss(
            nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
        {
        }

        /// <inheritdoc cref="nn.functional.multi_label_margin_loss"/>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.multi_label_margin_loss(input, target, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.MultiLabelMarginLoss"/>
            public static MultiLabelMarginLoss MultiLabelMarginLoss(
                Reduction reduction = Reduction.Mean) =>
                new(reduction);
        }
    }
}
