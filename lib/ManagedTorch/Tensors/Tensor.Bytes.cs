namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// The elements' bytes, little-endian, for reading and writing; the tensor must be contiguous.
        /// </summary>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous.</exception>
        /// <exception cref="ArgumentException">Bytes of another number are set.</exception>
        public Span<byte> bytes
        {
            get
            {
                if (!Live().Contiguous_)
                    throw new InvalidOperationException("Bytes can be read of contiguous tensors only; call " +
                        "contiguous() first.");
                return Serialization.TensorFormat.Bytes(this);
            }
            set
            {
                var own = bytes;
                if (own.Length != value.Length)
                    throw new ArgumentException(
                        $"expected {own.Length} bytes for {Shapes.Text(Shape_)} of {dtype}, got {value.Length}");
                value.CopyTo(own);
                Storage.Version++;
            }
        }
    }
}
