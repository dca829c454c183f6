using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The means of a given number of windows of the last dimension.</summary>
    public sealed class AdaptiveAvgPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveAvgPool1d(long output_size) : base(nameof(AdaptiveAvgPool1d)) =>
            this.output_size = output_size;

        /// <summary>The number of windows.</summary>
        public long output_size { get; set; }

        /// <inheritdoc cref="nn.functional.adaptive_avg_pool1d"/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool1d(input, output_size);
    }

    /// <summary>The means of a given number of windows of the last two dimensions.</summary>
    public sealed class AdaptiveAvgPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveAvgPool2d(long[] output_size) : base(nameof(AdaptiveAvgPool2d)) =>
            this.output_size = output_size;

        /// <summary>The number of windows of each dimension; −1 keeps a size.</summary>
        public long[] output_size { get; set; }

        /// <inheritdoc cref="nn.functional.adaptive_avg_pool2d(Tensor, long[])"/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool2d(input, output_size);
    }

    /// <summary>The means of a given number of windows of the last three dimensions.</summary>
    public sealed class AdaptiveAvgPool3d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveAvgPool3d(long[] output_size) : base(nameof(AdaptiveAvgPool3d)) =>
            this.output_size = output_size;

        /// <summary>The number of windows of each dimension; −1 keeps a size.</summary>
        public long[] output_size { get; set; }

        /// <inheritdoc cref="nn.functional.adaptive_avg_pool3d(Tensor, long[])"/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool3d(input, output_size);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.AdaptiveAvgPool1d"/>
            public static AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) => new(output_size);

            /// <inheritdoc cref="Modules.AdaptiveAvgPool2d"/>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

            /// <inheritdoc cref="Modules.AdaptiveAvgPool2d"/>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new([output_size]);

            /// <inheritdoc cref="Modules.AdaptiveAvgPool2d"/>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) =>
                new(functional.Two(output_size));

            /// <inheritdoc cref="Modules.AdaptiveAvgPool3d"/>
            public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long[] output_size) => new(output_size);

            /// <inheritdoc cref="Modules.AdaptiveAvgPool3d"/>
            public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long output_size) => new([output_size]);

            /// <inheritdoc cref="Modules.AdaptiveAvgPool3d"/>
            public static AdaptiveAvgPool3d AdaptiveAvgPool3d((long, long, long) output_size) =>
                new(functional.Three(output_size));
        }
    }
}
