using TorchSharp.Kernels;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            // One number for each pooled dimension, checked.
            private static PoolOptions Options(int dimensions, long[] kernel, long[]? stride, long[]? padding,
                long[]? dilation, bool ceilMode)
            {
                ArgumentNullException.ThrowIfNull(kernel);
                var sizes = Repeated(kernel, "kernel_size");
                var steps = stride is null or [] ? sizes : Repeated(stride, "stride");
                var pads = Repeated(padding ?? [0], "padding");
                var gaps = Repeated(dilation ?? [1], "dilation");
                if (sizes.Any(k => k < 1))
                    throw new ArgumentException(
                        $"kernel size should be greater than zero, but got {Shapes.Text(sizes)}");
                if (steps.Any(s => s == 0)) throw new ArgumentException("stride should not be zero");
                if (steps.Any(s => s < 0))
                    throw new ArgumentException($"stride should be greater than zero, but got {Shapes.Text(steps)}");
                if (gaps.Any(g => g < 1))
                    throw new ArgumentException($"dilation should be greater than zero, but got {Shapes.Text(gaps)}");
                for (var i = 0; i < dimensions; i++)
                {
                    if (pads[i] < 0)
                        throw new ArgumentException($"pad must be non-negative, but got pad: {pads[i]}");
                    if (pads[i] > sizes[i] / 2)
                        throw new ArgumentException("pad should be at most half of kernel size, but got " +
                            $"pad={pads[i]} and kernel_size={sizes[i]}");
                }
                return new PoolOptions(sizes, steps, pads, gaps, ceilMode);

                long[] Repeated(long[] given, string name)
                {
                    if (given.Length == dimensions) return given;
                    if (given.Length == 1) return [.. Enumerable.Repeat(given[0], dimensions)];
                    throw new ArgumentException(
                        $"{name} must either be a single int, or a tuple of {dimensions} ints, got " +
                        Shapes.Text(given));
                }
            }

            internal static long[]? One(long? number) => number is { } n ? [n] : null;

            internal static long[] Two((long, long) numbers) => [numbers.Item1, numbers.Item2];

            internal static long[]? Two((long, long)? numbers) => numbers is { } n ? Two(n) : null;

            internal static long[] Three((long, long, long) numbers) => [numbers.Item1, numbers.Item2, numbers.Item3];

            internal static long[]? Three((long, long, long)? numbers) => numbers is { } n ? Three(n) : null;

            private static long[] PooledShape(Tensor input, PoolWindows[] windows, int dimensions) =>
                [.. input.Shape_[..^dimensions], .. windows[^dimensions..].Select(window => (long)window.Outputs)];
        }
    }
}
