using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// (x − mean) / √(variance + eps) · weight + bias, with mean and variance of each channel over all images.
            /// </summary>
            /// <param name="input">x, [N, C] or [N, C, ...].</param>
            /// <param name="running_mean">[C], moved towards the mean in training and used otherwise.</param>
            /// <param name="running_var">[C], the same for the variance (unbiased).</param>
            /// <param name="weight">[C], or null for 1.</param>
            /// <param name="bias">[C], or null for 0.</param>
            /// <param name="training">Whether mean and variance are those of the input.</param>
            /// <param name="momentum">How far the running values move, in [0, 1].</param>
            /// <param name="eps">Added to the variance.</param>
            /// <exception cref="ArgumentException">
            /// The shapes do not fit, a channel has one value in training, or no statistics are given otherwise.
            /// </exception>
            /// <remarks>Ioffe and Szegedy, 2015, algorithm 1: https://arxiv.org/abs/1502.03167</remarks>
            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var,
                Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1,
                double eps = 1E-05)
            {
                var layout = ChannelLayout(input, 0);
                if (training) CheckSeveral(input, layout.Elements);
                else if (running_mean is null || running_var is null)
                    throw new ArgumentException((running_mean is null ? "running_mean" : "running_var") +
                        " must be defined in evaluation mode");
                CheckPerChannel(input, running_mean, running_var, weight, bias);
                if (!training) return Normalised("batch_norm", input, layout, Given(running_mean!, running_var!),
                    false, weight, bias, eps);
                var measured = Measured(input, layout);
                Follow(running_mean, measured.Mean, momentum);
                Follow(running_var, Unbiased(measured.Spread, layout), momentum);
                return Normalised("batch_norm", input, layout, measured, true, weight, bias, eps);
            }

            /// <summary>
            /// (x − mean) / √(variance + eps) · weight + bias, with mean and variance of each group of channels of each
            /// image.
            /// </summary>
            /// <param name="input">x, [N, C] or [N, C, ...].</param>
            /// <param name="num_groups">How many groups of neighbouring channels; must divide C.</param>
            /// <param name="weight">[C], or null for 1.</param>
            /// <param name="bias">[C], or null for 0.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <exception cref="ArgumentException">The shapes do not fit, or a group has one value.</exception>
            /// <remarks>Wu and He, 2018, equation 7: https://arxiv.org/abs/1803.08494</remarks>
            public static Tensor group_norm(
                Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1E-05)
            {
                if (input.ndim < 2)
                    throw new ArgumentException(
                        $"Expected at least 2 dimensions for input tensor but received {input.ndim}");
                if (num_groups < 1 || input.Shape_[1] % num_groups != 0)
                    throw new ArgumentException("Expected number of channels in input to be divisible by " +
                        $"num_groups, but got input of shape {Shapes.Text(input.Shape_)} and num_groups={num_groups}");
                foreach (var (name, given) in new[] { ("weight", weight), ("bias", bias) })
                {
                    if (given is not null && (given.ndim != 1 || given.Shape_[0] != input.Shape_[1]))
                        throw new ArgumentException($"Expected {name} to be a vector of size equal to the number of " +
                            $"channels in input, but got {name} of shape {Shapes.Text(given.Shape_)} and input of " +
                            $"shape {Shapes.Text(input.Shape_)}");
                }
                var layout = ChannelLayout(input, num_groups);
                CheckSeveral(input, layout.Elements * layout.Images);
                CheckPerChannel(input, null, null, weight, bias);
                return Normalised("group_norm", input, layout, Measured(input, layout), true, weight, bias, eps);
            }

            /// <summary>
            /// (x − mean) / √(variance + eps) · weight + bias, with mean and variance of each channel of each image.
            /// </summary>
            /// <param name="input">x, [N, C, ...].</param>
            /// <param name="running_mean">[C], moved towards the mean over the images, or null.</param>
            /// <param name="running_var">[C], the same for the variance (unbiased), or null.</param>
            /// <param name="weight">[C], or null for 1.</param>
            /// <param name="bias">[C], or null for 0.</param>
            /// <param name="use_input_stats">
            /// Whether mean and variance are those of the input; else the running ones.
            /// </param>
            /// <param name="momentum">How far the running values move, in [0, 1].</param>
            /// <param name="eps">Added to the variance.</param>
            /// <exception cref="ArgumentException">The shapes do not fit, or a channel has one value.</exception>
            /// <remarks>Ulyanov, Vedaldi and Lempitsky, 2016: https://arxiv.org/abs/1607.08022</remarks>
            public static Tensor instance_norm(Tensor input, Tensor? running_mean = null, Tensor? running_var = null,
                Tensor? weight = null, Tensor? bias = null, bool use_input_stats = true, double momentum = 0.1,
                double eps = 1E-05)
            {
                if (!use_input_stats)
                {
                    if (running_mean is null || running_var is null)
                        throw new ArgumentException("Expected running_mean and running_var to be defined when " +
                            "use_input_stats is false");
                    return batch_norm(input, running_mean, running_var, weight, bias, false, momentum, eps);
                }
                var layout = ChannelLayout(input, input.ndim < 2 ? 1 : input.Shape_[1]);
                if (layout.Size == 1)
                    throw new ArgumentException("Expected more than 1 spatial element when training, got input size " +
                        Shapes.Text(input.Shape_));
                CheckPerChannel(input, running_mean, running_var, weight, bias);
                var measured = Measured(input, layout);
                Follow(running_mean, OverImages(measured.Mean, layout), momentum);
                Follow(running_var, OverImages(Unbiased(measured.Spread, layout), layout), momentum);
                return Normalised("instance_norm", input, layout, measured, true, weight, bias, eps);
            }

            private static Tensor Normalised(string name, Tensor input, NormLayout layout,
                ChannelNorm.Statistics statistics, bool measured, Tensor? weight, Tensor? bias, double eps) =>
                input.dtype == ScalarType.Float32
                    ? Normalised<float>(name, input, layout, statistics, measured, weight, bias, eps)
                    : Normalised<double>(name, input, layout, statistics, measured, weight, bias, eps);

            private static Tensor Normalised<T>(string name, Tensor input, NormLayout layout,
                ChannelNorm.Statistics statistics, bool measured, Tensor? weight, Tensor? bias, double eps)
                where T : unmanaged, IBinaryFloatingPointIeee754<T>
            {
                var (x, w, b) = (input.AsContiguous(), weight?.AsContiguous(), bias?.AsContiguous());
                var y = Tensor.New(input.dtype, input.Shape_);
                var inverse = statistics.Inverse(eps);
                ChannelNorm.Forward(layout, x.Array<T>(out var xOffset), xOffset, inverse, Values<T>(w),
                    Values<T>(b), y.Array<T>(out var yOffset), yOffset);
                if (!Autograd.Needed(input, weight, bias)) return y;
                Tensor[] inputs = [input, .. weight is null ? Array.Empty<Tensor>() : [weight],
                    .. bias is null ? Array.Empty<Tensor>() : [bias]];
                return Autograd.Record(y, name, inputs, dy =>
                {
                    if (is_grad_enabled())
                        return NormGradients(dy, input, layout, inverse, measured, weight, bias is not null, eps);
                    var g = dy.AsContiguous();
                    var dx = Tensor.New(y.dtype, input.Shape_);
                    var dw = weight is null ? null : Tensor.New(y.dtype, weight.Shape_);
                    var db = bias is null ? null : Tensor.New(y.dtype, bias.Shape_);
                    ChannelNorm.Backward(layout, measured, x.Array<T>(out var from), from, g.Array<T>(out var at), at,
                        inverse, Values<T>(w), dx.Array<T>(out var to), to, dw is null ? [] : dw.Elements<T>(),
                        db is null ? [] : db.Elements<T>());
                    return
                    [
                        dx,
                        .. weight is null ? Array.Empty<Tensor?>() : [dw],
                        .. bias is null ? Array.Empty<Tensor?>() : [db],
                    ];
                }, w is null ? [input, x] : [input, x, w]);
            }

            // The same gradient in tensor words, for gradients of gradients.
            private static Tensor?[] NormGradients(Tensor dy, Tensor input, NormLayout layout,
                ChannelNorm.Statistics inverse, bool measured, Tensor? weight, bool hasBias, double eps)
            {
                var (groups, together) = (layout.Channels / layout.Together, layout.Together);
                long[] shape = [layout.Images, groups, together, layout.Size];
                long[] inner = layout.AcrossImages ? [0, 2, 3] : [2, 3];
                var (x, g) = (input.reshape(shape), dy.reshape(shape));
                var mean = measured ? x.mean(inner, true) : Shown(inverse.Mean);
                var centred = x - mean;
                var scale = measured
                    ? (centred * centred).mean(inner, true).add(eps).rsqrt() : Shown(inverse.Spread);
                var normal = centred * scale;
                var slopes = weight is null ? g : g * weight.reshape(1, groups, together, 1);
                var dx = measured
                    ? (slopes - slopes.mean(inner, true) - normal * (slopes * normal).mean(inner, true)) * scale
                    : slopes * scale;
                Tensor PerChannel(Tensor t) => t.sum([0, 3]).reshape(layout.Channels);
                return
                [
                    dx.reshape(input.Shape_),
                    .. weight is null ? Array.Empty<Tensor?>() : [PerChannel(g * normal)],
                    .. hasBias ? [PerChannel(g)] : Array.Empty<Tensor?>(),
                ];

                Tensor Shown(double[] values) => Tensor.Wrap(values, [1, groups, 1, 1]).to(input.dtype);
            }
        }
    }
}
