using System.Diagnostics.CodeAnalysis;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Sequences of several lengths.</summary>
            public static partial class rnn
            {
                /// <summary>
                /// Sequences of several lengths without padding: the first elements of all, then the second ones, the
                /// longest sequence first.
                /// </summary>
                [SuppressMessage("Design", "CA1051", Justification = "TorchSharp's fields.")]
                public sealed class PackedSequence : IDisposable
                {
                    /// <summary>[sum of lengths, ...].</summary>
                    public readonly Tensor data;

                    /// <summary>Int64, [longest]: how many sequences reach each step.</summary>
                    public readonly Tensor batch_sizes;

                    /// <summary>Int64, [batch]: the given place of each sequence; null if they came sorted.</summary>
                    public readonly Tensor? sorted_indices;

                    /// <summary>Int64, [batch]: the place here of each given sequence; or null.</summary>
                    public readonly Tensor? unsorted_indices;

                    internal PackedSequence(Tensor data, Tensor batch_sizes, Tensor? sorted, Tensor? unsorted) =>
                        (this.data, this.batch_sizes, sorted_indices, unsorted_indices) =
                        (data, batch_sizes, sorted, unsorted);

                    internal int[] Sizes =>
                        Array.ConvertAll(batch_sizes.AsContiguous().Elements<long>().ToArray(), size => (int)size);

                    /// <summary>The same batch with other elements.</summary>
                    internal PackedSequence With(Tensor other) =>
                        new(other, batch_sizes.alias(), sorted_indices?.alias(), unsorted_indices?.alias());

                    /// <summary>Disposes the tensors.</summary>
                    public void Dispose() => Each(tensor => tensor.Dispose());

                    /// <summary>Takes the tensors out of all dispose scopes.</summary>
                    public PackedSequence DetachFromDisposeScope() => Each(tensor => tensor.DetachFromDisposeScope());

                    /// <summary>Moves the tensors to the dispose scope around the current one.</summary>
                    public PackedSequence MoveToOuterDisposeScope() =>
                        Each(tensor => tensor.MoveToOuterDisposeScope());

                    /// <summary>Moves the tensors to another dispose scope.</summary>
                    public PackedSequence MoveToOtherDisposeScope(DisposeScope other) =>
                        Each(tensor => tensor.MoveToOtherDisposeScope(other));

                    /// <summary>Moves the tensors to the dispose scope of another batch.</summary>
                    public PackedSequence MoveToOtherDisposeScope(PackedSequence other) =>
                        Each(tensor => tensor.MoveToOtherDisposeScope(other.data));

                    private PackedSequence Each(Action<Tensor> action)
                    {
                        foreach (var tensor in new[] { data, batch_sizes, sorted_indices, unsorted_indices })
                            if (tensor is not null) action(tensor);
                        return this;
                    }
                }
            }
        }
    }
}
