using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The way back of <see cref="MaxPool1d"/>: maxima at their places, 0 elsewhere.</summary>
    public sealed class MaxUnpool1d : ParameterLessModule<Tensor, Tensor, long[], Tensor>
    {
        internal MaxUnpool1d(long kernel_size, long? stride, long? padding) : base(nameof(MaxUnpool1d)) =>
            (this.kernel_size, this.stride, this.padding) = (kernel_size, stride, padding);

        /// <summary>Places of a window.</summary>
        public long kernel_size { get; set; }

        /// <summary>From one window to the next; null for the window's size.</summary>
        public long? stride { get; set; }

        /// <summary>Places at each border that belong to no element.</summary>
        public long? padding { get; set; }

        /// <inheritdoc cref="nn.functional.max_unpool1d"/>
        public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) =>
            nn.functional.max_unpool1d(tensor, indices, kernel_size, stride, padding, output_size);

        /// <inheritdoc cref="nn.functional.max_unpool1d"/>
        public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) =>
            base.call(tensor, indices, output_size!);
    }

    /// <summary>The way back of <see cref="MaxPool2d"/>: maxima at their places, 0 elsewhere.</summary>
    public sealed class MaxUnpool2d : ParameterLessModule<Tensor, Tensor, long[], Tensor>
    {
        internal MaxUnpool2d(long[] kernel_size, long[]? stride, long[]? padding) : base(nameof(MaxUnpool2d)) =>
            (this.kernel_size, this.stride, this.padding) = (kernel_size, stride, padding);

        /// <summary>Places of a window.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>From one window to the next; null for the window's size.</summary>
        public long[]? stride { get; set; }

        /// <summary>Places at each border that belong to no element.</summary>
        public long[]? padding { get; set; }

        /// <inheritdoc cref="nn.functional.max_unpool2d"/>
        public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) =>
            nn.functional.max_unpool2d(tensor, indices, kernel_size, stride, padding, output_size);

        /// <inheritdoc cref="nn.functional.max_unpool2d"/>
        public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) =>
            base.call(tensor, indices, output_size!);
    }

    /// <summary>The way back of <see cref="MaxPool3d"/>: maxima at their places, 0 elsewhere.</summary>
    public sealed class MaxUnpool3d : ParameterLessModule<Tensor, Tensor, long[], Tensor>
    {
        internal MaxUnpool3d(long[] kernel_size, long[]? stride, long[]? padding) : base(nameof(MaxUnpool3d)) =>
            (this.kernel_size, this.stride, this.padding) = (kernel_size, stride, padding);

        /// <summary>Places of a window.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>From one window to the next; null for the window's size.</summary>
        public long[]? stride { get; set; }

        /// <summary>Places at each border that belong to no element.</summary>
        public long[]? padding { get; set; }

        /// <inheritdoc cref="nn.functional.max_unpool3d"/>
        public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) =>
            nn.functional.max_unpool3d(tensor, indices, kernel_size, stride, padding, output_size);

        /// <inheritdoc cref="nn.functional.max_unpool3d"/>
        public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) =>
            base.call(tensor, indices, output_size!);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.MaxUnpool1d"/>
            public static MaxUnpool1d MaxUnpool1d(long kernel_size, long? stride = null, long? padding = null) =>
                new(kernel_size, stride, padding);

            /// <inheritdoc cref="Modules.MaxUnpool2d"/>
            public static MaxUnpool2d MaxUnpool2d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null) =>
                new(kernel_size, stride, padding);

            /// <inheritdoc cref="Modules.MaxUnpool2d"/>
            public static MaxUnpool2d MaxUnpool2d(long kernel_size, long? stride = null, long? padding = null) =>
                new([kernel_size], functional.One(stride), functional.One(padding));

            /// <inheritdoc cref="Modules.MaxUnpool2d"/>
            public static MaxUnpool2d MaxUnpool2d(
                (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null) =>
                new(functional.Two(kernel_size), functional.Two(stride), functional.Two(padding));

            /// <inheritdoc cref="Modules.MaxUnpool3d"/>
            public static MaxUnpool3d MaxUnpool3d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null) =>
                new(kernel_size, stride, padding);

            /// <inheritdoc cref="Modules.MaxUnpool3d"/>
            public static MaxUnpool3d MaxUnpool3d(long kernel_size, long? stride = null, long? padding = null) =>
                new([kernel_size], functional.One(stride), functional.One(padding));

            /// <inheritdoc cref="Modules.MaxUnpool3d"/>
            public static MaxUnpool3d MaxUnpool3d((long, long, long) kernel_size,
                (long, long, long)? stride = null, (long, long, long)? padding = null) =>
                new(functional.Three(kernel_size), functional.Three(stride), functional.Three(padding));
        }
    }
}
