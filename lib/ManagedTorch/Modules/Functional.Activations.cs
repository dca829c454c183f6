namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x · tanh(log(1 + exp(x))).</summary>
            /// <remarks>Misra, 2019: https://arxiv.org/abs/1908.08681</remarks>
            public static Tensor mish(Tensor x, bool inplace = false) => At(x, inplace, static x => x.MishOf());

            /// <inheritdoc cref="mish"/>
            public static Tensor Mish(Tensor x) => mish(x);

            /// <inheritdoc cref="silu"/>
            public static Tensor SiLU(Tensor x, bool inplace = false) => silu(x, inplace);

            /// <summary>x, kept within two bounds.</summary>
            /// <exception cref="ArgumentException">The upper bound is not above the lower one.</exception>
            public static Tensor hardtanh(
                Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false)
            {
                if (min_val > max_val)
                    throw new ArgumentException(
                        $"min_val cannot be greater than max_val: got {min_val} and {max_val}");
                return inplace ? x.hardtanh_(min_val, max_val) : x.hardtanh(min_val, max_val);
            }

            /// <inheritdoc cref="hardtanh"/>
            public static Tensor Hardtanh(
                Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                hardtanh(x, min_val, max_val, inplace);

            /// <summary>x, kept within 0 and 6.</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) => inplace ? x.relu6_() : x.relu6();

            /// <summary>The self-normalising exponential unit.</summary>
            public static Tensor selu(Tensor x, bool inplace = false) => inplace ? x.selu_() : x.selu();

            /// <summary>x where positive, else α·(exp(x / α) − 1).</summary>
            /// <exception cref="ArgumentException">α is 0.</exception>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false)
            {
                if (alpha == 0) throw new ArgumentException("ZeroDivisionError: alpha cannot be 0 for CELU");
                return inplace ? x.celu_(alpha) : x.celu(alpha);
            }

            /// <summary>x · clamp(x + 3, 0, 6) / 6.</summary>
            public static Tensor hardswish(Tensor input, bool inplace = false) =>
                inplace ? input.hardswish_() : input.hardswish();

            /// <summary>clamp(x + 3, 0, 6) / 6.</summary>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                inplace ? input.hardsigmoid_() : input.hardsigmoid();

            /// <summary>The softmax of −x along a dimension.</summary>
            public static Tensor softmin(Tensor x, long dim) => x.neg().softmax(dim);

            /// <summary>The softmax over the channels of [N, C, H, W] or [C, H, W].</summary>
            /// <exception cref="ArgumentException">The input has other dimensions.</exception>
            public static Tensor softmax2d(Tensor x)
            {
                if (x.ndim is not (3 or 4))
                    throw new ArgumentException("Softmax2d requires a 3D or 4D tensor as input, got " +
                        Shapes.Text(x.Shape_));
                return x.softmax(-3);
            }

            /// <summary>x / (1 + |x|).</summary>
            public static Tensor softsign(Tensor x, bool inplace = false) =>
                At(x, inplace, static x => x / (x.abs() + 1));

            /// <inheritdoc cref="softsign"/>
            public static Tensor Softsign(Tensor x) => softsign(x);

            /// <summary>x moved towards 0 by λ, and 0 where it is nearer than that.</summary>
            /// <exception cref="ArgumentOutOfRangeException">λ is negative.</exception>
            public static Tensor softshrink(Tensor x, double lambda = 0.5)
            {
                if (!(lambda >= 0))
                    throw new ArgumentOutOfRangeException(nameof(lambda),
                        $"lambda must be greater or equal to 0, but found to be {lambda}.");
                return hardshrink(x, lambda) - (x.gt(lambda).to(x.dtype) - x.lt(-lambda).to(x.dtype)) * lambda;
            }

            /// <inheritdoc cref="softshrink"/>
            public static Tensor Softshrink(Tensor x, double lambda = 0.5) => softshrink(x, lambda);

            /// <summary>x, and 0 where it is nearer to 0 than λ.</summary>
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) =>
                x.masked_fill(x.ge(-lambda).logical_and(x.le(lambda)), 0);

            /// <inheritdoc cref="hardshrink"/>
            public static Tensor Hardshrink(Tensor x, double lambda = 0.5) => hardshrink(x, lambda);

            /// <summary>x − tanh(x).</summary>
            public static Tensor tanhshrink(Tensor x, bool inplace = false) =>
                At(x, inplace, static x => x - x.tanh());

            /// <inheritdoc cref="tanhshrink"/>
            public static Tensor Tanhshrink(Tensor x) => tanhshrink(x);

            /// <summary>x where it is above a threshold, else a value.</summary>
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                At(x, inplace, x => x.masked_fill(x.le(threshold), value));

            /// <inheritdoc cref="threshold"/>
            public static Tensor Threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                functional.threshold(x, threshold, value, inplace);

            /// <summary>x where positive, else x times the middle of two slopes.</summary>
            /// <remarks>
            /// The module draws the slopes in training. Xu et al., 2015: https://arxiv.org/abs/1505.00853
            /// </remarks>
            public static Tensor rrelu(
                Tensor x, double lower = 0.125, double upper = 0.3333333333333333, bool inplace = false) =>
                RandomLeaky(x, lower, upper, false, inplace);

            internal static Tensor RandomLeaky(Tensor x, double lower, double upper, bool training, bool inplace)
            {
                if (lower > upper)
                    throw new ArgumentException(
                        $"Lower bound should be less than or equal to the upper bound: got {lower} and {upper}");
                if (!training) return leaky_relu(x, (lower + upper) / 2, inplace);
                // A draw for each element that is not positive, as PyTorch does.
                var factors = x.detach().As(ScalarType.Float64).AsContiguous().Elements<double>().ToArray();
                var draws = empty(factors.Count(v => v <= 0), ScalarType.Float64).uniform_(lower, upper);
                for (var (i, next) = (0, 0); i < factors.Length; i++)
                    factors[i] = factors[i] <= 0 ? draws.Elements<double>()[next++] : 1;
                var slopes = tensor(factors, x.Shape_).to(x.dtype);
                return At(x, inplace, x => x * slopes);
            }

            /// <summary>x where positive, else x times a learned slope.</summary>
            /// <param name="input">x, [N, C, ...] or of any shape.</param>
            /// <param name="weight">The slope, [1] or [C].</param>
            /// <exception cref="ArgumentException">The slopes are not as many as the channels.</exception>
            /// <remarks>He et al., 2015, section 2.1: https://arxiv.org/abs/1502.01852</remarks>
            public static Tensor prelu(Tensor input, Tensor weight)
            {
                var channels = input.ndim > 1 ? input.Shape_[1] : 1;
                if (weight.numel() != 1 && weight.numel() != channels)
                    throw new ArgumentException("Mismatch of parameter numbers and input channel size. Found " +
                        $"parameter numbers = {weight.numel()} and channel size = {channels}.");
                var shape = new long[input.ndim];
                Array.Fill(shape, 1);
                if (weight.numel() != 1) shape[1] = channels;
                var slopes = weight.reshape(shape);
                return torch.where(input.gt(0), input, input * slopes);
            }

            /// <summary>The channels of [N, C, ...] dealt out over groups.</summary>
            /// <exception cref="ArgumentException">The groups do not divide C, or there is no C.</exception>
            internal static Tensor channel_shuffle(Tensor input, long groups)
            {
                if (input.ndim < 3)
                    throw new ArgumentException(
                        "channel_shuffle expects input with > 2 dims, but got input with sizes " +
                        Shapes.Text(input.Shape_));
                var (images, channels) = (input.Shape_[0], input.Shape_[1]);
                if (groups < 1 || channels % groups != 0)
                    throw new ArgumentException("Number of channels must be divisible by groups. Got " +
                        $"{channels} channels and {groups} groups.");
                return input.reshape([images, groups, channels / groups, .. input.Shape_[2..]]).transpose(1, 2)
                    .reshape(input.Shape_);
            }

            private static Tensor At(Tensor x, bool inplace, Func<Tensor, Tensor> function) =>
                inplace ? x.InPlace(function) : function(x);
        }
    }
}
