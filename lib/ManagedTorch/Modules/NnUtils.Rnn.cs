namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>Sequences one beside another, the shorter ones filled up.</summary>
                /// <param name="sequences">Each [length, ...].</param>
                /// <param name="batch_first">Whether the result is [batch, longest, ...].</param>
                /// <param name="padding_value">What stands after a sequence's end.</param>
                /// <returns>[longest, batch, ...].</returns>
                /// <exception cref="ArgumentException">There is no sequence.</exception>
                public static Tensor pad_sequence(
                    IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0.0)
                {
                    var list = sequences.ToList();
                    if (list.Count == 0) throw new ArgumentException("received an empty list of sequences");
                    var longest = list.Max(sequence => sequence.Shape_[0]);
                    return stack([.. list.Select(Filled)], batch_first ? 0 : 1);

                    Tensor Filled(Tensor sequence)
                    {
                        var pad = new long[2 * sequence.Shape_.Length];
                        pad[^1] = longest - sequence.Shape_[0];
                        return functional.pad(sequence, pad, value: padding_value);
                    }
                }

                /// <summary>Takes the padding away.</summary>
                /// <param name="input">[time, batch, ...].</param>
                /// <param name="lengths">Int64, [batch]: how many steps of each sequence count.</param>
                /// <param name="batch_first">Whether the input is [batch, time, ...].</param>
                /// <param name="enforce_sorted">
                /// Whether the lengths must not increase; else the sequences are sorted here.
                /// </param>
                /// <exception cref="ArgumentException">The lengths do not fit or are not sorted.</exception>
                public static PackedSequence pack_padded_sequence(
                    Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    var steps = batch_first ? input.transpose(0, 1) : input;
                    var (T, B) = (steps.Shape_[0], steps.Shape_[1]);
                    var counts = lengths.to(ScalarType.Int64).AsContiguous().Elements<long>().ToArray();
                    CheckLengths(counts, T, B, enforce_sorted);
                    Tensor? sorted = null, unsorted = null;
                    if (!enforce_sorted)
                    {
                        long[] order = [.. Enumerable.Range(0, counts.Length).OrderByDescending(i => counts[i])
                            .Select(i => (long)i)];
                        counts = [.. order.Select(i => counts[i])];
                        (sorted, unsorted) = (tensor(order), tensor(order).argsort());
                        steps = steps.index_select(1, sorted);
                    }
                    var sizes = new long[counts[0]];
                    var places = new List<long>();
                    for (var t = 0; t < sizes.Length; t++)
                        for (var i = 0; i < counts.Length && counts[i] > t; i++, sizes[t]++) places.Add(t * B + i);
                    var rows = steps.reshape([T * B, .. steps.Shape_[2..]]).index_select(0, tensor(places.ToArray()));
                    return new PackedSequence(rows, tensor(sizes), sorted, unsorted);
                }

                /// <summary>Packs sequences of several lengths.</summary>
                /// <param name="sequences">Each [length, ...].</param>
                /// <param name="enforce_sorted">Whether the lengths must not increase.</param>
                /// <exception cref="ArgumentException">There is no sequence, or they are not sorted.</exception>
                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    var list = sequences.ToList();
                    return pack_padded_sequence(pad_sequence(list),
                        tensor(list.Select(sequence => sequence.Shape_[0]).ToArray()), false, enforce_sorted);
                }

                /// <summary>Puts the padding back: the sequences in their first order, and their lengths.</summary>
                /// <param name="sequence">Packed sequences.</param>
                /// <param name="batch_first">Whether the result is [batch, time, ...].</param>
                /// <param name="padding_value">What stands after a sequence's end.</param>
                /// <param name="total_length">The number of steps; that of the longest sequence if null.</param>
                /// <returns>[time, batch, ...], and Int64 [batch].</returns>
                /// <exception cref="ArgumentException">The total length is less than the longest sequence.</exception>
                public static (Tensor, Tensor) pad_packed_sequence(PackedSequence sequence, bool batch_first = false,
                    double padding_value = 0.0, long? total_length = null)
                {
                    var sizes = sequence.Sizes;
                    var (T, B) = (total_length ?? sizes.Length, sizes.Length == 0 ? 0 : sizes[0]);
                    if (T < sizes.Length)
                        throw new ArgumentException("Expected total_length to be at least the length of the longest " +
                            $"sequence in input, but got total_length={T} and max sequence length being " +
                            $"{sizes.Length}");
                    var (places, lengths) = (new long[T * B], new long[B]);
                    Array.Fill(places, -1);
                    for (var (t, row) = (0, 0L); t < sizes.Length; t++)
                        for (var i = 0; i < sizes[t]; i++, lengths[i - 1]++) places[t * B + i] = row++;
                    var (shape, where) = (sequence.data.Shape_[1..], tensor(places));
                    long[] flags = [T * B, .. shape.Select(_ => 1L)];
                    var padded = sequence.data.index_select(0, where.clamp(min: (Scalar)0))
                        .masked_fill(where.lt(0).view(flags), padding_value).reshape([T, B, .. shape]);
                    var counts = tensor(lengths);
                    if (sequence.unsorted_indices is { } order)
                        (padded, counts) = (padded.index_select(1, order), counts.index_select(0, order));
                    return (batch_first ? padded.transpose(0, 1) : padded, counts);
                }

                private static void CheckLengths(long[] counts, long steps, long batch, bool sorted)
                {
                    if (counts.Length != batch)
                        throw new ArgumentException("Expected `len(lengths)` to be equal to batch_size, but got " +
                            $"{counts.Length} (batch_size={batch})");
                    if (counts.Any(count => count <= 0))
                        throw new ArgumentException("Length of all samples has to be greater than 0, but found an " +
                            "element in 'lengths' that is <= 0");
                    if (counts.Any(count => count > steps))
                        throw new ArgumentException(
                            $"Expected lengths of at most the {steps} steps of the input, got {counts.Max()}");
                    for (var i = 1; sorted && i < counts.Length; i++)
                        if (counts[i] > counts[i - 1])
                            throw new ArgumentException("`lengths` array must be sorted in decreasing order when " +
                                "`enforce_sorted` is True. You can pass `enforce_sorted=False` to " +
                                "pack_padded_sequence and/or pack_sequence to sidestep this requirement.");
                }
            }
        }
    }
}
