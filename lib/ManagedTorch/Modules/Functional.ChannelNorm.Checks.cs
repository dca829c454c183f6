using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            // Groups of 0 stand for the whole batch.
            private static NormLayout ChannelLayout(Tensor input, long groups)
            {
                if (input.ndim < 2)
                    throw new ArgumentException(
                        $"Expected at least 2 dimensions [N, C] for input tensor but received {input.ndim}");
                if (!input.is_floating_point())
                    throw new ArgumentException($"normalisation needs a floating point tensor, got {input.dtype}");
                var (images, channels) = ((int)input.Shape_[0], (int)input.Shape_[1]);
                var size = (int)Shapes.Count(input.Shape_.AsSpan(2));
                return groups == 0
                    ? new NormLayout(images, channels, size, 1, true)
                    : new NormLayout(images, channels, size, Math.Max(1, channels / (int)groups), false);
            }

            private static void CheckSeveral(Tensor input, double elements)
            {
                if (elements == 1)
                    throw new ArgumentException("Expected more than 1 value per channel when training, got input " +
                        $"size {Shapes.Text(input.Shape_)}");
            }

            private static void CheckPerChannel(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight, Tensor? bias)
            {
                var channels = input.Shape_[1];
                Check(running_mean, "running_mean");
                Check(running_var, "running_var");
                Check(weight, "weight");
                Check(bias, "bias");

                void Check(Tensor? given, string name)
                {
                    if (given is null) return;
                    if (given.numel() != channels)
                        throw new ArgumentException($"{name} should contain {channels} elements not {given.Count_}");
                    if (given.dtype != input.dtype)
                        throw new ArgumentException(
                            $"expected input and {name} of one floating point type, got {input.dtype} and " +
                            $"{given.dtype}");
                }
            }

            private static ChannelNorm.Statistics Measured(Tensor input, NormLayout layout)
            {
                var x = input.AsContiguous();
                return input.dtype == ScalarType.Float32
                    ? ChannelNorm.Measure(layout, x.Array<float>(out var offset), offset)
                    : ChannelNorm.Measure(layout, x.Array<double>(out offset), offset);
            }

            private static ChannelNorm.Statistics Given(Tensor mean, Tensor variance) =>
                new(Doubles(mean), Doubles(variance));

            private static double[] Doubles(Tensor values) =>
                values.As(ScalarType.Float64).AsContiguous().Elements<double>().ToArray();

            private static double[] Unbiased(double[] variance, NormLayout layout) =>
                Array.ConvertAll(variance, v => v * layout.Elements / (layout.Elements - 1));

            private static double[] OverImages(double[] values, NormLayout layout)
            {
                var means = new double[layout.Channels];
                for (var i = 0; i < values.Length; i++) means[i % means.Length] += values[i] / layout.Images;
                return means;
            }

            private static void Follow(Tensor? running, double[] values, double momentum)
            {
                if (running is null) return;
                using var _ = no_grad();
                using var next = Tensor.Wrap(values, running.Shape_);
                using var share = next.mul(momentum);
                running.mul_(1 - momentum).add_(share.As(running.dtype));
            }

            private static ReadOnlyMemory<T> Values<T>(Tensor? tensor) where T : unmanaged =>
                tensor is null ? default : (ReadOnlyMemory<T>)Memory<T>(tensor);
        }
    }
}
