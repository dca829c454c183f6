using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The patches that a convolution reads, as columns.</summary>
            /// <param name="input">[N, C, H, W] or [C, H, W], of floating point.</param>
            /// <param name="kernel_size">Height and width of a patch.</param>
            /// <param name="dilation">The distance of a patch's elements; 1 if null.</param>
            /// <param name="padding">Zeros at both ends; 0 if null.</param>
            /// <param name="stride">From one patch to the next; 1 if null.</param>
            /// <returns>[N, C · kernel height · kernel width, patches], without N as the input.</returns>
            /// <exception cref="ArgumentException">The input is no image, or no patch fits in.</exception>
            /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
            public static Tensor unfold(
                Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <inheritdoc cref="unfold(Tensor, long, long, long, long)"/>
            public static Tensor unfold(Tensor input, (long, long) kernel_size, (long, long)? dilation = null,
                (long, long)? padding = null, (long, long)? stride = null)
            {
                if (input.ndim == 3)
                    return unfold(input.unsqueeze(0), kernel_size, dilation, padding, stride).squeeze(0);
                if (input.ndim != 4 || !input.is_floating_point())
                    throw new ArgumentException("Expected a 3D (unbatched) or 4D (batched) floating point input to " +
                        $"unfold, but got {input.dtype} of size: {Shapes.Text(input.Shape_)}");
                var s = PatchShape((input.Shape_[0], input.Shape_[1]), (input.Shape_[2], input.Shape_[3]),
                    kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));
                if (s.Output[1] <= 0 || s.Output[2] <= 0)
                    throw new ArgumentException("Given input with spatial size " +
                        $"({input.Shape_[2]}, {input.Shape_[3]}), {Text(s)}, calculated shape of the array of " +
                        $"sliding blocks as ({s.Output[1]}, {s.Output[2]}), but its components must be at least one.");
                return Unfolded(s, input);
            }

            /// <summary>The sum of patches into images: the transpose of unfold.</summary>
            /// <param name="input">[N, C · kernel height · kernel width, patches], or without N.</param>
            /// <param name="output_size">Height and width of the images.</param>
            /// <param name="kernel_size">Height and width of a patch.</param>
            /// <param name="dilation">The distance of a patch's elements; 1 if null.</param>
            /// <param name="padding">Places at both ends that are left out; 0 if null.</param>
            /// <param name="stride">From one patch to the next; 1 if null.</param>
            /// <returns>[N, C, height, width], without N as the input.</returns>
            /// <exception cref="ArgumentException">The input is not of that many patches.</exception>
            /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
            public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1,
                long padding = 0, long stride = 1) =>
                fold(input, (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation),
                    (padding, padding), (stride, stride));

            /// <inheritdoc cref="fold(Tensor, long, long, long, long, long)"/>
            public static Tensor fold(Tensor input, (long, long) output_size, (long, long) kernel_size,
                (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null)
            {
                if (input.ndim == 2)
                    return fold(input.unsqueeze(0), output_size, kernel_size, dilation, padding, stride).squeeze(0);
                if (input.ndim != 3 || !input.is_floating_point())
                    throw new ArgumentException("Expected 2D or 3D (batch mode) floating point tensor, but got: " +
                        $"{input.dtype} {Shapes.Text(input.Shape_)}");
                var taps = kernel_size.Item1 * kernel_size.Item2;
                var s = PatchShape((input.Shape_[0], input.Shape_[1] / Math.Max(1, taps)), output_size,
                    kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));
                if (input.Shape_[1] % taps != 0)
                    throw new ArgumentException("Expected size of input's dimension 1 to be divisible by the product " +
                        $"of kernel_size, but got input.size(1)={input.Shape_[1]} and kernel_size={kernel_size}.");
                var (rows, columns) = (Math.Max(0, s.Output[1]), Math.Max(0, s.Output[2]));
                if (rows * columns != input.Shape_[2])
                    throw new ArgumentException($"Given output_size={output_size}, {Text(s)}, expected size of " +
                        $"input's dimension 2 to match the calculated number of sliding blocks {rows} * {columns} = " +
                        $"{rows * columns}, but got input.size(2)={input.Shape_[2]}.");
                return Folded(s, input);
            }

            private static Tensor Unfolded(ConvolutionShape s, Tensor x)
            {
                var columns = Tensor.New(x.dtype, [s.Batch, s.Inputs * s.Taps, s.OutputArea]);
                Patches.Unfold(s, x.AsContiguous(), columns);
                return Autograd.Record(columns, "im2col", [x], dy => [Folded(s, dy)]);
            }

            private static Tensor Folded(ConvolutionShape s, Tensor columns)
            {
                var x = Tensor.New(columns.dtype, [s.Batch, s.Inputs, s.Input[1], s.Input[2]]);
                Patches.Fold(s, columns.AsContiguous(), x);
                return Autograd.Record(x, "col2im", [columns], dx => [Unfolded(s, dx)]);
            }

            private static ConvolutionShape PatchShape((long Images, long Channels) counts, (long, long) size,
                (long, long) kernel, (long, long) dilation, (long, long) padding, (long, long) stride)
            {
                Least(kernel, 1, "kernel size should be greater than zero, but got kernel");
                Least(dilation, 1, "dilation should be greater than zero, but got dilation");
                Least(stride, 1, "stride should be greater than zero, but got stride");
                Least(padding, 0, "padding should be non-negative, but got pad");
                int[] input = Sizes(size, 1), window = Sizes(kernel, 1), step = Sizes(stride, 1);
                int[] gap = Sizes(dilation, 1), pad = Sizes(padding, 0);
                var output = new int[3];
                for (var d = 0; d < 3; d++)
                {
                    var room = input[d] + 2 * pad[d] - gap[d] * (window[d] - 1) - 1;
                    output[d] = room < 0 ? 0 : room / step[d] + 1;
                }
                return new ConvolutionShape((int)counts.Images, 1, (int)counts.Channels, 0, input, output, window, step,
                    pad, gap);

                static void Least((long, long) pair, long least, string message)
                {
                    if (pair.Item1 < least || pair.Item2 < least)
                        throw new ArgumentOutOfRangeException(nameof(pair),
                            $"{message}_height: {pair.Item1} and _width: {pair.Item2}");
                }

                static int[] Sizes((long, long) pair, int depth) =>
                    [depth, checked((int)pair.Item1), checked((int)pair.Item2)];
            }

            private static string Text(ConvolutionShape s)
            {
                static string Pair(int[] sizes) => $"({sizes[1]}, {sizes[2]})";
                return $"kernel_size={Pair(s.Kernel)}, dilation={Pair(s.Dilation)}, padding={Pair(s.Padding)}, " +
                    $"stride={Pair(s.Stride)}";
            }
        }
    }
}
