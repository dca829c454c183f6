using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A convolution over three dimensions: functional.conv3d says what it computes.</summary>
    public sealed class Conv3d : Convolution
    {
        internal Conv3d(long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding,
            Padding? padding_type, long[] dilation, PaddingModes padding_mode, long groups, bool bias, Device? device,
            ScalarType? dtype)
            : base(nameof(Conv3d), in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation,
                false, [0, 0, 0], groups, bias, padding_mode, device, dtype)
        {
        }

        /// <summary>The convolution with the module's weight and bias.</summary>
        /// <param name="input">[N, C, D, H, W] or [C, D, H, W].</param>
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
            /// A convolution over three dimensions, with parameters drawn uniform over ±1/√(elements of a kernel).
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
            public static Conv3d Conv3d(long in_channels, long out_channels, long kernel_size,
                long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, Cube(kernel_size), Cube(stride), Cube(padding), null, Cube(dilation),
                    padding_mode, groups, bias, device, dtype);

            /// <inheritdoc cref="Modules.Conv3d"/>
            public static Conv3d Conv3d(long in_channels, long out_channels, long kernel_size,
                Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, Cube(kernel_size), Cube(stride), [0, 0, 0], padding, Cube(dilation),
                    padding_mode, groups, bias, device, dtype);

            /// <inheritdoc cref="Modules.Conv3d"/>
            public static Conv3d Conv3d(long in_channels, long out_channels, (long, long, long) kernel_size,
                (long, long, long)? stride = null, (long, long, long)? padding = null,
                (long, long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, Each(kernel_size, 1), Each(stride, 1), Each(padding, 0), null,
                    Each(dilation, 1),
                    padding_mode, groups, bias, device, dtype);

            /// <inheritdoc cref="Modules.Conv3d"/>
            public static Conv3d Conv3d(long in_channels, long out_channels, (long, long, long) kernel_size,
                Padding padding, (long, long, long)? stride = null,
                (long, long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, Each(kernel_size, 1), Each(stride, 1), [0, 0, 0], padding,
                    Each(dilation, 1),
                    padding_mode, groups, bias, device, dtype);

            internal static long[] Each((long, long, long)? triple, long otherwise) =>
                triple is { } t ? [t.Item1, t.Item2, t.Item3] : Cube(otherwise);

            internal static long[] Cube(long n) => [n, n, n];
        }
    }
}
