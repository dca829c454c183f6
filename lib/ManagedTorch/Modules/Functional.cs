namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What the modules compute, as functions.</summary>
        public static partial class functional
        {
            /// <summary>max(0, x).</summary>
            public static Tensor relu(Tensor x, bool inplace = false) =>
                inplace ? x.relu_() : x.relu();

            /// <summary>x · Φ(x).</summary>
            public static Tensor gelu(Tensor x) =>
                x.gelu();

            /// <summary>x · Φ(x).</summary>
            public static Tensor gelu(Tensor x, bool inplace) =>
                inplace ? x.gelu_() : x.gelu();

            /// <summary>x · Φ(x).</summary>
            public static Tensor gelu(Tensor x, Modules.GELU.Approximate approximate, bool inplace = false) =>
                inplace ? x.gelu_(approximate) : x.gelu(approximate);

            /// <summary>x · sigmoid(x).</summary>
            public static Tensor silu(Tensor x, bool inplace = false) =>
                inplace ? x.silu_() : x.silu();

            /// <summary>1 / (1 + exp(−x)).</summary>
            public static Tensor sigmoid(Tensor x) =>
                x.sigmoid();

            /// <summary>1 / (1 + exp(−x)).</summary>
            public static Tensor sigmoid(Tensor x, bool inplace) =>
                inplace ? x.sigmoid_() : x.sigmoid();

            /// <summary>The hyperbolic tangent.</summary>
            public static Tensor tanh(Tensor x, bool inplace = false) =>
                inplace ? x.tanh_() : x.tanh();

            /// <summary>x where positive, else x times a slope.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? input.leaky_relu_(negative_slope) : input.leaky_relu(negative_slope);

            /// <summary>x where positive, else α·(exp(x) − 1).</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? x.elu_(alpha) : x.elu(alpha);

            /// <summary>log(1 + exp(β·x)) / β; x itself where β·x is above the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1.0, double threshold = 20.0) =>
                x.softplus(beta, threshold);

            /// <summary>log(1 / (1 + exp(−x))).</summary>
            public static Tensor logsigmoid(Tensor x) =>
                x.log_sigmoid();

            /// <summary>Exponentials along a dimension, scaled to sum to 1.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) =>
                input.softmax(dim, dtype);

            /// <summary>The logarithm of the softmax along a dimension.</summary>
            public static Tensor log_softmax(Tensor x, long dim) =>
                x.log_softmax(dim);

            /// <summary>a · sigmoid(b), with a and b the halves of the input along a dimension.</summary>
            /// <exception cref="ArgumentException">The dimension's size is odd.</exception>
            /// <remarks>Dauphin et al., 2016: https://arxiv.org/abs/1612.08083</remarks>
            public static Tensor glu(Tensor input, long dim = -1)
            {
                var size = input.size((int)dim);
                if (size % 2 != 0)
                    throw new ArgumentException($"Halving dimension must be even, but dimension {dim} is size {size}");
                return input.narrow(dim, 0, size / 2).mul(input.narrow(dim, size / 2, size / 2).sigmoid());
            }

            /// <summary>x / max(‖x‖_p, eps) along a dimension.</summary>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1, double eps = 1E-12) =>
                input.div(input.norm((int)dim, true, (float)p).clamp(min: (Scalar)eps));

            /// <summary>x₁·x₂ / (max(‖x₁‖, eps) · max(‖x₂‖, eps)) along a dimension.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1E-08)
            {
                var squares = x1.mul(x1).sum(dim).mul(x2.mul(x2).sum(dim));
                return x1.mul(x2).sum(dim).div(squares.clamp(min: (Scalar)(eps * eps)).sqrt());
            }

            /// <summary>For each index a row of zeros with a 1 at the index.</summary>
            /// <param name="x">Int64, of any shape.</param>
            /// <param name="num_classes">The width of a row; -1 for one more than the greatest index.</param>
            /// <returns>Int64, [..., num_classes].</returns>
            /// <exception cref="ArgumentException">
            /// An index is negative or too great, or the type is not Int64.
            /// </exception>
            public static Tensor one_hot(Tensor x, long num_classes = -1)
            {
                if (x.dtype != ScalarType.Int64)
                    throw new ArgumentException(
                        $"one_hot is only applicable to index tensor of type Int64, got {x.dtype}.");
                var indices = x.AsContiguous();
                ReadOnlySpan<long> values = indices.Elements<long>();
                if (values.IsEmpty && num_classes < 0)
                    throw new ArgumentException("Can not infer total number of classes from empty tensor.");
                var width = num_classes < 0 ? System.Numerics.Tensors.TensorPrimitives.Max(values) + 1 : num_classes;
                var result = Tensor.New(ScalarType.Int64, [.. x.Shape_, width], clear: true);
                Kernels.EmbeddingRows.OneHot(values, result.Elements<long>(), (int)width);
                return result;
            }
        }
    }
}
