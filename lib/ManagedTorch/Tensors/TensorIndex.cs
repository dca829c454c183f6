namespace TorchSharp;

public static partial class torch
{
    /// <summary>One place in the brackets of <c>x[...]</c>.</summary>
    public struct TensorIndex
    {
        internal enum Kind
        {
            None,
            Ellipsis,
            Single,
            Slice,
            Bool,
            Tensor,
        }

        internal Kind Type { get; private init; }

        internal long? Start { get; private init; }

        internal long? Stop { get; private init; }

        internal long? Step { get; private init; }

        internal Tensor? Elements { get; private init; }

        /// <summary>As many whole dimensions as are not named otherwise.</summary>
        public static TensorIndex Ellipsis = new() { Type = Kind.Ellipsis };

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex None = new() { Type = Kind.None };

        /// <inheritdoc cref="None"/>
        public static TensorIndex Null = new() { Type = Kind.None };

        /// <summary>A whole dimension.</summary>
        public static TensorIndex Colon = new() { Type = Kind.Slice };

        /// <summary>One index, which removes its dimension; null makes a new one.</summary>
        public static TensorIndex Single(long? index) =>
            index is null ? None : new TensorIndex { Type = Kind.Single, Start = index };

        /// <summary>A new dimension of size 1, or 0 if false.</summary>
        public static TensorIndex Bool(bool value) => new() { Type = Kind.Bool, Start = value ? 1 : 0 };

        /// <summary>Integers that name indices, or Bool that marks elements.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new() { Type = Kind.Tensor, Elements = tensor };

        /// <summary>
        /// Every step-th index from start up to stop, which is left out; negative counts from the end.
        /// </summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { Type = Kind.Slice, Start = start, Stop = stop, Step = step };

        /// <inheritdoc cref="Slice(long?, long?, long?)"/>
        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);

        /// <inheritdoc cref="Slice(long?, long?, long?)"/>
        public static TensorIndex Slice(Range range)
        {
            long? stop = range.End.IsFromEnd ? range.End.Value == 0 ? null : -range.End.Value : range.End.Value;
            return Slice(range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value, stop);
        }

        /// <summary>One index.</summary>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>One index, perhaps counted from the end.</summary>
        public static implicit operator TensorIndex(Index index) =>
            Single(index.IsFromEnd ? -index.Value : index.Value);

        /// <summary>A part of a dimension.</summary>
        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <inheritdoc cref="op_Implicit(Range)"/>
        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);
    }
}
