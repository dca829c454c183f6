namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// The convolution y[n, o, p] = b[o] + Σ x[n, c, p · stride + k · dilation − padding] · w[o, c, k].
            /// </summary>
            /// <param name="input">x, [N, C, W] or [C, W], of floating point.</param>
            /// <param name="weight">w, [O, C / groups, kernel].</param>
            /// <param name="bias">b, [O], or null for 0.</param>
            /// <param name="stride">Elements of x from one element of y to the next; 1 if null.</param>
            /// <param name="padding">Zeros before and after x; 0 if null.</param>
            /// <param name="dilation">Elements of x from one element of the kernel to the next; 1 if null.</param>
            /// <param name="groups">Parts of the channels that are convolved by themselves.</param>
            /// <returns>[N, O, (W + 2 padding − dilation (kernel − 1) − 1) / stride + 1], without N as x.</returns>
            /// <exception cref="ArgumentException">
            /// The shapes do not fit each other or the groups, the kernel is larger than the padded input, or the types
            /// differ.
            /// </exception>
            /// <exception cref="ArgumentOutOfRangeException">A number is below 0, or below 1.</exception>
            /// <remarks>Dumoulin and Visin, 2016, chapter 2: https://arxiv.org/abs/1603.07285</remarks>
            public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null,
                long? padding = null, long? dilation = null, long groups = 1) =>
                new ConvolutionArguments("conv1d", 1, One(stride), One(dilation), groups)
                    .Forward(input, weight, bias, One(padding));

            /// <inheritdoc cref="conv1d"/>
            /// <param name="padding">Same makes y as long as x, for a stride of 1.</param>
            public static Tensor conv1d_padding(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null,
                Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                new ConvolutionArguments("conv1d", 1, One(stride), One(dilation), groups)
                    .Forward(input, weight, bias, padding);

            /// <summary>The same over height and width.</summary>
            /// <param name="input">x, [N, C, H, W] or [C, H, W], of floating point.</param>
            /// <param name="weight">w, [O, C / groups, kernel height, kernel width].</param>
            /// <param name="strides">One number, or one for each dimension, as the others; 1 if null.</param>
            /// <inheritdoc cref="conv1d"/>
            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                new ConvolutionArguments("conv2d", 2, strides, dilation, groups)
                    .Forward(input, weight, bias, padding);

            /// <inheritdoc cref="conv2d"/>
            /// <param name="padding">Same makes y as large as x, for strides of 1.</param>
            public static Tensor conv2d_padding(Tensor input, Tensor weight, Tensor? bias = null,
                long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                new ConvolutionArguments("conv2d", 2, strides, dilation, groups)
                    .Forward(input, weight, bias, padding);

            /// <summary>The same over depth, height and width.</summary>
            /// <param name="input">x, [N, C, D, H, W] or [C, D, H, W], of floating point.</param>
            /// <param name="weight">w, [O, C / groups, kernel depth, kernel height, kernel width].</param>
            /// <inheritdoc cref="conv2d"/>
            public static Tensor conv3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                new ConvolutionArguments("conv3d", 3, strides, dilation, groups)
                    .Forward(input, weight, bias, padding);

            /// <inheritdoc cref="conv3d"/>
            /// <param name="padding">Same makes y as large as x, for strides of 1.</param>
            public static Tensor conv3d_padding(Tensor input, Tensor weight, Tensor? bias = null,
                long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                new ConvolutionArguments("conv3d", 3, strides, dilation, groups)
                    .Forward(input, weight, bias, padding);

            /// <summary>
            /// The transposed convolution: what <see cref="conv1d"/> has as the gradient of its input.
            /// </summary>
            /// <param name="input">x, [N, C, W] or [C, W], of floating point.</param>
            /// <param name="weight">w, [C, O / groups, kernel].</param>
            /// <param name="bias">b, [O], or null for 0.</param>
            /// <param name="stride">Elements of y from one element of x to the next; 1 if null.</param>
            /// <param name="padding">Elements that are left out before and after y; 0 if null.</param>
            /// <param name="output_padding">Elements added after y, fewer than a stride or dilation; 0 if null.</param>
            /// <param name="dilation">Elements of y from one element of the kernel to the next; 1 if null.</param>
            /// <param name="groups">Parts of the channels that are convolved by themselves.</param>
            /// <returns>
            /// [N, O, (W − 1) stride − 2 padding + dilation (kernel − 1) + output_padding + 1], without N as x.
            /// </returns>
            /// <exception cref="ArgumentException">
            /// The shapes do not fit each other or the groups, nothing would be left of y, the output padding is too
            /// large, or the types differ.
            /// </exception>
            /// <exception cref="ArgumentOutOfRangeException">A number is below 0, or below 1.</exception>
            /// <remarks>Dumoulin and Visin, 2016, chapter 4: https://arxiv.org/abs/1603.07285</remarks>
            public static Tensor conv_transpose1d(Tensor input, Tensor weight, Tensor? bias = null,
                long? stride = null, long? padding = null, long? output_padding = null, long? dilation = null,
                long groups = 1) =>
                new ConvolutionArguments("conv_transpose1d", 1, One(stride), One(dilation), groups)
                    .Transposed(input, weight, bias, One(padding), One(output_padding));

            /// <summary>The same over height and width.</summary>
            /// <param name="input">x, [N, C, H, W] or [C, H, W], of floating point.</param>
            /// <param name="weight">w, [C, O / groups, kernel height, kernel width].</param>
            /// <param name="strides">One number, or one for each dimension, as the others; 1 if null.</param>
            /// <inheritdoc cref="conv_transpose1d"/>
            public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null,
                long[]? strides = null, long[]? padding = null, long[]? output_padding = null,
                long[]? dilation = null, long groups = 1) =>
                new ConvolutionArguments("conv_transpose2d", 2, strides, dilation, groups)
                    .Transposed(input, weight, bias, padding, output_padding);

            /// <summary>The same over depth, height and width.</summary>
            /// <param name="input">x, [N, C, D, H, W] or [C, D, H, W], of floating point.</param>
            /// <param name="weight">w, [C, O / groups, kernel depth, kernel height, kernel width].</param>
            /// <inheritdoc cref="conv_transpose2d"/>
            public static Tensor conv_transpose3d(Tensor input, Tensor weight, Tensor? bias = null,
                long[]? strides = null, long[]? padding = null, long[]? output_padding = null,
                long[]? dilation = null, long groups = 1) =>
                new ConvolutionArguments("conv_transpose3d", 3, strides, dilation, groups)
                    .Transposed(input, weight, bias, padding, output_padding);
        }
    }
}
