using TorchSharp.Kernels;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>In training, zeroes elements at random and scales the others up; otherwise does nothing.</summary>
    public sealed class Dropout : ParameterLessModule<Tensor, Tensor>
    {
        internal Dropout(double p, bool inplace) : base(nameof(Dropout)) => (this.p, this.inplace) = (p, inplace);

        /// <summary>Whether the input is overwritten.</summary>
        public bool inplace { get; set; }

        /// <summary>The probability that an element is zeroed, in [0, 1].</summary>
        public double p { get; set; }

        /// <inheritdoc cref="nn.functional.dropout"/>
        /// <param name="tensor">Any floating-point tensor.</param>
        public override Tensor forward(Tensor tensor) => nn.functional.dropout(tensor, p, training, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.Dropout"/>
            /// <param name="p">The probability that an element is zeroed, in [0, 1].</param>
            /// <param name="inplace">Whether the input is overwritten.</param>
            /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not in [0, 1].</exception>
            public static Dropout Dropout(double p = 0.5, bool inplace = false)
            {
                functional.CheckProbability(p);
                return new Dropout(p, inplace);
            }

            public static partial class functional
            {
                /// <summary>
                /// Zeroes each element with probability <paramref name="p"/> and divides the others by 1 − p.
                /// </summary>
                /// <param name="input">Any floating-point tensor.</param>
                /// <param name="p">The probability, in [0, 1].</param>
                /// <param name="training">Whether to do anything at all.</param>
                /// <param name="inplace">Whether the input is overwritten.</param>
                /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not in [0, 1].</exception>
                /// <remarks>Srivastava et al., 2014: https://jmlr.org/papers/v15/srivastava14a.html</remarks>
                public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                {
                    CheckProbability(p);
                    if (!training || p == 0) return inplace ? input : input.alias();
                    var mask = Mask(input, p);
                    return inplace ? input.mul_(mask) : input.mul(mask);
                }

                // 1 / (1 - p) where an element stays: one product then does both.
                private static Tensor Mask(Tensor like, double p)
                {
                    var mask = Tensor.New(like.dtype, like.Shape_);
                    var scale = p == 1 ? 0 : 1 / (1 - p);
                    var engine = Generator.Default.Engine;
                    lock (engine)
                    {
                        if (like.dtype == ScalarType.Float32)
                            RandomFill.Transformed(engine, mask.Elements<float>(), u => u < 1 - p ? scale : 0);
                        else if (like.dtype == ScalarType.Float64)
                            RandomFill.Transformed(engine, mask.Elements<double>(), u => u < 1 - p ? scale : 0);
                        else
                            throw new ArgumentException($"dropout needs a floating point tensor, got {like.dtype}");
                    }
                    return mask;
                }

                internal static void CheckProbability(double p)
                {
                    if (!(p >= 0 && p <= 1))
                        throw new ArgumentOutOfRangeException(
                            nameof(p), $"dropout probability has to be between 0 and 1, but got {p}");
                }
            }
        }
    }
}
