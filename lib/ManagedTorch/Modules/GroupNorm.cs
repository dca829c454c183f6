using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Groups of channels of each image scaled to mean 0 and variance 1.</summary>
    /// <remarks>Wu and He, 2018: https://arxiv.org/abs/1803.08494</remarks>
    public sealed class GroupNorm : nn.Module<Tensor, Tensor>
    {
        private Parameter? _weight;
        private Parameter? _bias;

        internal GroupNorm(long groups, double eps, Parameter? weight, Parameter? bias) : base(nameof(GroupNorm))
        {
            (num_groups, this.eps, affine) = (groups, eps, weight is not null);
            this.weight = weight;
            this.bias = bias;
        }

        /// <summary>How many groups of neighbouring channels there are.</summary>
        public long num_groups { get; set; }

        /// <summary>Added to the variance.</summary>
        public double eps { get; set; }

        /// <summary>Whether there are a weight and a bias.</summary>
        public bool affine { get; set; }

        /// <summary>The factor, [C], or null.</summary>
        public Parameter? weight
        {
            get => _weight;
            set => ConditionallyRegisterParameter("weight", _weight = value);
        }

        /// <summary>The summand, [C], or null.</summary>
        public Parameter? bias
        {
            get => _bias;
            set => ConditionallyRegisterParameter("bias", _bias = value);
        }

        /// <inheritdoc cref="nn.functional.group_norm"/>
        /// <param name="tensor">x, [N, C] or [N, C, ...].</param>
        public override Tensor forward(Tensor tensor) =>
            nn.functional.group_norm(tensor, num_groups, _weight, _bias, eps);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// Group normalisation. The weight begins as 1 and the bias as 0, which TorchSharp 0.107 leaves to chance.
            /// </summary>
            /// <param name="num_groups">How many groups of neighbouring channels.</param>
            /// <param name="num_channels">C, a multiple of the groups.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="affine">Whether there are a weight and a bias.</param>
            /// <param name="device">The CPU.</param>
            /// <param name="dtype">The element type; Float32 if null.</param>
            /// <exception cref="ArgumentException">The channels cannot be divided into the groups.</exception>
            public static GroupNorm GroupNorm(long num_groups, long num_channels, double eps = 1E-05,
                bool affine = true, Device? device = null, ScalarType? dtype = null)
            {
                if (num_groups < 1 || num_channels % num_groups != 0)
                    throw new ArgumentException(
                        $"num_channels must be divisible by num_groups: got {num_channels} and {num_groups}");
                Tensor Empty() => Uninitialised([num_channels], device, dtype);
                return affine
                    ? new GroupNorm(num_groups, eps, Parameter(init.ones_(Empty())), Parameter(init.zeros_(Empty())))
                    : new GroupNorm(num_groups, eps, null, null);
            }
        }
    }
}
