namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A copy of the elements, in order.</summary>
        public Tensor clone()
        {
            var y = New(Live().dtype, Shape_);
            Kernels.Copy.Strided(this, y);
            return Autograd.Needed(this) ? Autograd.Record(y, "clone", [this], dy => [dy]) : y;
        }

        /// <summary>The elements converted to a type; this tensor if it has that type already.</summary>
        /// <param name="type">The new element type; floating point is cut towards zero on the way to integers.</param>
        /// <param name="copy">Whether to copy in any case.</param>
        /// <param name="disposeAfter">Whether to dispose this tensor when another one is returned.</param>
        /// <param name="non_blocking">Has no effect.</param>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            if (type == Live().dtype) return copy ? clone() : this;
            if (dtype.IsComplex() && !type.IsComplex())
                return type == ScalarType.Bool ? real.ne(0).logical_or(imag.ne(0)) : real.to_type(type);
            var y = As(type);
            y = Autograd.Needed(this) && type.IsDifferentiable() ? Autograd.Record(y, "to", [this], dy => [dy]) : y;
            if (disposeAfter) Dispose();
            return y;
        }

        /// <inheritdoc cref="to_type"/>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        /// <summary>The tensor on a device; this tensor, as the CPU is the only one.</summary>
        /// <exception cref="InvalidOperationException">The device is not the CPU.</exception>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            Devices.Check(device);
            return copy ? clone() : Live();
        }

        /// <inheritdoc cref="to(Device, bool, bool, bool)"/>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        /// <inheritdoc cref="to(Device, bool, bool, bool)"/>
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false,
            bool non_blocking = false) => to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        /// <summary>The elements converted to a type, on a device.</summary>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false,
            bool non_blocking = false)
        {
            Devices.Check(device);
            return to_type(type, copy, disposeAfter, non_blocking);
        }

        /// <summary>The elements converted to the type of another tensor.</summary>
        public Tensor to(Tensor other, bool non_blocking = false) => to_type(other.dtype);

        /// <inheritdoc cref="to(Tensor, bool)"/>
        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        /// <inheritdoc cref="to_type"/>
        public Tensor type(ScalarType dtype) => to_type(dtype);

        /// <summary>This tensor.</summary>
        public Tensor cpu() => Live();

        /// <summary>Fails: the engine computes on the CPU.</summary>
        /// <exception cref="InvalidOperationException">Always.</exception>
        public Tensor cuda(Device? device = null, bool non_blocking = false) => to(device ?? CUDA);

        /// <summary>The elements as Float32.</summary>
        public Tensor @float() => to_type(ScalarType.Float32);

        /// <summary>The elements as Float64.</summary>
        public Tensor @double() => to_type(ScalarType.Float64);

        /// <summary>The elements as Int64.</summary>
        public Tensor @long() => to_type(ScalarType.Int64);

        /// <summary>The elements as Int32.</summary>
        public Tensor @int() => to_type(ScalarType.Int32);

        /// <summary>The elements as Int16.</summary>
        public Tensor @short() => to_type(ScalarType.Int16);

        /// <summary>The elements as Int8.</summary>
        public Tensor @char() => to_type(ScalarType.Int8);

        /// <summary>The elements as Byte.</summary>
        public Tensor @byte() => to_type(ScalarType.Byte);

        /// <summary>Whether each element is not zero.</summary>
        public Tensor @bool() => to_type(ScalarType.Bool);
    }
}
