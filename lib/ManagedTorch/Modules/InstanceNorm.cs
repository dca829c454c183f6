using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Each channel of each image scaled to mean 0 and variance 1.</summary>
    /// <remarks>Ulyanov, Vedaldi and Lempitsky, 2016: https://arxiv.org/abs/1607.08022</remarks>
    public abstract class InstanceNorm : NormBase
    {
        /// <inheritdoc/>
        public InstanceNorm(long num_features, double eps, double? momentum, bool affine, bool track_running_stats,
            Device? device, ScalarType? dtype, string name) :
            base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
        {
        }

        /// <summary>The number of dimensions of one image without a batch.</summary>
        protected abstract long GetNumberOfBatchDimensions();

        /// <inheritdoc cref="nn.functional.instance_norm"/>
        public override Tensor forward(Tensor input)
        {
            ValidateInputDimensions(input);
            var measures = training || !track_running_stats;
            if (input.ndim != GetNumberOfBatchDimensions()) return Of(input);
            return Of(input.unsqueeze(0)).squeeze(0);

            Tensor Of(Tensor batch) => nn.functional.instance_norm(
                batch, running_mean, running_var, weight, bias, measures, momentum ?? 0, eps);
        }
    }

    /// <summary>Instance normalisation of [N, C, L] or without N.</summary>
    public sealed class InstanceNorm1d : InstanceNorm
    {
        internal InstanceNorm1d(long num_features, double eps, double momentum, bool affine, bool track_running_stats,
            Device? device, ScalarType? dtype) :
            base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm1d))
        {
        }

        /// <inheritdoc/>
        protected override void ValidateInputDimensions(Tensor input) => Expect(input, 2, 3);

        /// <inheritdoc/>
        protected override long GetNumberOfBatchDimensions() => 2;
    }

    /// <summary>Instance normalisation of [N, C, H, W] or without N.</summary>
    public sealed class InstanceNorm2d : InstanceNorm
    {
        internal InstanceNorm2d(long num_features, double eps, double momentum, bool affine, bool track_running_stats,
            Device? device, ScalarType? dtype) :
            base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm2d))
        {
        }

        /// <inheritdoc/>
        protected override void ValidateInputDimensions(Tensor input) => Expect(input, 3, 4);

        /// <inheritdoc/>
        protected override long GetNumberOfBatchDimensions() => 3;
    }

    /// <summary>Instance normalisation of [N, C, D, H, W] or without N.</summary>
    public sealed class InstanceNorm3d : InstanceNorm
    {
        internal InstanceNorm3d(long num_features, double eps, double momentum, bool affine, bool track_running_stats,
            Device? device, ScalarType? dtype) :
            base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm3d))
        {
        }

        /// <inheritdoc/>
        protected override void ValidateInputDimensions(Tensor input) => Expect(input, 4, 5);

        /// <inheritdoc/>
        protected override long GetNumberOfBatchDimensions() => 4;
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.InstanceNorm1d"/>
            /// <inheritdoc cref="NormBase(long, double, double?, bool, bool, Device, ScalarType?, string)"
            /// path="/param"/>
            public static InstanceNorm1d InstanceNorm1d(
                long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = false,
                bool track_running_stats = false, Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <inheritdoc cref="Modules.InstanceNorm2d"/>
            /// <inheritdoc cref="NormBase(long, double, double?, bool, bool, Device, ScalarType?, string)"
            /// path="/param"/>
            public static InstanceNorm2d InstanceNorm2d(
                long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = false,
                bool track_running_stats = false, Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <inheritdoc cref="Modules.InstanceNorm3d"/>
            /// <inheritdoc cref="NormBase(long, double, double?, bool, bool, Device, ScalarType?, string)"
            /// path="/param"/>
            public static InstanceNorm3d InstanceNorm3d(
                long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = false,
                bool track_running_stats = false, Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
