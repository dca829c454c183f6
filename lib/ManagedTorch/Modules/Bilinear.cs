using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>y_o = x₁ᵀ·W_o·x₂ + b_o over the last dimensions of two inputs.</summary>
    public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
    {
        private Parameter _weight;
        private Parameter? _bias;

        internal Bilinear(Parameter weight, Parameter? bias) : base(nameof(Bilinear))
        {
            (out_features, in1_features, in2_features) = (weight.shape[0], weight.shape[1], weight.shape[2]);
            ConditionallyRegisterParameter("weight", _weight = weight);
            ConditionallyRegisterParameter("bias", _bias = bias);
        }

        /// <summary>The width of the first input.</summary>
        public long in1_features { get; set; }

        /// <summary>The width of the second input.</summary>
        public long in2_features { get; set; }

        /// <summary>The width of the output.</summary>
        public long out_features { get; set; }

        /// <summary>W, [out, in1, in2].</summary>
        public Parameter weight
        {
            get => _weight;
            set
            {
                ArgumentNullException.ThrowIfNull(value);
                ConditionallyRegisterParameter("weight", _weight = value);
            }
        }

        /// <summary>b, [out], or null.</summary>
        public Parameter? bias
        {
            get => _bias;
            set => ConditionallyRegisterParameter("bias", _bias = value);
        }

        /// <inheritdoc cref="nn.functional.bilinear"/>
        public override Tensor forward(Tensor input1, Tensor input2) =>
            nn.functional.bilinear(input1, input2, _weight, _bias);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.Bilinear"/>
            /// <param name="in1_features">The width of the first input.</param>
            /// <param name="in2_features">The width of the second input.</param>
            /// <param name="out_features">The width of the output.</param>
            /// <param name="hasBias">Whether there is a bias.</param>
            /// <param name="device">The CPU.</param>
            /// <param name="dtype">The element type; Float32 if null.</param>
            public static Bilinear Bilinear(long in1_features, long in2_features, long out_features,
                bool hasBias = true, Device? device = null, ScalarType? dtype = null)
            {
                Parameter First(params long[] shape) =>
                    RecurrentStack.First(shape, in1_features, device, dtype);      // uniform over ±1/√in1
                var weight = First(out_features, in1_features, in2_features);
                return new Bilinear(weight, hasBias ? First(out_features) : null);
            }

            public static partial class functional
            {
                /// <summary>y_o = x₁ᵀ·W_o·x₂ + b_o over the last dimensions.</summary>
                /// <param name="input1">x₁, [..., in1].</param>
                /// <param name="input2">x₂, [..., in2], of the same other sizes.</param>
                /// <param name="weight">W, [out, in1, in2].</param>
                /// <param name="bias">b, [out], or null for 0.</param>
                /// <returns>[..., out].</returns>
                /// <exception cref="ArgumentException">The shapes do not fit.</exception>
                public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null)
                {
                    if (weight.ndim != 3 || input1.ndim == 0 || input1.ndim != input2.ndim
                        || !Shapes.Same(input1.Shape_[..^1], input2.Shape_[..^1])
                        || input1.Shape_[^1] != weight.Shape_[1] || input2.Shape_[^1] != weight.Shape_[2])
                        throw new ArgumentException("bilinear(): input sizes do not match weight size: got " +
                            $"{Shapes.Text(input1.Shape_)}, {Shapes.Text(input2.Shape_)} and " +
                            Shapes.Text(weight.Shape_));
                    var (O, I, J) = (weight.Shape_[0], weight.Shape_[1], weight.Shape_[2]);
                    var left = input1.reshape(-1, I).matmul(weight.permute(1, 0, 2).reshape(I, O * J));
                    var y = left.view(-1, O, J).mul(input2.reshape(-1, 1, J)).sum(-1L)
                        .reshape([.. input1.Shape_[..^1], O]);
                    return bias is null ? y : y + bias;
                }
            }
        }
    }
}
