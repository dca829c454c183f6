namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>How many inputs and outputs one element of a weight's output and input has.</summary>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor) =>
                ((long)Fan(tensor, FanInOut.FanIn), (long)Fan(tensor, FanInOut.FanOut));

            /// <summary>Normal, but drawn anew, so to speak, outside [a, b].</summary>
            /// <param name="tensor">Of any shape.</param>
            /// <param name="mean">The mean before the cut.</param>
            /// <param name="std">The standard deviation before the cut.</param>
            /// <param name="a">The least value.</param>
            /// <param name="b">The greatest value.</param>
            /// <param name="generator">Where the draws come from; the default generator if null.</param>
            /// <remarks>Uniform draws through the inverse of the normal distribution function.</remarks>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0.0, double std = 1.0, double a = -2.0,
                double b = 2.0, Generator? generator = null)
            {
                double Rank(double x) => Kernels.Erf.Of((x - mean) / std / Math.Sqrt(2));
                return Quietly(() =>
                {
                    tensor.uniform_(Rank(a), Rank(b), generator);
                    var values = tensor.As(ScalarType.Float64).AsContiguous().Elements<double>().ToArray();
                    for (var i = 0; i < values.Length; i++)
                        values[i] = Math.Clamp(Kernels.ErfInverse.Of(values[i]) * std * Math.Sqrt(2) + mean, a, b);
                    return tensor.copy_(torch.tensor(values, tensor.Shape_));
                });
            }

            /// <summary>1 on the diagonal of a matrix, 0 elsewhere.</summary>
            /// <exception cref="ArgumentException">The tensor has not two dimensions.</exception>
            public static Tensor eye_(Tensor tensor)
            {
                if (tensor.ndim != 2) throw new ArgumentException("Only tensors with 2 dimensions are supported");
                return Quietly(() => tensor.copy_(eye(tensor.Shape_[0], tensor.Shape_[1], tensor.dtype)));
            }

            /// <summary>The weight of a convolution that gives back its input's channels.</summary>
            /// <param name="tensor">[out, in, ...] of three to five dimensions.</param>
            /// <exception cref="ArgumentException">The tensor has other dimensions.</exception>
            public static Tensor dirac_(Tensor tensor)
            {
                if (tensor.ndim is < 3 or > 5)
                    throw new ArgumentException("Only tensors with 3, 4, or 5 dimensions are supported");
                return Quietly(() =>
                {
                    tensor.zero_();
                    var middle = tensor;                            // [out, in] at the middle of the kernel
                    while (middle.ndim > 2) middle = middle.select(-1, middle.Shape_[^1] / 2);
                    for (var c = 0L; c < Math.Min(tensor.Shape_[0], tensor.Shape_[1]); c++)
                        middle.select(0, c).select(0, c).fill_(1);
                    return tensor;
                });
            }

            /// <summary>Normal draws, a part of each column of which is 0.</summary>
            /// <param name="tensor">A matrix.</param>
            /// <param name="sparsity">The part of each column that is 0, in [0, 1].</param>
            /// <param name="std">The standard deviation.</param>
            /// <exception cref="ArgumentException">The tensor has not two dimensions.</exception>
            /// <remarks>Martens, 2010: https://www.cs.toronto.edu/~jmartens/docs/Deep_HessianFree.pdf</remarks>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                if (tensor.ndim != 2) throw new ArgumentException("Only tensors with 2 dimensions are supported");
                if (!(sparsity >= 0 && sparsity <= 1))
                    throw new ArgumentOutOfRangeException(
                        nameof(sparsity), $"sparsity must be in [0, 1], got {sparsity}");
                return Quietly(() =>
                {
                    tensor.normal_(0, std);
                    var zeros = (long)Math.Ceiling(sparsity * tensor.Shape_[0]);
                    for (var column = 0L; column < tensor.Shape_[1]; column++)
                        foreach (var row in randperm(tensor.Shape_[0]).narrow(0, 0, zeros).Elements<long>())
                            tensor.select(1, column).select(0, row).fill_(0);
                    return tensor;
                });
            }

            /// <summary>Rows, or columns if they are fewer, that are orthogonal and of length gain.</summary>
            /// <param name="tensor">Of at least two dimensions; those after the first count as one.</param>
            /// <param name="gain">A factor, as from <see cref="calculate_gain"/>.</param>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            /// <remarks>
            /// Q of normal draws A = Q·R, with the diagonal of R positive: then Q is uniform. Saxe et al., 2013:
            /// https://arxiv.org/abs/1312.6120
            /// </remarks>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0)
            {
                if (tensor.ndim < 2)
                    throw new ArgumentException("Only tensors with 2 or more dimensions are supported");
                if (tensor.Count_ == 0) return tensor;
                return Quietly(() =>
                {
                    var rows = (int)tensor.Shape_[0];
                    var columns = (int)(tensor.Count_ / rows);
                    var drawn = tensor.new_empty([rows, columns]).normal_(0, 1);
                    var wide = rows < columns;
                    var vectors = (wide ? drawn : drawn.t()).contiguous().to(ScalarType.Float64)
                        .data<double>().ToArray();
                    Orthonormalise(vectors, Math.Min(rows, columns), Math.Max(rows, columns));
                    var q = torch.tensor(vectors, [Math.Min(rows, columns), Math.Max(rows, columns)]).mul(gain);
                    return tensor.copy_((wide ? q : q.t()).reshape(tensor.Shape_));
                });
            }

            // Gram and Schmidt, each vector twice, which leaves nothing of the others to rounding.
            private static void Orthonormalise(double[] vectors, int count, int length)
            {
                for (var i = 0; i < count; i++)
                {
                    var v = vectors.AsSpan(i * length, length);
                    for (var pass = 0; pass < 2; pass++)
                        for (var j = 0; j < i; j++)
                        {
                            var u = vectors.AsSpan(j * length, length);
                            Kernels.Rows.AddTimes<double>(u, -Kernels.Lanes.Dot<double>(u, v), v);
                        }
                    Kernels.Rows.Scale<double>(v, 1 / Math.Sqrt(Kernels.Lanes.Dot<double>(v, v)), v);
                }
            }
        }
    }
}
