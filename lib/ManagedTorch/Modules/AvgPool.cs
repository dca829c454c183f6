using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The mean of each window of the last dimension.</summary>
    public sealed class AvgPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal AvgPool1d(long kernel_size, long? stride, long? padding, bool ceil_mode, bool countPadding) :
            base(nameof(AvgPool1d))
        {
            (this.kernel_size, this.stride, this.padding) = (kernel_size, stride, padding);
            (this.ceil_mode, count_include_pad) = (ceil_mode, countPadding);
        }

        /// <summary>Places of a window.</summary>
        public long kernel_size { get; set; }

        /// <summary>From one window to the next; null for the window's size.</summary>
        public long? stride { get; set; }

        /// <summary>Places at each border that belong to no element.</summary>
        public long? padding { get; set; }

        /// <summary>Whether last windows that are partly outside count.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>Whether the mean counts the padding.</summary>
        public bool count_include_pad { get; set; }

        /// <inheritdoc cref="nn.functional.avg_pool1d"/>
        public override Tensor forward(Tensor input) => nn.functional.avg_pool1d(
            input, kernel_size, stride, padding, ceil_mode, count_include_pad);
    }

    /// <summary>The mean of each window of the last two dimensions.</summary>
    public sealed class AvgPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AvgPool2d(long[] kernel_size, long[]? stride, long[]? padding, bool ceil_mode, bool countPadding,
            long? divisor) :
            base(nameof(AvgPool2d))
        {
            (this.kernel_size, this.stride, this.padding) = (kernel_size, stride, padding);
            (this.ceil_mode, count_include_pad, divisor_override) = (ceil_mode, countPadding, divisor);
        }

        /// <summary>Places of a window.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>From one window to the next; null for the window's size.</summary>
        public long[]? stride { get; set; }

        /// <summary>Places at each border that belong to no element.</summary>
        public long[]? padding { get; set; }

        /// <summary>Whether last windows that are partly outside count.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>Whether the mean counts the padding.</summary>
        public bool count_include_pad { get; set; }

        /// <summary>What each sum is divided by, or null for its window's size.</summary>
        public long? divisor_override { get; set; }

        /// <inheritdoc cref="nn.functional.avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
        public override Tensor forward(Tensor input) => nn.functional.avg_pool2d(
            input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
    }

    /// <summary>The mean of each window of the last three dimensions.</summary>
    public sealed class AvgPool3d : ParameterLessModule<Tensor, Tensor>
    {
        internal AvgPool3d(long[] kernel_size, long[]? stride, long[]? padding, bool ceil_mode, bool countPadding,
            long? divisor) :
            base(nameof(AvgPool3d))
        {
            (this.kernel_size, this.stride, this.padding) = (kernel_size, stride, padding);
            (this.ceil_mode, count_include_pad, divisor_override) = (ceil_mode, countPadding, divisor);
        }

        /// <summary>Places of a window.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>From one window to the next; null for the window's size.</summary>
        public long[]? stride { get; set; }

        /// <summary>Places at each border that belong to no element.</summary>
        public long[]? padding { get; set; }

        /// <summary>Whether last windows that are partly outside count.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>Whether the mean counts the padding.</summary>
        public bool count_include_pad { get; set; }

        /// <summary>What each sum is divided by, or null for its window's size.</summary>
        public long? divisor_override { get; set; }

        /// <inheritdoc cref="nn.functional.avg_pool3d"/>
        public override Tensor forward(Tensor input) => nn.functional.avg_pool3d(
            input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.AvgPool1d"/>
            public static AvgPool1d AvgPool1d(long kernel_size, long? stride = null, long padding = 0,
                bool ceil_mode = false, bool count_include_pad = true) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad);

            /// <inheritdoc cref="Modules.AvgPool2d"/>
            public static AvgPool2d AvgPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="Modules.AvgPool2d"/>
            public static AvgPool2d AvgPool2d(long kernel_size, long? stride = null, long? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                new([kernel_size], functional.One(stride), functional.One(padding), ceil_mode, count_include_pad,
                    divisor_override);

            /// <inheritdoc cref="Modules.AvgPool2d"/>
            public static AvgPool2d AvgPool2d((long, long) kernel_size, (long, long)? stride = null,
                (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) => new(functional.Two(kernel_size), functional.Two(stride),
                functional.Two(padding), ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="Modules.AvgPool3d"/>
            public static AvgPool3d AvgPool3d(long[] kernel_size, long[]? stride = null, long[]? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="Modules.AvgPool3d"/>
            public static AvgPool3d AvgPool3d(long kernel_size, long? stride = null, long? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                new([kernel_size], functional.One(stride), functional.One(padding), ceil_mode, count_include_pad,
                    divisor_override);

            /// <inheritdoc cref="Modules.AvgPool3d"/>
            public static AvgPool3d AvgPool3d((long, long, long) kernel_size, (long, long, long)? stride = null,
                (long, long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) => new(functional.Three(kernel_size), functional.Three(stride),
                functional.Three(padding), ceil_mode, count_include_pad, divisor_override);
        }
    }
}
