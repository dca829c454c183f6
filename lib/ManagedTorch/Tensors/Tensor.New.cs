namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Zeros of a shape, of this tensor's type.</summary>
        public Tensor new_zeros(
            long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Filled(size, 0, dtype ?? this.dtype, device, requires_grad);

        /// <summary>Zeros of the shape and type of this tensor.</summary>
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros_like(this, dtype, device, requires_grad);

        /// <summary>Ones of the shape and type of this tensor.</summary>
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones_like(this, dtype, device, requires_grad);

        /// <summary>Arbitrary values of a shape, of this tensor's type.</summary>
        public Tensor new_empty(
            long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Filled(size, null, dtype ?? this.dtype, device, requires_grad);

        /// <summary>Arbitrary values of the shape and type of this tensor.</summary>
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty_like(this, dtype, device, requires_grad);

        /// <summary>One value in a shape, of this tensor's type.</summary>
        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) => Filled(size, value, dtype ?? this.dtype, device, requires_grad);

        /// <summary>One value in the shape and type of this tensor.</summary>
        public Tensor full_like(
            Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full_like(this, value, dtype, device, requires_grad);
    }
}
