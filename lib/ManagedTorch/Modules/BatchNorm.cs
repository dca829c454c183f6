using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// Each channel scaled to mean 0 and variance 1 over the batch, then by a learned weight and bias.
    /// </summary>
    /// <remarks>
    /// Outside training the running mean and variance are used, if there are any. Ioffe and Szegedy, 2015:
    /// https://arxiv.org/abs/1502.03167
    /// </remarks>
    public abstract class BatchNorm : NormBase
    {
        /// <inheritdoc/>
        public BatchNorm(long num_features, double eps, double momentum, bool affine, bool track_running_stats,
            Device? device, ScalarType? dtype, string name) :
            base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
        {
        }

        /// <inheritdoc cref="nn.functional.batch_norm"/>
        public override Tensor forward(Tensor input)
        {
            ValidateInputDimensions(input);
            var follows = training && track_running_stats && num_batches_tracked is not null;
            if (follows)
            {
                using var _ = no_grad();
                num_batches_tracked!.add_(1);
            }
            var factor = momentum ?? (follows ? 1.0 / num_batches_tracked!.item<long>() : 0);
            var measures = training || (running_mean is null && running_var is null);
            var keeps = !training || track_running_stats;
            return nn.functional.batch_norm(input, keeps ? running_mean : null, keeps ? running_var : null, weight,
                bias, measures, factor, eps);
        }
    }

    /// <summary>Batch normalisation of [N, C, L] or [N, C].</summary>
    public sealed class BatchNorm1d : BatchNorm
    {
        internal BatchNorm1d(long num_features, double eps, double momentum, bool affine, bool track_running_stats,
            Device? device, ScalarType? dtype) :
            base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm1d))
        {
        }

        /// <inheritdoc/>
        protected override void ValidateInputDimensions(Tensor input) => Expect(input, 2, 3);
    }

    /// <summary>Batch normalisation of [N, C, H, W].</summary>
    public sealed class BatchNorm2d : BatchNorm
    {
        internal BatchNorm2d(long num_features, double eps, double momentum, bool affine, bool track_running_stats,
            Device? device, ScalarType? dtype) :
            base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm2d))
        {
        }

        /// <inheritdoc/>
        protected override void ValidateInputDimensions(Tensor input) => Expect(input, 4, 4);
    }

    /// <summary>Batch normalisation of [N, C, D, H, W].</summary>
    public sealed class BatchNorm3d : BatchNorm
    {
        internal BatchNorm3d(long num_features, double eps, double momentum, bool affine, bool track_running_stats,
            Device? device, ScalarType? dtype) :
            base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm3d))
        {
        }

        /// <inheritdoc/>
        protected override void ValidateInputDimensions(Tensor input) => Expect(input, 5, 5);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.BatchNorm1d"/>
            /// <inheritdoc cref="NormBase(long, double, double?, bool, bool, Device, ScalarType?, string)"
            /// path="/param"/>
            public static BatchNorm1d BatchNorm1d(
                long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = true,
                bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <inheritdoc cref="Modules.BatchNorm2d"/>
            /// <inheritdoc cref="NormBase(long, double, double?, bool, bool, Device, ScalarType?, string)"
            /// path="/param"/>
            public static BatchNorm2d BatchNorm2d(
                long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = true,
                bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <inheritdoc cref="Modules.BatchNorm3d"/>
            /// <inheritdoc cref="NormBase(long, double, double?, bool, bool, Device, ScalarType?, string)"
            /// path="/param"/>
            public static BatchNorm3d BatchNorm3d(
                long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = true,
                bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
