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
            /// <summary>The greatest of each window of the last dimension.</summary>
            /// <param name="input">[N, C, L] or [C, L].</param>
            /// <param name="kernel_size">Places of a window.</param>
            /// <param name="stride">From one window to the next; null for the window's size.</param>
            /// <param name="padding">Places before and after that hold −∞; at most half a window.</param>
            /// <param name="dilation">From one place of a window to the next.</param>
            /// <param name="ceil_mode">Whether a last window that is partly outside counts.</param>
            /// <exception cref="ArgumentException">
            /// The input's dimensions do not fit, no output would be left, or a number is out of range.
            /// </exception>
            public static Tensor max_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null,
                long? dilation = null, bool ceil_mode = false) =>
                max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode).output;

            /// <summary>The greatest of each window of the last dimension, and its place there.</summary>
            /// <inheritdoc cref="max_pool1d"/>
            public static (Tensor output, Tensor indices) max_pool1d_with_indices(Tensor input, long kernel_size,
                long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                MaxPooled(input, Options(1, [kernel_size], One(stride), One(padding), One(dilation), ceil_mode));

            /// <summary>The greatest of each window of the last two dimensions.</summary>
            /// <param name="input">[N, C, H, W] or [C, H, W].</param>
            /// <param name="kernel_size">Places of a window: one number, or height and width.</param>
            /// <param name="strides">From one window to the next; null for the window's size.</param>
            /// <param name="padding">Places at each border that hold −∞; at most half a window.</param>
            /// <param name="dilation">From one place of a window to the next.</param>
            /// <param name="ceil_mode">Whether last windows that are partly outside count.</param>
            /// <exception cref="ArgumentException">
            /// The input's dimensions do not fit, no output would be left, or a number is out of range.
            /// </exception>
            public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[]? strides = null,
                long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                MaxPooled(input, Options(2, kernel_size, strides, padding, dilation, ceil_mode), false).Values;

            /// <inheritdoc cref="max_pool2d(Tensor, long[], long[], long[], long[], bool)"/>
            public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null,
                long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, [kernel_size], One(stride), One(padding), One(dilation), ceil_mode);

            /// <inheritdoc cref="max_pool2d(Tensor, long[], long[], long[], long[], bool)"/>
            public static Tensor max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null,
                (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) => max_pool2d(
                input, Two(kernel_size), Two(stride), Two(padding), Two(dilation), ceil_mode);

            /// <summary>
            /// The greatest of each window of the last two dimensions, and its place in its [H, W] plane.
            /// </summary>
            /// <inheritdoc cref="max_pool2d(Tensor, long[], long[], long[], long[], bool)"/>
            public static (Tensor output, Tensor indices) max_pool2d_with_indices(Tensor input, long[] kernel_size,
                long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                MaxPooled(input, Options(2, kernel_size, strides, padding, dilation, ceil_mode));

            /// <summary>The greatest of each window of the last three dimensions.</summary>
            /// <param name="input">[N, C, D, H, W] or [C, D, H, W].</param>
            /// <param name="kernel_size">Places of a window: one number, or depth, height and width.</param>
            /// <param name="strides">From one window to the next; null for the window's size.</param>
            /// <param name="padding">Places at each border that hold −∞; at most half a window.</param>
            /// <param name="dilation">From one place of a window to the next.</param>
            /// <param name="ceil_mode">Whether last windows that are partly outside count.</param>
            /// <exception cref="ArgumentException">
            /// The input's dimensions do not fit, no output would be left, or a number is out of range.
            /// </exception>
            public static Tensor max_pool3d(Tensor input, long[] kernel_size, long[]? strides = null,
                long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                max_pool3d_with_indices(input, kernel_size, strides, padding, dilation, ceil_mode).output;

            /// <summary>
            /// The greatest of each window of the last three dimensions, and its place in its [D, H, W] block.
            /// </summary>
            /// <inheritdoc cref="max_pool3d"/>
            public static (Tensor output, Tensor indices) max_pool3d_with_indices(Tensor input, long[] kernel_size,
                long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                MaxPooled(input, Options(3, kernel_size, strides, padding, dilation, ceil_mode));

            private static (Tensor Values, Tensor Indices) MaxPooled(
                Tensor input, PoolOptions options, bool wantPlaces = true)
            {
                var windows = options.Windows(input, $"max_pool{options.Dimensions}d", padded: false);
                return MaxPooled(input, windows, options.Dimensions, wantPlaces);
            }

            private static (Tensor Values, Tensor Indices) MaxPooled(
                Tensor input, PoolWindows[] windows, int dimensions, bool wantPlaces) =>
                input.dtype == ScalarType.Float32 ? MaxPooled<float>(input, windows, dimensions, wantPlaces)
                    : MaxPooled<double>(input, windows, dimensions, wantPlaces);

            private static (Tensor Values, Tensor Indices) MaxPooled<T>(
                Tensor input, PoolWindows[] windows, int dimensions, bool wantPlaces)
                where T : unmanaged, IFloatingPointIeee754<T>
            {
                var (d, h, w) = (windows[0], windows[1], windows[2]);
                var x = input.AsContiguous();
                var y = Tensor.New(input.dtype, PooledShape(input, windows, dimensions));
                var (inputs, outputs) = (d.Inputs * h.Inputs * w.Inputs, d.Outputs * h.Outputs * w.Outputs);
                var planes = (int)(x.Count_ / Math.Max(1, inputs));
                var needed = Autograd.Needed(input);
                using var rented = wantPlaces || needed ? Tensor.New(ScalarType.Int32, y.Shape_) : null;
                var places = rented?.Array<int>(out _) ?? [];
                MaxPool.Forward(planes, d, h, w, x.Array<T>(out var from), from, y.Array<T>(out var to), to, places);
                var indices = wantPlaces ? rented!.to(ScalarType.Int64) : y;
                if (!needed) return (y, indices);
                return (Autograd.Record(y, "max_pool", [input], dy =>
                {
                    if (is_grad_enabled())
                    {
                        var flat = rented!.to(ScalarType.Int64).reshape(planes, outputs);
                        return [zeros(planes, inputs, dtype: dy.dtype)
                            .scatter_add(1, flat, dy.reshape(planes, outputs)).reshape(input.Shape_)];
                    }
                    var g = dy.AsContiguous();
                    var dx = Tensor.New(dy.dtype, input.Shape_);
                    MaxPool.Backward(planes, inputs, outputs, g.Array<T>(out var at), at, places,
                        dx.Array<T>(out var into), into);
                    return [dx];
                }, rented!), indices);
            }
        }
    }
}
