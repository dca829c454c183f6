using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The greatest of each of a given number of windows of the last dimension.</summary>
    public sealed class AdaptiveMaxPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveMaxPool1d(long output_size) : base(nameof(AdaptiveMaxPool1d)) =>
            this.output_size = output_size;

        /// <summary>The number of windows.</summary>
        public long output_size { get; set; }

        /// <inheritdoc cref="nn.functional.adaptive_max_pool1d"/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool1d(input, output_size);

        /// <inheritdoc cref="nn.functional.adaptive_max_pool1d_with_indices"/>
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            nn.functional.adaptive_max_pool1d_with_indices(input, output_size);
    }

    /// <summary>The greatest of each of a given number of windows of the last two dimensions.</summary>
    public sealed class AdaptiveMaxPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveMaxPool2d(long[] output_size) : base(nameof(AdaptiveMaxPool2d)) =>
            this.output_size = output_size;

        /// <summary>The number of windows of each dimension; −1 keeps a size.</summary>
        public long[] output_size { get; set; }

        /// <inheritdoc cref="nn.functional.adaptive_max_pool2d"/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool2d(input, output_size);

        /// <inheritdoc cref="nn.functional.adaptive_max_pool2d_with_indices"/>
        public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
            nn.functional.adaptive_max_pool2d_with_indices(input, output_size);
    }

    /// <summary>The greatest of each of a given number of windows of the last three dimensions.</summary>
    public sealed class AdaptiveMaxPool3d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveMaxPool3d(long[] output_size) : base(nameof(AdaptiveMaxPool3d)) =>
            this.output_size = output_size;

        /// <summary>The number of windows of each dimension; −1 keeps a size.</summary>
        public long[] output_size { get; set; }

        /// <inheritdoc cref="nn.functional.adaptive_max_pool3d"/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool3d(input, output_size);

        /// <inheritdoc cref="nn.functional.adaptive_max_pool3d_with_indices"/>
        public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
            nn.functional.adaptive_max_pool3d_with_indices(input, output_size);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.AdaptiveMaxPool1d"/>
            public static AdaptiveMaxPool1d AdaptiveMaxPool1d(long output_size) => new(output_size);

            /// <inheritdoc cref="Modules.AdaptiveMaxPool2d"/>
            public static AdaptiveMaxPool2d AdaptiveMaxPool2d(long[] output_size) => new(output_size);

            /// <inheritdoc cref="Modules.AdaptiveMaxPool3d"/>
            public static AdaptiveMaxPool3d AdaptiveMaxPool3d(long[] output_size) => new(output_size);
        }
    }
}
