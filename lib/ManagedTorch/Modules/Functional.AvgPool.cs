using System.Numerics;
using TorchSharp.Kernels;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The mean of each window of the last dimension.</summary>
            /// <param name="input">[N, C, L] or [C, L].</param>
            /// <param name="kernel_size">Places of a window.</param>
            /// <param name="stride">From one window to the next; null for the window's size.</param>
            /// <param name="padding">Places before and after that hold 0; at most half a window.</param>
            /// <param name="ceil_mode">Whether a last window that is partly outside counts.</param>
            /// <param name="count_include_pad">Whether the mean counts the padding.</param>
            /// <exception cref="ArgumentException">
            /// The input's dimensions do not fit, no output would be left, or a number is out of range.
            /// </exception>
            public static Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null,
                bool ceil_mode = false, bool count_include_pad = true) => AvgPooled(
                input, Options(1, [kernel_size], One(stride), One(padding), null, ceil_mode), count_include_pad, null);

            /// <summary>The mean of each window of the last two dimensions.</summary>
            /// <param name="input">[N, C, H, W] or [C, H, W].</param>
            /// <param name="kernel_size">Places of a window: one number, or height and width.</param>
            /// <param name="stride">From one window to the next; null for the window's size.</param>
            /// <param name="padding">Places at each border that hold 0; at most half a window.</param>
            /// <param name="ceil_mode">Whether last windows that are partly outside count.</param>
            /// <param name="count_include_pad">Whether the mean counts the padding.</param>
            /// <param name="divisor_override">What each sum is divided by, or null for its window's size.</param>
            /// <exception cref="ArgumentException">
            /// The input's dimensions do not fit, no output would be left, or a number is out of range.
            /// </exception>
            public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? stride = null,
                long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) => AvgPooled(
                input, Options(2, kernel_size, stride, padding, null, ceil_mode), count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) => avg_pool2d(
                input, [kernel_size], One(stride), [padding], ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null,
                (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) => avg_pool2d(input, Two(kernel_size), Two(stride), Two(padding),
                ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of each window of the last three dimensions.</summary>
            /// <param name="input">[N, C, D, H, W] or [C, D, H, W].</param>
            /// <param name="kernel_size">Places of a window: one number, or depth, height and width.</param>
            /// <param name="stride">From one window to the next; null for the window's size.</param>
            /// <param name="padding">Places at each border that hold 0; at most half a window.</param>
            /// <param name="ceil_mode">Whether last windows that are partly outside count.</param>
            /// <param name="count_include_pad">Whether the mean counts the padding.</param>
            /// <param name="divisor_override">What each sum is divided by, or null for its window's size.</param>
            /// <exception cref="ArgumentException">
            /// The input's dimensions do not fit, no output would be left, or a number is out of range.
            /// </exception>
            public static Tensor avg_pool3d(Tensor input, long[] kernel_size, long[]? stride = null,
                long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) => AvgPooled(
                input, Options(3, kernel_size, stride, padding, null, ceil_mode), count_include_pad, divisor_override);

            private static Tensor AvgPooled(Tensor input, PoolOptions options, bool countPadding, long? divisor)
            {
                if (divisor == 0)
                    throw new ArgumentOutOfRangeException(nameof(divisor), "divisor must be not zero");
                var windows = options.Windows(input, $"avg_pool{options.Dimensions}d", countPadding);
                return AvgPooled(input, windows, options.Dimensions, divisor ?? 0);
            }

            private static Tensor AvgPooled(Tensor input, PoolWindows[] windows, int dimensions, long divisor)
            {
                var pool = new Pool(windows[0], windows[1], windows[2], dimensions, divisor);
                return Averaged(input, pool, PooledShape(input, windows, dimensions), false);
            }

            // A linear function, so the way back is its transpose and the way back from that itself.
            private static Tensor Averaged(Tensor input, Pool pool, long[] shape, bool back)
            {
                var x = input.AsContiguous();
                var y = Tensor.New(input.dtype, shape);
                var planes = (int)Shapes.Count(shape.AsSpan(0, shape.Length - pool.Dimensions));
                if (input.dtype == ScalarType.Float32) Fill<float>();
                else Fill<double>();
                return Autograd.Record(
                    y, "avg_pool", [input], dy => [Averaged(dy, pool, input.Shape_, !back)]);

                void Fill<T>() where T : unmanaged, INumber<T>
                {
                    var (source, target) = (x.Array<T>(out var from), y.Array<T>(out var to));
                    if (back) pool.Backward(planes, source, from, target, to);
                    else pool.Forward(planes, source, from, target, to);
                }
            }
        }
    }
}
