namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Part of the tensor, by its first four indices.</summary>
        /// <exception cref="ArgumentOutOfRangeException">An index is not in the tensor.</exception>
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => index(Single(i1, i2, i3, i4));
            set => index_put_(value, Single(i1, i2, i3, i4));
        }

        /// <summary>Part of the tensor, by its first five indices.</summary>
        /// <exception cref="ArgumentOutOfRangeException">An index is not in the tensor.</exception>
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => index(Single(i1, i2, i3, i4, i5));
            set => index_put_(value, Single(i1, i2, i3, i4, i5));
        }

        /// <summary>Part of the tensor, by its first six indices.</summary>
        /// <exception cref="ArgumentOutOfRangeException">An index is not in the tensor.</exception>
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => index(Single(i1, i2, i3, i4, i5, i6));
            set => index_put_(value, Single(i1, i2, i3, i4, i5, i6));
        }

        private static TensorIndex[] Single(params long[] indices) =>
            System.Array.ConvertAll(indices, i => TensorIndex.Single(i));
    }
}
