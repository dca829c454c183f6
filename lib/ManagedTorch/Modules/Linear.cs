using TorchSharp.Kernels;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>An affine map of the last dimension: y = x·Wᵀ + b.</summary>
    public sealed class Linear : nn.Module<Tensor, Tensor>
    {
        private Parameter _weight;
        private Parameter? _bias;

        internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
        {
            (out_features, in_features) = (weight.shape[0], weight.shape[1]);
            _weight = weight;
            _bias = bias;
            ConditionallyRegisterParameter("weight", weight);
            ConditionallyRegisterParameter("bias", bias);
        }

        /// <summary>The size of the last dimension of the input.</summary>
        public long in_features { get; set; }

        /// <summary>The size of the last dimension of the output.</summary>
        public long out_features { get; set; }

        /// <summary>W, [out, in].</summary>
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

        /// <inheritdoc cref="nn.functional.linear"/>
        /// <param name="tensor">x, [..., in].</param>
        public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, _weight, _bias);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// An affine map, with weight and bias drawn uniform over ±1/√<paramref name="inputSize"/>.
            /// </summary>
            /// <param name="inputSize">The size of the last dimension of the input.</param>
            /// <param name="outputSize">The size of the last dimension of the output.</param>
            /// <param name="hasBias">Whether there is a bias.</param>
            /// <param name="device">The CPU.</param>
            /// <param name="dtype">The element type; Float32 if null.</param>
            public static Linear Linear(
                long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
            {
                var weight = Parameter(Uninitialised([outputSize, inputSize], device, dtype));
                init.kaiming_uniform_(weight, Math.Sqrt(5));
                if (!hasBias) return new Linear(weight, null);
                var bias = Parameter(Uninitialised([outputSize], device, dtype));
                var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
                init.uniform_(bias, -bound, bound);
                return new Linear(weight, bias);
            }

            /// <summary>An affine map with the given parameters.</summary>
            /// <param name="weight">[out, in].</param>
            /// <param name="bias">[out], or null.</param>
            /// <exception cref="ArgumentException">The weight is not a matrix.</exception>
            public static Linear Linear(Parameter weight, Parameter? bias = null)
            {
                ArgumentNullException.ThrowIfNull(weight);
                if (weight.ndim != 2)
                    throw new ArgumentException($"expected weight [out, in], got {weight.ndim} dimensions");
                return new Linear(weight, bias);
            }

            internal static Tensor Uninitialised(ReadOnlySpan<long> size, Device? device, ScalarType? dtype)
            {
                Devices.Check(device);
                return Tensor.New(dtype ?? ScalarTypes.DefaultFloat, size);
            }

            public static partial class functional
            {
                /// <summary>y = x·Wᵀ + b over the last dimension.</summary>
                /// <param name="input">x, [..., in].</param>
                /// <param name="weights">W, [out, in].</param>
                /// <param name="bias">b, [out], or null for 0.</param>
                /// <returns>[..., out].</returns>
                /// <exception cref="ArgumentException">The shapes do not fit, or the types differ.</exception>
                /// <remarks>dx = dy·W, dW = dyᵀ·x, db = Σ dy.</remarks>
                public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null)
                {
                    CheckLinear(input, weights, bias);
                    var (outputs, inputs) = (weights.Shape_[0], weights.Shape_[1]);
                    var (x, w, b) = (input.AsContiguous(), weights.AsContiguous(), bias?.AsContiguous());
                    var y = Tensor.New(input.dtype, [.. input.Shape_[..^1], outputs]);
                    if (input.dtype == ScalarType.Float32) Affine.Forward<float>(x, w, b, y);
                    else Affine.Forward<double>(x, w, b, y);
                    return Autograd.Record(y, "linear", bias is null ? [input, weights] : [input, weights, bias], dy =>
                    {
                        if (!is_grad_enabled()) return LinearGradients(dy.AsContiguous(), input, weights, bias);
                        var (rows, flat) = (dy.reshape(-1, outputs), input.reshape(-1, inputs));
                        return
                        [
                            input.requires_grad ? rows.matmul(weights).reshape(input.Shape_) : null,
                            weights.requires_grad ? rows.t().matmul(flat) : null,
                            .. bias is null ? Array.Empty<Tensor?>() : [bias.requires_grad ? rows.sum(0L) : null],
                        ];
                    }, input, weights);
                }

                private static Tensor?[] LinearGradients(Tensor dy, Tensor input, Tensor weights, Tensor? bias)
                {
                    var dx = input.RequiresGrad_ ? Tensor.New(dy.dtype, input.Shape_) : null;
                    var dw = weights.RequiresGrad_ ? Tensor.New(dy.dtype, weights.Shape_) : null;
                    if (dy.dtype == ScalarType.Float32) Fill<float>();
                    else Fill<double>();
                    if (bias is null) return [dx, dw];
                    return [dx, dw, bias.RequiresGrad_ ? dy.reshape(-1, bias.Shape_[0]).sum(0L) : null];

                    void Fill<T>() where T : unmanaged
                    {
                        if (dx is not null) Affine.BackwardInput<T>(dy, weights.AsContiguous(), dx);
                        if (dw is not null) Affine.BackwardWeight<T>(dy, input.AsContiguous(), dw);
                    }
                }

                private static void CheckLinear(Tensor input, Tensor weights, Tensor? bias)
                {
                    var rows = input.ndim < 2 ? 1 : input.numel() / Math.Max(1, input.Shape_[^1]);
                    if (weights.ndim != 2 || input.ndim == 0 || input.Shape_[^1] != weights.Shape_[1])
                        throw new ArgumentException("mat1 and mat2 shapes cannot be multiplied " +
                            $"({rows}x{(input.ndim == 0 ? 1 : input.Shape_[^1])} and " +
                            $"{string.Join('x', weights.Shape_.Reverse())})");
                    if (bias is not null && (bias.ndim != 1 || bias.Shape_[0] != weights.Shape_[0]))
                        throw new ArgumentException(
                            $"expected bias [{weights.Shape_[0]}], got {Shapes.Text(bias.Shape_)}");
                    if (!input.is_floating_point() || weights.dtype != input.dtype
                        || (bias?.dtype ?? input.dtype) != input.dtype)
                        throw new ArgumentException(
                            $"expected input, weight and bias of one floating point type, got {input.dtype} and " +
                            $"{weights.dtype}");
                }
            }
        }
    }
}
