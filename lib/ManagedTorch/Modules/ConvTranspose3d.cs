using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// A transposed convolution over three dimensions: functional.conv_transpose3d says what it computes.
    /// </summary>
    public sealed class ConvTranspose3d : ConvolutionTranspose
    {
        internal ConvTranspose3d(long in_channels, long out_channels, long[] kernel_size, long[] stride,
            long[] padding, long[] output_padding, long[] dilation, PaddingModes padding_mode, long groups, bool bias,
            Device? device, ScalarType? dtype)
            : base(nameof(ConvTranspose3d), in_channels, out_channels, kernel_size, stride, padding, null, dilation,
                true, output_padding, groups, bias, padding_mode, device, dtype)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, long[] output_size) => Sized(input, output_size);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A transposed convolution over three dimensions, with parameters drawn as those of a convolution.
            /// </summary>
            /// <param name="in_channels">Channels of the input.</param>
            /// <param name="out_channels">Channels of the output.</param>
            /// <param name="kernel_size">The size of the kernel.</param>
            /// <param name="stride">Its step.</param>
            /// <param name="padding">Places left out at both ends of the output.</param>
            /// <param name="output_padding">Places added after the output.</param>
            /// <param name="dilation">The distance of the kernel's elements.</param>
            /// <param name="padding_mode">Zeros.</param>
            /// <param name="groups">Parts of the channels that are convolved by themselves.</param>
            /// <param name="bias">Whether there is a bias.</param>
            /// <param name="device">The CPU.</param>
            /// <param name="dtype">The element type; Float32 if null.</param>
            /// <exception cref="ArgumentException">
            /// The groups do not divide the channels, or a padding mode other than Zeros.
            /// </exception>
            public static ConvTranspose3d ConvTranspose3d(long in_channels, long out_channels, long kernel_size,
                long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, Cube(kernel_size), Cube(stride), Cube(padding),
                    Cube(output_padding), Cube(dilation), padding_mode, groups, bias, device, dtype);

            /// <inheritdoc cref="Modules.ConvTranspose3d"/>
            public static ConvTranspose3d ConvTranspose3d(long in_channels, long out_channels,
                (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null,
                (long, long, long)? output_padding = null, (long, long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, Each(kernel_size, 1), Each(stride, 1), Each(padding, 0),
                    Each(output_padding, 0), Each(dilation, 1), padding_mode, groups, bias, device, dtype);
        }
    }
}
