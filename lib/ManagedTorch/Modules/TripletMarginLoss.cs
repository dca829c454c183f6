using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>max(0, ‖a − p‖ − ‖a − n‖ + margin).</summary>
    public sealed class TripletMarginLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        private readonly double _eps;
        private readonly bool _swap;

        internal TripletMarginLoss(
            double margin, long p, double eps, bool swap, nn.Reduction reduction) : base(reduction) =>
            (this.margin, this.p, _eps, _swap) = (margin, p, eps, swap);

        /// <summary>How much nearer the positive is to be.</summary>
        public double margin { get; }

        /// <summary>The degree of the norm.</summary>
        public long p { get; }

        /// <inheritdoc cref="nn.functional.triplet_margin_loss"/>
        public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
            nn.functional.triplet_margin_loss(anchor, positive, negative, margin, p, _eps, _swap, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="functional.triplet_margin_loss"/>
            public static TripletMarginLoss TripletMarginLoss(double margin = 1.0, long p = 2, double eps = 1E-06,
                bool swap = false, Reduction reduction = Reduction.Mean) => new(margin, p, eps, swap, reduction);
        }
    }
}
