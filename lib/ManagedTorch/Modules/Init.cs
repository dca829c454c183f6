namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values of parameters.</summary>
        public static partial class init
        {
            /// <summary>Which side of a weight scales its first values.</summary>
            public enum FanInOut
            {
                /// <summary>The inputs: keeps the variance of the forward pass.</summary>
                FanIn = 0,

                /// <summary>The outputs: keeps the variance of the backward pass.</summary>
                FanOut = 1,
            }

            /// <summary>What follows a weight, for <see cref="calculate_gain"/>.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing.</summary>
                Linear = 0,

                /// <summary>A convolution.</summary>
                Conv1D = 1,

                /// <inheritdoc cref="Conv1D"/>
                Conv2D = 2,

                /// <inheritdoc cref="Conv1D"/>
                Conv3D = 3,

                /// <inheritdoc cref="Conv1D"/>
                ConvTranspose1D = 4,

                /// <inheritdoc cref="Conv1D"/>
                ConvTranspose2D = 5,

                /// <inheritdoc cref="Conv1D"/>
                ConvTranspose3D = 6,

                /// <summary>A sigmoid.</summary>
                Sigmoid = 7,

                /// <summary>A hyperbolic tangent.</summary>
                Tanh = 8,

                /// <summary>max(0, x).</summary>
                ReLU = 9,

                /// <summary>x where positive, else x times a slope.</summary>
                LeakyReLU = 10,
            }

            /// <summary>The factor by which a nonlinearity asks for greater weights.</summary>
            /// <param name="nonlinearity">What follows the weight.</param>
            /// <param name="param">The slope of LeakyReLU.</param>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) =>
                nonlinearity switch
                {
                    NonlinearityType.Tanh => 5.0 / 3.0,
                    NonlinearityType.ReLU => Math.Sqrt(2.0),
                    NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + param * param)),
                    _ => 1.0,
                };

            /// <summary>Fills with draws uniform over [low, high).</summary>
            public static Tensor uniform_(
                Tensor tensor, double low = 0.0, double high = 1.0, Generator? generator = null) =>
                Quietly(() => tensor.uniform_(low, high, generator));

            /// <summary>Fills with draws from N(mean, std²).</summary>
            public static Tensor normal_(
                Tensor tensor, double mean = 0.0, double std = 1.0, Generator? generator = null) =>
                Quietly(() => tensor.normal_(mean, std, generator));

            /// <summary>Fills with one value.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => Quietly(() => tensor.fill_(val));

            /// <summary>Fills with 1.</summary>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            /// <summary>Fills with 0.</summary>
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>Uniform over ±gain·√(3 / fan).</summary>
            /// <remarks>He et al., 2015, equation 10: https://arxiv.org/abs/1502.01852</remarks>
            /// <param name="tensor">A weight of at least two dimensions.</param>
            /// <param name="a">The slope of the LeakyReLU that follows.</param>
            /// <param name="mode">Which side is the fan.</param>
            /// <param name="nonlinearity">What follows.</param>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor kaiming_uniform_(Tensor tensor, double a = 0.0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3.0) * calculate_gain(nonlinearity, a) / Math.Sqrt(Fan(tensor, mode));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal with the standard deviation gain / √fan.</summary>
            /// <inheritdoc cref="kaiming_uniform_"/>
            public static Tensor kaiming_normal_(Tensor tensor, double a = 0.0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, calculate_gain(nonlinearity, a) / Math.Sqrt(Fan(tensor, mode)));

            /// <summary>Uniform over ±gain·√(6 / (fan in + fan out)).</summary>
            /// <param name="tensor">A weight of at least two dimensions.</param>
            /// <param name="gain">A factor, as from <see cref="calculate_gain"/>.</param>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            /// <remarks>Glorot and Bengio, 2010, equation 16: https://proceedings.mlr.press/v9/glorot10a.html</remarks>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var bound = Math.Sqrt(3.0) * XavierStd(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal with the standard deviation gain·√(2 / (fan in + fan out)).</summary>
            /// <inheritdoc cref="xavier_uniform_"/>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0) =>
                normal_(tensor, 0, XavierStd(tensor, gain));

            /// <inheritdoc cref="xavier_uniform_"/>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1.0) => xavier_uniform_(tensor, gain);

            /// <inheritdoc cref="xavier_normal_"/>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1.0) => xavier_normal_(tensor, gain);

            private static double XavierStd(Tensor tensor, double gain) =>
                gain * Math.Sqrt(2.0 / (Fan(tensor, FanInOut.FanIn) + Fan(tensor, FanInOut.FanOut)));

            private static double Fan(Tensor tensor, FanInOut mode)
            {
                if (tensor.ndim < 2)
                    throw new ArgumentException(
                        "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions");
                var field = Shapes.Count(tensor.Shape_.AsSpan(2));
                return Math.Max(1, tensor.Shape_[mode == FanInOut.FanIn ? 1 : 0] * field);
            }

            private static Tensor Quietly(Func<Tensor> fill)
            {
                using var _ = no_grad();
                return fill();
            }
        }
    }
}
