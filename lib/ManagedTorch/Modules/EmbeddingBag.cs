using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Sums, means or maxima of bags of vectors of a table.</summary>
    public sealed class EmbeddingBag : nn.Module<Tensor, Tensor, Tensor, Tensor>,
        nn.IModule<Tensor, Tensor, Tensor>
    {
        private readonly EmbeddingBagMode _mode;
        private readonly bool _lastOffset;
        private readonly long? _padding;
        private Parameter _weight;

        internal EmbeddingBag(Parameter weight, EmbeddingBagMode mode, bool lastOffset, long? padding) :
            base(nameof(EmbeddingBag))
        {
            (_mode, _lastOffset, _padding) = (mode, lastOffset, padding);
            ConditionallyRegisterParameter("weight", _weight = weight);
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

        /// <summary>One vector for each bag; 0 for an empty one.</summary>
        /// <param name="input">Int64 or Int32: [bags, n], or the indices of all bags one after another.</param>
        /// <param name="offsets">[bags], where each bag begins in a one-dimensional input; else null.</param>
        /// <param name="perSampleWeights">
        /// A factor for each index, of the input's shape, for sums only; or null.
        /// </param>
        /// <returns>[bags, width].</returns>
        /// <exception cref="ArgumentException">The shapes do not fit, or the mode takes no factors.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An index is outside the table.</exception>
        public override Tensor forward(Tensor input, Tensor? offsets, Tensor? perSampleWeights)
        {
            if (perSampleWeights is not null && _mode != EmbeddingBagMode.Sum)
                throw new ArgumentException("embedding_bag: per_sample_weights was not None. per_sample_weights is " +
                    $"only supported for mode='sum' (got mode='{_mode.ToString().ToLowerInvariant()}').");
            if (perSampleWeights is not null && !Shapes.Same(perSampleWeights.Shape_, input.Shape_))
                throw new ArgumentException("embedding_bag: If per_sample_weights is not None, then it must have the " +
                    $"same shape as the input ({Shapes.Text(input.Shape_)}), got " +
                    Shapes.Text(perSampleWeights.Shape_));
            var starts = Starts(input, offsets);
            var places = Places(starts);                     // [bags, longest], -1 beyond a bag's end
            var flat = input.reshape(-1).to(ScalarType.Int64);
            var seen = places.ge(0);
            var chosen = places.clamp(min: (Scalar)0).reshape(-1);
            var empty = flat.Count_ == 0 || chosen.Count_ == 0;
            if (empty) return zeros([places.Shape_[0], _weight.Shape_[1]], _weight.dtype);
            var indices = flat.index_select(0, chosen).view(places.Shape_);
            if (_padding is { } padding) seen = seen.logical_and(indices.ne(padding));
            var rows = nn.Lookup(indices, _weight, _padding);       // [bags, longest, width]
            var hidden = seen.logical_not().unsqueeze(-1);
            if (_mode == EmbeddingBagMode.Max)
            {
                var none = seen.any(1).logical_not().unsqueeze(-1);
                return rows.masked_fill(hidden, double.NegativeInfinity).max(1).values.masked_fill(none, 0);
            }
            if (perSampleWeights is not null)
                rows = rows * perSampleWeights.reshape(-1).index_select(0, chosen).view(places.Shape_).unsqueeze(-1);
            var sums = rows.masked_fill(hidden, 0).sum(1L);
            if (_mode == EmbeddingBagMode.Sum) return sums;
            return sums / seen.to(rows.dtype).sum(1L, true).clamp(min: (Scalar)1);
        }

        /// <inheritdoc cref="forward"/>
        public Tensor call(Tensor input) => base.call(input, null!, null!);

        /// <inheritdoc cref="forward"/>
        public Tensor call(Tensor input, Tensor? offsets) => base.call(input, offsets!, null!);

        /// <inheritdoc cref="forward"/>
        public new Tensor call(Tensor input, Tensor? offsets, Tensor? perSampleWeights) =>
            base.call(input, offsets!, perSampleWeights!);

        // Where each bag begins, and where the last one ends.
        private long[] Starts(Tensor input, Tensor? offsets)
        {
            if (input.ndim == 2)
            {
                if (offsets is not null)
                    throw new ArgumentException("if input is 2D, then offsets has to be None, as input is treated is " +
                        "a mini-batch of fixed length sequences.");
                return [.. Enumerable.Range(0, (int)input.Shape_[0] + 1).Select(i => i * input.Shape_[1])];
            }
            if (input.ndim != 1)
                throw new ArgumentException(
                    $"input has to be 1D or 2D Tensor, but got Tensor of dimension {input.ndim}");
            if (offsets is null) throw new ArgumentException("offsets has to be a 1D Tensor but got None");
            if (offsets.ndim != 1) throw new ArgumentException("offsets has to be a 1D Tensor");
            var given = offsets.to(ScalarType.Int64).AsContiguous().Elements<long>().ToArray();
            if (given.Length > 0 && given[0] != 0)
                throw new ArgumentException("offsets[0] has to be 0, i.e., the first sequence in the mini-batch has " +
                    $"to start from position 0. However, got {given[0]}");
            long[] starts = _lastOffset ? given : [.. given, input.Shape_[0]];
            for (var i = 1; i < starts.Length; i++)
                if (starts[i] < starts[i - 1] || starts[i] > input.Shape_[0])
                    throw new ArgumentException("offsets[-1] can not be greater than input's length " +
                        $"{input.Shape_[0]}, and offsets must not decrease; got {starts[i]}");
            return starts;
        }

        private static Tensor Places(long[] starts)
        {
            var bags = Math.Max(0, starts.Length - 1);
            var longest = 0L;
            for (var i = 0; i < bags; i++) longest = Math.Max(longest, starts[i + 1] - starts[i]);
            var places = new long[bags * longest];
            for (var i = 0; i < bags; i++)
                for (var j = 0L; j < longest; j++)
                    places[i * longest + j] = starts[i] + j < starts[i + 1] ? starts[i] + j : -1;
            return Tensor.Wrap(places, [bags, longest]);
        }
    }
}

