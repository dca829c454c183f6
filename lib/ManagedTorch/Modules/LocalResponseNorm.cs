using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Each element divided by a power of what neighbouring channels hold at its place.</summary>
    /// <remarks>Krizhevsky, Sutskever and Hinton, 2012, section 3.3.</remarks>
    public sealed class LocalResponseNorm : ParameterLessModule<Tensor, Tensor>
    {
        internal LocalResponseNorm(long size, double alpha, double beta, double k) :
            base(nameof(LocalResponseNorm)) =>
            (this.size, this.alpha, this.beta, this.k) = (size, alpha, beta, k);

        /// <summary>How many channels count, the element's own in the middle.</summary>
        public long size { get; set; }

        /// <summary>The factor of their mean square.</summary>
        public double alpha { get; set; }

        /// <summary>The exponent.</summary>
        public double beta { get; set; }

        /// <summary>Added to the mean square.</summary>
        public double k { get; set; }

        /// <inheritdoc cref="nn.functional.local_response_norm"/>
        public override Tensor forward(Tensor input) =>
            nn.functional.local_response_norm(input, size, alpha, beta, k);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.LocalResponseNorm"/>
            /// <inheritdoc cref="functional.local_response_norm" path="/param"/>
            public static LocalResponseNorm LocalResponseNorm(
                long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0) => new(size, alpha, beta, k);

            public static partial class functional
            {
                /// <summary>x / (k + α · mean of x² over neighbouring channels)^β.</summary>
                /// <param name="input">x, [N, C, ...] of at least three dimensions.</param>
                /// <param name="size">How many channels count, the element's own in the middle.</param>
                /// <param name="alpha">α.</param>
                /// <param name="beta">β.</param>
                /// <param name="k">k.</param>
                /// <exception cref="ArgumentException">The input has fewer than three dimensions.</exception>
                /// <exception cref="ArgumentOutOfRangeException">The size is not positive.</exception>
                public static Tensor local_response_norm(
                    Tensor input, long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0)
                {
                    if (input.ndim < 3)
                        throw new ArgumentException("Expected 3D or higher dimensionality input (got " +
                            $"{input.ndim} dimensions)");
                    ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
                    var (images, channels) = (input.Shape_[0], input.Shape_[1]);
                    var squares = input.square().reshape(images, 1, channels, Shapes.Count(input.Shape_.AsSpan(2)));
                    var means = avg_pool2d(
                        pad(squares, (0, 0, size / 2, (size - 1) / 2)), [size, 1], [1, 1]).reshape(input.Shape_);
                    return input / (means * alpha + k).pow(beta);
                }
            }
        }
    }
}
