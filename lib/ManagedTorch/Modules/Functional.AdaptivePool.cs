using TorchSharp.Kernels;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The means of a given number of windows of the last dimension.</summary>
            /// <param name="input">[N, C, L] or [C, L].</param>
            /// <param name="output_size">The number of windows.</param>
            /// <exception cref="ArgumentException">The input's dimensions do not fit.</exception>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) =>
                AdaptiveAvg(input, 1, [output_size]);

            /// <summary>The means of a given number of windows of the last two dimensions.</summary>
            /// <param name="input">[N, C, H, W] or [C, H, W].</param>
            /// <param name="output_size">
            /// The number of windows: one number, or height and width; −1 keeps a size.
            /// </param>
            /// <exception cref="ArgumentException">The input's dimensions do not fit.</exception>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                AdaptiveAvg(input, 2, output_size);

            /// <inheritdoc cref="adaptive_avg_pool2d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                AdaptiveAvg(input, 2, Two(output_size));

            /// <inheritdoc cref="adaptive_avg_pool2d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) =>
                AdaptiveAvg(input, 2, [output_size]);

            /// <summary>The means of a given number of windows of the last three dimensions.</summary>
            /// <param name="input">[N, C, D, H, W] or [C, D, H, W].</param>
            /// <param name="output_size">
            /// The number of windows: one number, or depth, height and width; −1 keeps a size.
            /// </param>
            /// <exception cref="ArgumentException">The input's dimensions do not fit.</exception>
            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) =>
                AdaptiveAvg(input, 3, output_size);

            /// <inheritdoc cref="adaptive_avg_pool3d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) =>
                AdaptiveAvg(input, 3, Three(output_size));

            /// <inheritdoc cref="adaptive_avg_pool3d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) =>
                AdaptiveAvg(input, 3, [output_size]);

            /// <summary>The greatest of each of a given number of windows of the last dimension.</summary>
            /// <inheritdoc cref="adaptive_avg_pool1d"/>
            public static Tensor adaptive_max_pool1d(Tensor input, long output_size) =>
                AdaptiveMax(input, 1, [output_size]).Values;

            /// <summary>
            /// The greatest of each of a given number of windows of the last dimension, and its place there.
            /// </summary>
            /// <inheritdoc cref="adaptive_avg_pool1d"/>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool1d_with_indices(
                Tensor input, long output_size) => AdaptiveMax(input, 1, [output_size]);

            /// <summary>The greatest of each of a given number of windows of the last two dimensions.</summary>
            /// <inheritdoc cref="adaptive_avg_pool2d(Tensor, long[])"/>
            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size) =>
                AdaptiveMax(input, 2, output_size).Values;

            /// <summary>
            /// The greatest of each of a given number of windows of the last two dimensions, and its place in its
            /// plane.
            /// </summary>
            /// <inheritdoc cref="adaptive_avg_pool2d(Tensor, long[])"/>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(
                Tensor input, long[] output_size) => AdaptiveMax(input, 2, output_size);

            /// <summary>The greatest of each of a given number of windows of the last three dimensions.</summary>
            /// <inheritdoc cref="adaptive_avg_pool3d(Tensor, long[])"/>
            public static Tensor adaptive_max_pool3d(Tensor input, long[] output_size) =>
                AdaptiveMax(input, 3, output_size).Values;

            /// <summary>
            /// The greatest of each of a given number of windows of the last three dimensions, and its place in its
            /// block.
            /// </summary>
            /// <inheritdoc cref="adaptive_avg_pool3d(Tensor, long[])"/>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool3d_with_indices(
                Tensor input, long[] output_size) => AdaptiveMax(input, 3, output_size);

            private static Tensor AdaptiveAvg(Tensor input, int dimensions, long[] size) => AvgPooled(
                input, AdaptiveWindows(input, $"adaptive_avg_pool{dimensions}d()", dimensions, size), dimensions, 0);

            private static (Tensor Values, Tensor Indices) AdaptiveMax(Tensor input, int dimensions, long[] size) =>
                MaxPooled(input, AdaptiveWindows(input, $"adaptive_max_pool{dimensions}d()", dimensions, size),
                    dimensions, true);

            private static PoolWindows[] AdaptiveWindows(Tensor input, string name, int dimensions, long[] size)
            {
                ArgumentNullException.ThrowIfNull(size);
                PoolOptions.CheckInput(input, name, dimensions);
                if (size.Length != 1 && size.Length != dimensions)
                    throw new ArgumentException(
                        $"{name}: internal error: output_size.size() must be {dimensions}, got {Shapes.Text(size)}");
                PoolWindows[] windows = [PoolWindows.One, PoolWindows.One, PoolWindows.One];
                for (var i = 0; i < dimensions; i++)
                {
                    var inputs = input.Shape_[^(dimensions - i)];
                    var outputs = size[size.Length == 1 ? 0 : i];
                    if (outputs < -1)
                        throw new ArgumentException(
                            $"{name}: elements of output_size must be greater than or equal to 0, got {outputs}");
                    windows[i + 3 - dimensions] =
                        PoolWindows.Adaptive((int)inputs, (int)(outputs == -1 ? inputs : outputs));
                }
                return windows;
            }
        }
    }
}
