using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The p-th root of the sum of the p-th powers of each window of the last dimension.</summary>
    public sealed class LPPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal LPPool1d(double norm_type, long kernel_size, long? stride, bool ceil_mode) : base(nameof(LPPool1d)) =>
            (this.norm_type, this.kernel_size, this.stride, this.ceil_mode) =
            (norm_type, kernel_size, stride, ceil_mode);

        /// <summary>p.</summary>
        public double norm_type { get; set; }

        /// <summary>Places of a window.</summary>
        public long kernel_size { get; set; }

        /// <summary>From one window to the next; null for the window's size.</summary>
        public long? stride { get; set; }

        /// <summary>Whether a last window that is partly outside counts.</summary>
        public bool ceil_mode { get; set; }

        /// <inheritdoc cref="nn.functional.lp_pool1d"/>
        public override Tensor forward(Tensor input) =>
            nn.functional.lp_pool1d(input, norm_type, kernel_size, stride, ceil_mode);
    }

    /// <summary>The p-th root of the sum of the p-th powers of each window of the last two dimensions.</summary>
    public sealed class LPPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal LPPool2d(double norm_type, long[] kernel_size, long[]? stride, bool ceil_mode) :
            base(nameof(LPPool2d)) => (this.norm_type, this.kernel_size, this.stride, this.ceil_mode) =
            (norm_type, kernel_size, stride, ceil_mode);

        /// <summary>p.</summary>
        public double norm_type { get; set; }

        /// <summary>Places of a window.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>From one window to the next; null for the window's size.</summary>
        public long[]? stride { get; set; }

        /// <summary>Whether last windows that are partly outside count.</summary>
        public bool ceil_mode { get; set; }

        /// <inheritdoc cref="nn.functional.lp_pool2d(Tensor, double, long[], long[], bool)"/>
        public override Tensor forward(Tensor input) =>
            nn.functional.lp_pool2d(input, norm_type, kernel_size, stride, ceil_mode);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.LPPool1d"/>
            public static LPPool1d LPPool1d(
                double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                new(norm_type, kernel_size, stride, ceil_mode);

            /// <inheritdoc cref="Modules.LPPool2d"/>
            public static LPPool2d LPPool2d(
                double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false) =>
                new(norm_type, kernel_size, stride, ceil_mode);

            /// <inheritdoc cref="Modules.LPPool2d"/>
            public static LPPool2d LPPool2d(
                double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                new(norm_type, [kernel_size], functional.One(stride), ceil_mode);
        }
    }
}
