using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Scales the last dimensions to mean 0 and variance 1, then by a learned weight and bias.</summary>
    public sealed class LayerNorm : nn.Module<Tensor, Tensor>
    {
        private Parameter? _weight;
        private Parameter? _bias;

        internal LayerNorm(long[] shape, double eps, Parameter? weight, Parameter? bias) : base(nameof(LayerNorm))
        {
            (normalized_shape, this.eps, elementwise_affine) = (shape, eps, weight is not null);
            this.weight = weight;
            this.bias = bias;
        }

        /// <summary>The last dimensions, over which the mean and variance are taken.</summary>
        public long[] normalized_shape { get; set; }

        /// <summary>Added to the variance.</summary>
        public double eps { get; set; }

        /// <summary>Whether there are a weight and a bias.</summary>
        public bool elementwise_affine { get; set; }

        /// <summary>The factor, of the normalized shape, or null.</summary>
        public Parameter? weight
        {
            get => _weight;
            set => ConditionallyRegisterParameter("weight", _weight = value);
        }

        /// <summary>The summand, of the normalized shape, or null.</summary>
        public Parameter? bias
        {
            get => _bias;
            set => ConditionallyRegisterParameter("bias", _bias = value);
        }

        /// <summary>Sets the weight to 1 and the bias to 0.</summary>
        public void reset_parameters()
        {
            if (_weight is not null) nn.init.ones_(_weight);
            if (_bias is not null) nn.init.zeros_(_bias);
        }

        /// <inheritdoc cref="nn.functional.layer_norm"/>
        /// <param name="tensor">[..., normalized shape].</param>
        public override Tensor forward(Tensor tensor) =>
            nn.functional.layer_norm(tensor, normalized_shape, _weight, _bias, eps);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Layer normalisation over the last dimension.</summary>
            /// <inheritdoc cref="LayerNorm(long[], double, bool, bool, Device?, ScalarType?)"/>
            public static LayerNorm LayerNorm(
                long normalized_shape, double eps = 1E-05, bool elementwise_affine = true, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                LayerNorm([normalized_shape], eps, elementwise_affine, bias, device, dtype);

            /// <summary>Layer normalisation over the last dimensions.</summary>
            /// <param name="normalized_shape">The sizes of those dimensions.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="elementwise_affine">Whether there is a weight, and a bias if wanted.</param>
            /// <param name="bias">Whether there is a bias.</param>
            /// <param name="device">The CPU.</param>
            /// <param name="dtype">The element type; Float32 if null.</param>
            public static LayerNorm LayerNorm(
                long[] normalized_shape, double eps = 1E-05, bool elementwise_affine = true, bool bias = true,
                Device? device = null, ScalarType? dtype = null)
            {
                ArgumentNullException.ThrowIfNull(normalized_shape);
                Parameter? Filled(bool wanted) =>
                    wanted ? Parameter(Uninitialised(normalized_shape, device, dtype)) : null;

                var module = new LayerNorm(
                    normalized_shape, eps, Filled(elementwise_affine), Filled(elementwise_affine && bias));
                module.reset_parameters();
                return module;
            }

            public static partial class functional
            {
                /// <summary>(x − mean) / √(variance + eps) · weight + bias over the last dimensions.</summary>
                /// <param name="input">x, [..., normalized shape].</param>
                /// <param name="normalized_shape">The sizes of the last dimensions.</param>
                /// <param name="weight">Of the normalized shape, or null for 1.</param>
                /// <param name="bias">Of the normalized shape, or null for 0.</param>
                /// <param name="eps">Added to the variance.</param>
                /// <exception cref="ArgumentException">The shapes do not fit, or the types differ.</exception>
                /// <remarks>
                /// With x̂ the normalised x and g = dy ∘ weight: dx = (g − mean(g) − x̂ · mean(g ∘ x̂)) / √(variance +
                /// eps).
                /// Ba, Kiros and Hinton, 2016, equation 4: https://arxiv.org/abs/1607.06450
                /// </remarks>
                public static Tensor layer_norm(
                    Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null,
                    double eps = 1E-05)
                {
                    CheckLayerNorm(input, normalized_shape, weight, bias);
                    return input.dtype == ScalarType.Float32
                        ? LayerNorm<float>(input, normalized_shape, weight, bias, eps)
                        : LayerNorm<double>(input, normalized_shape, weight, bias, eps);
                }

                private static Tensor LayerNorm<T>(Tensor input, long[] shape, Tensor? weight, Tensor? bias, double eps)
                    where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
                {
                    var x = input.AsContiguous();
                    var y = Tensor.New(input.dtype, input.Shape_);
                    var width = (int)Shapes.Count(shape);
                    var rows = width == 0 ? 0 : (int)(x.Count_ / width);
                    var (w, b) = (weight?.AsContiguous(), bias?.AsContiguous());
                    var source = x.Array<T>(out var xOffset);
                    var statistics = Kernels.LayerNorm<T>.Forward(rows, width, source, xOffset,
                        w is null ? default : Memory<T>(w), b is null ? default : Memory<T>(b), eps,
                        y.Array<T>(out var yOffset), yOffset);

                    Tensor[] inputs = [input, .. weight is null ? Array.Empty<Tensor>() : [weight],
                        .. bias is null ? Array.Empty<Tensor>() : [bias]];
                    return Autograd.Record(y, "layer_norm", inputs, dy =>
                    {
                        if (is_grad_enabled())
                            return LayerNormBackward(dy, input, shape, weight, bias is not null, eps);
                        var g = dy.AsContiguous();
                        var slopes = g.Array<T>(out var gOffset);
                        var dx = Tensor.New(y.dtype, input.Shape_);
                        Kernels.LayerNorm<T>.BackwardInput(rows, width, x.Array<T>(out var from), from, slopes, gOffset,
                            w is null ? default : Memory<T>(w), statistics, dx.Array<T>(out var to), to);
                        if (inputs.Length == 1) return [dx];
                        var dw = Tensor.New(y.dtype, shape);
                        var db = Tensor.New(y.dtype, shape);
                        Kernels.LayerNorm<T>.BackwardParameters(
                            rows, width, x.Array<T>(out from), from, slopes, gOffset, statistics, Memory<T>(dw),
                            Memory<T>(db));
                        return
                        [
                            dx,
                            .. weight is null ? Array.Empty<Tensor?>() : [dw],
                            .. bias is null ? Array.Empty<Tensor?>() : [db],
                        ];
                    }, w is null ? [input, x] : [input, x, w]);
                }

                // The same gradient in tensor words, for gradients of gradients.
                private static Tensor?[] LayerNormBackward(
                    Tensor dy, Tensor x, long[] shape, Tensor? weight, bool hasBias, double eps)
                {
                    long[] inner = [.. Enumerable.Range(1, shape.Length).Select(d => (long)-d)];
                    long[] outer = [.. Enumerable.Range(0, (int)x.ndim - shape.Length).Select(d => (long)d)];
                    Tensor Sum(Tensor t) => outer.Length == 0 ? t : t.sum(outer);

                    var centred = x - x.mean(inner, true);
                    var scale = (centred * centred).mean(inner, true).add(eps).rsqrt();
                    var normal = centred * scale;
                    var g = weight is null ? dy : dy * weight;
                    var dx = (g - g.mean(inner, true) - normal * (g * normal).mean(inner, true)) * scale;
                    return [dx, .. weight is null ? Array.Empty<Tensor?>() : [Sum(dy * normal)],
                        .. hasBias ? [Sum(dy)] : Array.Empty<Tensor?>()];
                }

                private static void CheckLayerNorm(Tensor input, long[] shape, Tensor? weight, Tensor? bias)
                {
                    ArgumentNullException.ThrowIfNull(shape);
                    if (input.ndim < shape.Length || shape.Length == 0
                        || !input.Shape_.AsSpan(^shape.Length..).SequenceEqual(shape))
                        throw new ArgumentException(
                            $"Given normalized_shape={Shapes.Text(shape)}, expected input with shape " +
                            $"[*, {string.Join(", ", shape)}], but got input of size{Shapes.Text(input.Shape_)}");
                    foreach (var (name, given) in new[] { ("weight", weight), ("bias", bias) })
                    {
                        if (given is not null && !Shapes.Same(given.Shape_, shape))
                            throw new ArgumentException(
                                $"Expected {name} to be of same shape as normalized_shape, but got " +
                                $"{name} of shape {Shapes.Text(given.Shape_)} and normalized_shape = " +
                                Shapes.Text(shape));
                    }
                    if (!input.is_floating_point() || (weight?.dtype ?? input.dtype) != input.dtype)
                        throw new ArgumentException(
                            $"expected input and weight of one floating point type, got {input.dtype} and " +
                            $"{weight?.dtype}");
                }
            }
        }
    }
}
