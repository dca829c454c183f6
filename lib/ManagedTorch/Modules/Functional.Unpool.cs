using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The way back of <see cref="max_pool1d"/>: each value at its place, 0 elsewhere.</summary>
            /// <param name="input">[N, C, L] or [C, L].</param>
            /// <param name="indices">Int64 of the same shape, places in the last dimension of the output.</param>
            /// <param name="kernel_size">Places of a window.</param>
            /// <param name="stride">From one window to the next; null for the window's size.</param>
            /// <param name="padding">Places at each border that belonged to no element.</param>
            /// <param name="output_size">The output's shape or its last size, where several fit; or null.</param>
            /// <exception cref="ArgumentException">The shapes do not fit, or an index is outside.</exception>
            public static Tensor max_unpool1d(Tensor input, Tensor indices, long kernel_size, long? stride = null,
                long? padding = null, long[]? output_size = null) => Unpooled(input, indices,
                Options(1, [kernel_size], One(stride), One(padding), null, false), output_size);

            /// <summary>
            /// The way back of <see cref="max_pool2d_with_indices"/>: each value at its place, 0 elsewhere.
            /// </summary>
            /// <param name="input">[N, C, H, W] or [C, H, W].</param>
            /// <param name="indices">Int64 of the same shape, places in a plane of the output.</param>
            /// <param name="kernel_size">Places of a window: one number, or height and width.</param>
            /// <param name="stride">From one window to the next; null for the window's size.</param>
            /// <param name="padding">Places at each border that belonged to no element.</param>
            /// <param name="output_size">
            /// The output's shape or its last two sizes, where several fit; or null.
            /// </param>
            /// <exception cref="ArgumentException">The shapes do not fit, or an index is outside.</exception>
            public static Tensor max_unpool2d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null,
                long[]? padding = null, long[]? output_size = null) =>
                Unpooled(input, indices, Options(2, kernel_size, stride, padding, null, false), output_size);

            /// <summary>
            /// The way back of <see cref="max_pool3d_with_indices"/>: each value at its place, 0 elsewhere.
            /// </summary>
            /// <param name="input">[N, C, D, H, W] or [C, D, H, W].</param>
            /// <param name="indices">Int64 of the same shape, places in a block of the output.</param>
            /// <param name="kernel_size">Places of a window: one number, or depth, height and width.</param>
            /// <param name="stride">From one window to the next; null for the window's size.</param>
            /// <param name="padding">Places at each border that belonged to no element.</param>
            /// <param name="output_size">
            /// The output's shape or its last three sizes, where several fit; or null.
            /// </param>
            /// <exception cref="ArgumentException">The shapes do not fit, or an index is outside.</exception>
            public static Tensor max_unpool3d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null,
                long[]? padding = null, long[]? output_size = null) =>
                Unpooled(input, indices, Options(3, kernel_size, stride, padding, null, false), output_size);

            private static Tensor Unpooled(Tensor input, Tensor indices, PoolOptions options, long[]? size)
            {
                var n = options.Dimensions;
                PoolOptions.CheckInput(input, $"max_unpool{n}d", n);
                if (indices.dtype != ScalarType.Int64)
                    throw new ArgumentException("elements in indices should be type int64 but got: " +
                        indices.dtype.Word());
                if (!Shapes.Same(input.Shape_, indices.Shape_))
                    throw new ArgumentException("Expected shape of indices to be same as that of the input tensor (" +
                        $"{Shapes.Text(input.Shape_)}) but got indices tensor with shape: " +
                        Shapes.Text(indices.Shape_));
                var sizes = UnpooledSizes(input, options, size);
                var (inner, outer) = (Shapes.Count(input.Shape_.AsSpan(^n..)), Shapes.Count(sizes));
                foreach (var place in indices.AsContiguous().Elements<long>())
                    if (place < 0 || place >= outer)
                        throw new ArgumentException($"Found an invalid max index: {place} (output volumes are of " +
                            $"size {string.Join('x', sizes)})");
                var planes = inner == 0 ? 0 : input.Count_ / inner;
                return zeros([planes, outer], input.dtype)
                    .scatter(1, indices.reshape(planes, inner), input.reshape(planes, inner))
                    .reshape([.. input.Shape_[..^n], .. sizes]);
            }

            private static long[] UnpooledSizes(Tensor input, PoolOptions options, long[]? size)
            {
                var n = options.Dimensions;
                var plain = new long[n];
                for (var d = 0; d < n; d++)
                    plain[d] = (input.Shape_[^(n - d)] - 1) * options.Stride[d] + options.Kernel[d]
                        - 2 * options.Padding[d];
                if (size is null) return plain;
                if (size.Length != n && size.Length != n + 2)
                    throw new ArgumentException($"output_size should be a sequence containing {n} or {n + 2} " +
                        $"elements, but it has a length of '{size.Length}'");
                var wanted = size[^n..];
                for (var d = 0; d < n; d++)
                {
                    var (least, most) = (plain[d] - options.Stride[d], plain[d] + options.Stride[d]);
                    if (wanted[d] <= least || wanted[d] >= most)
                        throw new ArgumentException($"invalid output_size \"{Shapes.Text(wanted)}\" (dim {d} must be " +
                            $"between {least} and {most}");
                }
                return wanted;
            }

            /// <summary>The p-th root of the sum of the p-th powers of each window of the last dimension.</summary>
            /// <param name="input">[N, C, L] or [C, L].</param>
            /// <param name="norm_type">p.</param>
            /// <param name="kernel_size">Places of a window.</param>
            /// <param name="stride">From one window to the next; null for the window's size.</param>
            /// <param name="ceil_mode">Whether a last window that is partly outside counts.</param>
            public static Tensor lp_pool1d(Tensor input, double norm_type, long kernel_size, long? stride = null,
                bool ceil_mode = false) => Root(avg_pool1d(
                input.pow(norm_type), kernel_size, stride, 0, ceil_mode), norm_type, kernel_size);

            /// <summary>
            /// The p-th root of the sum of the p-th powers of each window of the last two dimensions.
            /// </summary>
            /// <param name="input">[N, C, H, W] or [C, H, W].</param>
            /// <param name="norm_type">p.</param>
            /// <param name="kernel_size">Places of a window: one number, or height and width.</param>
            /// <param name="stride">From one window to the next; null for the window's size.</param>
            /// <param name="ceil_mode">Whether last windows that are partly outside count.</param>
            public static Tensor lp_pool2d(Tensor input, double norm_type, long[] kernel_size, long[]? stride = null,
                bool ceil_mode = false) => Root(avg_pool2d(input.pow(norm_type), kernel_size, stride, null, ceil_mode),
                norm_type, Options(2, kernel_size, stride, null, null, ceil_mode).Kernel.Aggregate((a, b) => a * b));

            /// <inheritdoc cref="lp_pool2d(Tensor, double, long[], long[], bool)"/>
            public static Tensor lp_pool2d(Tensor input, double norm_type, long kernel_size, long? stride = null,
                bool ceil_mode = false) => lp_pool2d(input, norm_type, [kernel_size], One(stride), ceil_mode);

            private static Tensor Root(Tensor mean, double p, long count) =>
                mean.sign().mul(mean.abs().relu()).mul(count).pow(1 / p);
        }
    }
}
