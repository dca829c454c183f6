using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A convolution over one dimension: functional.conv1d says what it computes.</summary>
    public sealed class Conv1d : Convolution
    {
        internal Conv1d(long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding,
            Padding? padding_type, long[] dilation, PaddingModes padding_mode, long groups, bool bias, Device? device,
            ScalarType? dtype)
            : base(nameof(Conv1d), in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation,
                false, [0], groups, bias, padding_mode, device, dtype)
        {
        }

        /// <summary>The convolution with the module's weight and bias.</summary>
        /// <param name="input">[N, C, W] or [C, W].</param>
        public override Tensor forward(Tensor input) => Convolve(input);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A convolution over one dimension, with parameters drawn uniform over ±1/√(elements of a kernel).
            /// </summary>
            /// <param name="in_channels">Channels of the input.</param>
            /// <param name="out_channels">Channels of the output.</param>
            /// <param name="kernel_size">The size of the kernel.</param>
            /// <param name="stride">Its step.</param>
            /// <param name="padding">Places added at both ends, or how much in words.</param>
            /// <param name="dilation">The distance of the kernel's elements.</param>
            /// <param name="padding_mode">What stands in the added places.</param>
            /// <param name="groups">Parts of the channels that are convolved by themselves.</param>
            /// <param name="bias">Whether there is a bias.</param>
            /// <param name="device">The CPU.</param>
            /// <param name="dtype">The element type; Float32 if null.</param>
            /// <exception cref="ArgumentException">
            /// The groups do not divide the channels, or Same comes with a stride.
            /// </exception>
            public static Conv1d Conv1d(long in_channels, long out_channels, long kernel_size,
                long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, [kernel_size], [stride], [padding], null, [dilation],
                    padding_mode, groups, bias, device, dtype);

            /// <inheritdoc cref="Modules.Conv1d"/>
            public static Conv1d Conv1d(long in_channels, long out_channels, long kernel_size,
                Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, [kernel_size], [stride], [0], padding, [dilation],
                    padding_mode, groups, bias, device, dtype);
        }
    }
}
