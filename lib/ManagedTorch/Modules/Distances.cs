using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The cosine of the angle between two inputs along a dimension.</summary>
    public sealed class CosineSimilarity : ParameterLessModule<Tensor, Tensor, Tensor>
    {
        internal CosineSimilarity(long dim, double eps) : base(nameof(CosineSimilarity)) =>
            (this.dim, this.eps) = (dim, eps);

        /// <summary>The dimension.</summary>
        public long dim { get; set; }

        /// <summary>The least length that is divided by.</summary>
        public double eps { get; set; }

        /// <inheritdoc cref="nn.functional.cosine_similarity"/>
        public override Tensor forward(Tensor input1, Tensor input2) =>
            nn.functional.cosine_similarity(input1, input2, dim, eps);
    }

    /// <summary>The distance between the rows of two inputs.</summary>
    public sealed class PairwiseDistance : ParameterLessModule<Tensor, Tensor, Tensor>
    {
        internal PairwiseDistance(double p, double eps, bool keepdim) : base(nameof(PairwiseDistance)) =>
            (norm, this.eps, this.keepdim) = (p, eps, keepdim);

        /// <summary>The degree of the norm.</summary>
        public double norm { get; set; }

        /// <summary>Added to each difference.</summary>
        public double eps { get; set; }

        /// <summary>Whether the last dimension stays, with size 1.</summary>
        public bool keepdim { get; set; }

        /// <inheritdoc cref="nn.functional.pairwise_distance"/>
        public override Tensor forward(Tensor input1, Tensor input2) =>
            nn.functional.pairwise_distance(input1, input2, norm, eps, keepdim);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.CosineSimilarity"/>
            public static CosineSimilarity CosineSimilarity(long dim = 1, double eps = 1E-08) => new(dim, eps);

            /// <inheritdoc cref="Modules.PairwiseDistance"/>
            public static PairwiseDistance PairwiseDistance(
                double p = 2.0, double eps = 1E-06, bool keepdim = false) => new(p, eps, keepdim);

            public static partial class functional
            {
                /// <summary>‖x₁ − x₂ + eps‖_p over the last dimension.</summary>
                /// <param name="input1">x₁, [..., width].</param>
                /// <param name="input2">x₂, of a shape that broadcasts with it.</param>
                /// <param name="p">The degree of the norm.</param>
                /// <param name="eps">Added to each difference.</param>
                /// <param name="keepdim">Whether the last dimension stays, with size 1.</param>
                public static Tensor pairwise_distance(
                    Tensor input1, Tensor input2, double p = 2.0, double eps = 1E-06, bool keepdim = false) =>
                    (input1 - input2 + eps).norm(-1, keepdim, (float)p);
            }
        }
    }
}