namespace TorchSharp
{
    /// <summary>How the vectors of a bag become one.</summary>
    public enum EmbeddingBagMode
    {
        /// <summary>Their sum.</summary>
        Sum = 0,

        /// <summary>Their mean.</summary>
        Mean = 1,

        /// <summary>The greatest of each element.</summary>
        Max = 2,
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.EmbeddingBag"/>
            /// <param name="num_embeddings">Rows.</param>
            /// <param name="embedding_dims">The width of a row.</param>
            /// <param name="max_norm">Not supported; null.</param>
            /// <param name="norm_type">Without effect.</param>
            /// <param name="scale_grad_by_freq">Not supported; false.</param>
            /// <param name="mode">How the vectors of a bag become one.</param>
            /// <param name="sparse">Not supported; false.</param>
            /// <param name="include_last_offset">Whether the offsets end with the end of the last bag.</param>
            /// <param name="padding_index">A row that does not count, or −1 for none.</param>
            /// <param name="device">The CPU.</param>
            /// <param name="dtype">The element type; Float32 if null.</param>
            /// <exception cref="NotSupportedException">An option is given that is not supported.</exception>
            public static EmbeddingBag EmbeddingBag(long num_embeddings, long embedding_dims, double? max_norm = null,
                double norm_type = 2.0, bool scale_grad_by_freq = false,
                EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false,
                long padding_index = -1, Device? device = null, ScalarType? dtype = null)
            {
                CheckBag(max_norm, scale_grad_by_freq, sparse);
                var weight = Parameter(init.normal_(Uninitialised([num_embeddings, embedding_dims], device, dtype)));
                if (padding_index >= 0)
                {
                    using var _ = no_grad();
                    weight.select(0, padding_index).zero_();
                }
                return new EmbeddingBag(
                    weight, mode, include_last_offset, padding_index < 0 ? null : padding_index);
            }

            /// <summary>Bags over a given table.</summary>
            /// <inheritdoc cref="EmbeddingBag" path="/param"/>
            /// <param name="embeddings">The table, [count, width].</param>
            /// <param name="freeze">Whether it is not learned.</param>
            public static EmbeddingBag EmbeddingBag_from_pretrained(Tensor embeddings, bool freeze = true,
                double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false,
                EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false,
                long padding_index = -1, Device? device = null, ScalarType? dtype = null)
            {
                CheckBag(max_norm, scale_grad_by_freq, sparse);
                if (embeddings.ndim != 2)
                    throw new ArgumentException("Embeddings parameter is expected to be 2-dimensional, got " +
                        Shapes.Text(embeddings.Shape_));
                Devices.Check(device);
                return new EmbeddingBag(Parameter(embeddings.to(dtype ?? embeddings.dtype), !freeze), mode,
                    include_last_offset, padding_index < 0 ? null : padding_index);
            }

            private static void CheckBag(double? max_norm, bool scale_grad_by_freq, bool sparse)
            {
                if (max_norm is not null || scale_grad_by_freq || sparse)
                    throw new NotSupportedException(
                        "EmbeddingBag has no max_norm, scale_grad_by_freq or sparse gradients here; use the defaults.");
            }
        }
    }
}
