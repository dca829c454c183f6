using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The greatest of each window of the last dimension.</summary>
    public sealed class MaxPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal MaxPool1d(long kernel_size, long? stride, long? padding, long? dilation, bool ceil_mode) :
            base(nameof(MaxPool1d)) => (this.kernel_size, this.stride, this.padding, this.dilation, this.ceil_mode) =
            (kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>Places of a window.</summary>
        public long kernel_size { get; set; }

        /// <summary>From one window to the next; null for the window's size.</summary>
        public long? stride { get; set; }

        /// <summary>Places at each border that belong to no element.</summary>
        public long? padding { get; set; }

        /// <summary>From one place of a window to the next.</summary>
        public long? dilation { get; set; }

        /// <summary>Whether last windows that are partly outside count.</summary>
        public bool ceil_mode { get; set; }

        /// <inheritdoc cref="nn.functional.max_pool1d"/>
        public override Tensor forward(Tensor input) =>
            nn.functional.max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode);

        /// <inheritdoc cref="nn.functional.max_pool1d_with_indices"/>
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            nn.functional.max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
    }

    /// <summary>The greatest of each window of the last two dimensions.</summary>
    public sealed class MaxPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal MaxPool2d(long[] kernel_size, long[]? stride, long[]? padding, long[]? dilation, bool ceil_mode) :
            base(nameof(MaxPool2d)) => (this.kernel_size, this.stride, this.padding, this.dilation, this.ceil_mode) =
            (kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>Places of a window.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>From one window to the next; null for the window's size.</summary>
        public long[]? stride { get; set; }

        /// <summary>Places at each border that belong to no element.</summary>
        public long[]? padding { get; set; }

        /// <summary>From one place of a window to the next.</summary>
        public long[]? dilation { get; set; }

        /// <summary>Whether last windows that are partly outside count.</summary>
        public bool ceil_mode { get; set; }

        /// <inheritdoc cref="nn.functional.max_pool2d(Tensor, long[], long[], long[], long[], bool)"/>
        public override Tensor forward(Tensor input) =>
            nn.functional.max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode);

        /// <inheritdoc cref="nn.functional.max_pool2d_with_indices"/>
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            nn.functional.max_pool2d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
    }

    /// <summary>The greatest of each window of the last three dimensions.</summary>
    public sealed class MaxPool3d : ParameterLessModule<Tensor, Tensor>
    {
        internal MaxPool3d(long[] kernel_size, long[]? stride, long[]? padding, long[]? dilation, bool ceil_mode) :
            base(nameof(MaxPool3d)) => (this.kernel_size, this.stride, this.padding, this.dilation, this.ceil_mode) =
            (kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>Places of a window.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>From one window to the next; null for the window's size.</summary>
        public long[]? stride { get; set; }

        /// <summary>Places at each border that belong to no element.</summary>
        public long[]? padding { get; set; }

        /// <summary>From one place of a window to the next.</summary>
        public long[]? dilation { get; set; }

        /// <summary>Whether last windows that are partly outside count.</summary>
        public bool ceil_mode { get; set; }

        /// <inheritdoc cref="nn.functional.max_pool3d"/>
        public override Tensor forward(Tensor input) =>
            nn.functional.max_pool3d(input, kernel_size, stride, padding, dilation, ceil_mode);

        /// <inheritdoc cref="nn.functional.max_pool3d_with_indices"/>
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            nn.functional.max_pool3d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.MaxPool1d"/>
            public static MaxPool1d MaxPool1d(long kernel_size, long? stride = null, long? padding = null,
                long? dilation = null, bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);

            /// <inheritdoc cref="Modules.MaxPool2d"/>
            public static MaxPool2d MaxPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null,
                long[]? dilation = null, bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);

            /// <inheritdoc cref="Modules.MaxPool2d"/>
            public static MaxPool2d MaxPool2d(long kernel_size, long? stride = null, long? padding = null,
                long? dilation = null, bool ceil_mode = false) => new([kernel_size], functional.One(stride),
                functional.One(padding), functional.One(dilation), ceil_mode);

            /// <inheritdoc cref="Modules.MaxPool2d"/>
            public static MaxPool2d MaxPool2d((long, long) kernel_size, (long, long)? stride = null,
                (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                new(functional.Two(kernel_size), functional.Two(stride), functional.Two(padding),
                    functional.Two(dilation), ceil_mode);

            /// <inheritdoc cref="Modules.MaxPool3d"/>
            public static MaxPool3d MaxPool3d(long[] kernel_size, long[]? stride = null, long[]? padding = null,
                long[]? dilation = null, bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);

            /// <inheritdoc cref="Modules.MaxPool3d"/>
            public static MaxPool3d MaxPool3d(long kernel_size, long? stride = null, long? padding = null,
                long? dilation = null, bool ceil_mode = false) => new([kernel_size], functional.One(stride),
                functional.One(padding), functional.One(dilation), ceil_mode);

            /// <inheritdoc cref="Modules.MaxPool3d"/>
            public static MaxPool3d MaxPool3d((long, long, long) kernel_size, (long, long, long)? stride = null,
                (long, long, long)? padding = null, (long, long, long)? dilation = null, bool ceil_mode = false) =>
                new(functional.Three(kernel_size), functional.Three(stride), functional.Three(padding),
                    functional.Three(dilation), ceil_mode);
        }
    }
}
