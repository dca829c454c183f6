using TorchSharp.Kernels;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A table of vectors, looked up by index.</summary>
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        private readonly long? _padding;
        private Parameter _weight;

        internal Embedding(Parameter weight, long? padding) : base(nameof(Embedding))
        {
            _padding = padding;
            _weight = weight;
            ConditionallyRegisterParameter("weight", weight);
        }

        /// <summary>The table, [count, width].</summary>
        public Parameter weight
        {
            get => _weight;
            set
            {
                ArgumentNullException.ThrowIfNull(value);
                ConditionallyRegisterParameter("weight", _weight = value);
            }
        }

        /// <summary>The rows of the table at the given indices.</summary>
        /// <param name="input">Int64 or Int32 of any shape, in [0, count).</param>
        /// <returns>[..., width].</returns>
        /// <exception cref="ArgumentOutOfRangeException">An index is outside the table.</exception>
        public override Tensor forward(Tensor input) => nn.Lookup(input, _weight, _padding);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A table of vectors, drawn from N(0, 1).</summary>
            /// <param name="num_embeddings">Rows.</param>
            /// <param name="embedding_dims">The width of a row.</param>
            /// <param name="padding_idx">
            /// A row that starts as 0 and is not learned; negative counts from the end.
            /// </param>
            /// <param name="max_norm">Not supported; null.</param>
            /// <param name="norm_type">Without effect.</param>
            /// <param name="scale_grad_by_freq">Not supported; false.</param>
            /// <param name="sparse">Not supported; false.</param>
            /// <param name="device">The CPU.</param>
            /// <param name="dtype">The element type; Float32 if null.</param>
            /// <exception cref="NotSupportedException">An option is given that is not supported.</exception>
            public static Embedding Embedding(
                long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null,
                double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null,
                ScalarType? dtype = null)
            {
                if (max_norm is not null || scale_grad_by_freq || sparse)
                    throw new NotSupportedException(
                        "Embedding has no max_norm, scale_grad_by_freq or sparse gradients here; use the defaults.");
                if (padding_idx is { } row && (row < -num_embeddings || row >= num_embeddings))
                    throw new ArgumentOutOfRangeException(nameof(padding_idx),
                        $"Padding_idx must be within num_embeddings: expected [{-num_embeddings}, " +
                        $"{num_embeddings}), got {row}");
                var padding = padding_idx < 0 ? padding_idx + num_embeddings : padding_idx;
                var weight = Parameter(Uninitialised([num_embeddings, embedding_dims], device, dtype));
                init.normal_(weight);
                if (padding is { } index)
                {
                    using var _ = no_grad();
                    weight.select(0, index).zero_();
                }
                return new Embedding(weight, padding);
            }

            /// <summary>Rows of a table: their gradients are added back to the rows that they came from.</summary>
            internal static Tensor Lookup(Tensor input, Tensor weight, long? padding)
            {
                if (input.dtype is not (ScalarType.Int64 or ScalarType.Int32))
                    throw new ArgumentException(
                        "Expected tensor for argument #1 'indices' to have one of the following scalar " +
                        $"types: Long, Int; but got {input.dtype.Word()} instead (while checking arguments " +
                        "for embedding)");
                var indices = input.to(ScalarType.Int64).AsContiguous();
                foreach (var index in indices.Elements<long>())
                {
                    if (index < 0 || index >= weight.Shape_[0])
                        throw new ArgumentOutOfRangeException(nameof(input),
                            $"index out of range in self: expected [0, {weight.Shape_[0]}), got {index}");
                }
                var rows = Tensor.New(weight.dtype, [.. input.Shape_, weight.Shape_[1]]);
                if (weight.dtype == ScalarType.Float32) Gather<float>(indices, weight.AsContiguous(), rows);
                else Gather<double>(indices, weight.AsContiguous(), rows);
                var shape = weight.Shape_;
                return Autograd.Record(
                    rows, "embedding", [weight], dy => [LookupBackward(dy, indices, shape, padding)], indices);
            }

            private static Tensor LookupBackward(Tensor dy, Tensor indices, long[] shape, long? padding)
            {
                var gradient = Tensor.New(dy.dtype, shape, clear: true);
                if (dy.dtype == ScalarType.Float32) Scatter<float>(indices, dy.AsContiguous(), gradient, padding);
                else Scatter<double>(indices, dy.AsContiguous(), gradient, padding);
                return Autograd.Record(
                    gradient, "embedding_backward", [dy], slope => [Lookup(indices, slope, null)], indices);
            }

            private static void Gather<T>(Tensor indices, Tensor table, Tensor rows) where T : unmanaged =>
                EmbeddingRows.Gather(
                    Memory<long>(indices), Memory<T>(table), Memory<T>(rows), (int)table.Shape_[1]);

            private static void Scatter<T>(Tensor indices, Tensor rows, Tensor table, long? padding)
                where T : unmanaged, System.Numerics.INumberBase<T> =>
                EmbeddingRows.ScatterAdd(
                    Memory<long>(indices), Memory<T>(rows), Memory<T>(table), (int)table.Shape_[1], padding);

            private static Memory<T> Memory<T>(Tensor tensor) where T : unmanaged
            {
                var array = tensor.Array<T>(out var offset);
                return array.AsMemory(offset, (int)tensor.Count_);
            }
        }
    }
}
