using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The sizes of a tensor's dimensions, as a value.</summary>
    [SuppressMessage("Naming", "CA1710", Justification = "TorchSharp's name.")]
    [SuppressMessage("Usage", "CA2225", Justification = "The operators are TorchSharp's.")]
    public struct Size : IEnumerable<long>
    {
        private readonly long[] _shape;

        /// <summary>No dimensions at all.</summary>
        [SuppressMessage("Usage", "CA2211", Justification = "As TorchSharp.")]
        public static Size Empty = new(System.Array.Empty<long>());

        /// <summary>A copy of sizes.</summary>
        public Size(long[] shape) => _shape = [.. shape];

        /// <inheritdoc cref="Size(long[])"/>
        public Size(IEnumerable<long> shape) => _shape = [.. shape];

        /// <inheritdoc cref="Size(long[])"/>
        public Size(int[] shape) => _shape = System.Array.ConvertAll(shape, n => (long)n);

        /// <summary>One dimension.</summary>
        public Size(long size) => _shape = [size];

        /// <summary>Two dimensions.</summary>
        public Size((long, long) size) =>
            _shape = [size.Item1, size.Item2];

        /// <summary>Three dimensions.</summary>
        public Size((long, long, long) size) =>
            _shape = [size.Item1, size.Item2, size.Item3];

        /// <summary>Four dimensions.</summary>
        public Size((long, long, long, long) size) =>
            _shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        /// <summary>Five dimensions.</summary>
        public Size((long, long, long, long, long) size) =>
            _shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        /// <summary>Six dimensions.</summary>
        public Size((long, long, long, long, long, long) size) =>
            _shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        /// <summary>One dimension.</summary>
        public Size(int size) => _shape = [size];

        /// <summary>Two dimensions.</summary>
        public Size((int, int) size) =>
            _shape = [size.Item1, size.Item2];

        /// <summary>Three dimensions.</summary>
        public Size((int, int, int) size) =>
            _shape = [size.Item1, size.Item2, size.Item3];

        /// <summary>Four dimensions.</summary>
        public Size((int, int, int, int) size) =>
            _shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        /// <summary>Five dimensions.</summary>
        public Size((int, int, int, int, int) size) =>
            _shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        /// <summary>Six dimensions.</summary>
        public Size((int, int, int, int, int, int) size) =>
            _shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        /// <summary>Whether there are no dimensions.</summary>
        public bool IsEmpty => Shape.Length == 0;

        /// <inheritdoc cref="IsEmpty"/>
        public bool IsScalar => IsEmpty;

        /// <summary>The number of dimensions.</summary>
        public int Length => Shape.Length;

        /// <summary>The sizes.</summary>
        public long[] Shape => _shape ?? [];

        /// <summary>One size; negative indices count from the end.</summary>
        public long this[int idx] => Shape[idx < 0 ? idx + Length : idx];

        /// <inheritdoc cref="this[int]"/>
        public long this[long idx] => this[(int)idx];

        /// <summary>The number of elements of a tensor of this shape.</summary>
        public long numel() => Shapes.Count(Shape);

        /// <summary>The sizes from one dimension up to another, which is left out.</summary>
        public Size Slice(int first, int next) => new(Shape[first..next]);

        /// <summary>The first sizes.</summary>
        public IEnumerable<long> Take(int i) => Shape.Take(i);

        /// <summary>The sizes one after the other.</summary>
        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shape).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>Sizes as a value.</summary>
        public static implicit operator Size(long[] size) => new(size);

        /// <inheritdoc cref="op_Implicit(long[])"/>
        public static implicit operator Size(long size) => new(size);

        /// <inheritdoc cref="op_Implicit(long[])"/>
        public static implicit operator Size((long, long) size) => new(size);

        /// <inheritdoc cref="op_Implicit(long[])"/>
        public static implicit operator Size((long, long, long) size) => new(size);

        /// <inheritdoc cref="op_Implicit(long[])"/>
        public static implicit operator Size((long, long, long, long) size) => new(size);

        /// <inheritdoc cref="op_Implicit(long[])"/>
        public static implicit operator Size((long, long, long, long, long) size) => new(size);

        /// <inheritdoc cref="op_Implicit(long[])"/>
        public static implicit operator Size((long, long, long, long, long, long) size) => new(size);

        /// <summary>The sizes of both, one behind the other.</summary>
        public static Size operator +(Size left, Size right) => new([.. left.Shape, .. right.Shape]);

        /// <inheritdoc cref="op_Addition(Size, Size)"/>
        public static Size operator +(Size left, IEnumerable<long> right) => new([.. left.Shape, .. right]);

        /// <summary>Whether both have the same sizes.</summary>
        public static bool operator ==(Size left, Size right) => left.Equals(right);

        /// <summary>Whether they differ.</summary>
        public static bool operator !=(Size left, Size right) => !left.Equals(right);

        /// <summary>Whether the other has the same sizes.</summary>
        public override bool Equals([NotNullWhen(true)] object? obj) =>
            obj is Size other && Shapes.Same(Shape, other.Shape);

        /// <inheritdoc/>
        public override int GetHashCode() => Shape.Aggregate(Length, HashCode.Combine);
    }

    /// <summary>The shape that all shapes broadcast to.</summary>
    /// <exception cref="ArgumentException">They do not broadcast.</exception>
    public static Size broadcast_shapes(params long[][] shapes) =>
        new(shapes.Aggregate(System.Array.Empty<long>(), Shapes.Broadcast));

    public partial class Tensor
    {
        /// <inheritdoc cref="expand(long[])"/>
        public Tensor expand(Size sizes, bool isImplicit = false) => Expand(sizes.Shape);

        /// <inheritdoc cref="unflatten(long, long[])"/>
        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);
    }
}
