using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether both of the elements are not zero, as Bool; the shapes broadcast.</summary>
        public Tensor logical_and(Tensor other) => Apply<BitsAnd, BitsAnd>(@bool(), other.@bool());

        /// <summary>The bits of integers, or the truth of Bool, combined by and; the shapes broadcast.</summary>
        /// <exception cref="InvalidOperationException">The elements are floating point.</exception>
        public Tensor bitwise_and(Tensor other) => Apply<BitsAnd, BitsAnd>(Whole("bitwise_and_cpu"), other.Whole(
            "bitwise_and_cpu"));

        /// <summary>Whether either of the elements is not zero, as Bool; the shapes broadcast.</summary>
        public Tensor logical_or(Tensor other) => Apply<BitsOr, BitsOr>(@bool(), other.@bool());

        /// <summary>The bits of integers, or the truth of Bool, combined by or; the shapes broadcast.</summary>
        /// <exception cref="InvalidOperationException">The elements are floating point.</exception>
        public Tensor bitwise_or(Tensor other) =>
            Apply<BitsOr, BitsOr>(Whole("bitwise_or_cpu"), other.Whole("bitwise_or_cpu"));

        /// <summary>Whether exactly one of the elements is not zero, as Bool; the shapes broadcast.</summary>
        public Tensor logical_xor(Tensor other) => Apply<BitsXor, BitsXor>(@bool(), other.@bool());

        /// <summary>The bits of integers, or the truth of Bool, combined by xor; the shapes broadcast.</summary>
        /// <exception cref="InvalidOperationException">The elements are floating point.</exception>
        public Tensor bitwise_xor(Tensor other) => Apply<BitsXor, BitsXor>(Whole("bitwise_xor_cpu"), other.Whole(
            "bitwise_xor_cpu"));

        /// <summary>Whether each element is zero, as Bool.</summary>
        public Tensor logical_not() => eq(0);

        /// <summary>The inverted bits of integers, or the opposite of Bool.</summary>
        /// <exception cref="InvalidOperationException">The elements are floating point.</exception>
        public Tensor bitwise_not() =>
            dtype == ScalarType.Bool ? logical_not() : Apply<BitsXor, BitsXor>(Whole("bitwise_not_cpu"), -1);

        private Tensor Whole(string name) => !Live().dtype.IsFloating() ? this
            : throw new InvalidOperationException($"\"{name}\" not implemented for '{dtype.Word()}'");
    }
}
