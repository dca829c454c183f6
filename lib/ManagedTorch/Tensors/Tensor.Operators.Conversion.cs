namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A tensor of one number, without dimensions.</summary>
        public static implicit operator Tensor(bool value) => tensor(value);

        /// <summary>A tensor of the elements of an array, copied.</summary>
        public static implicit operator Tensor(bool[] value) => tensor(value);

        /// <summary>A tensor of one number, without dimensions.</summary>
        public static implicit operator Tensor(byte value) => tensor(value);

        /// <summary>A tensor of the elements of an array, copied.</summary>
        public static implicit operator Tensor(byte[] value) => tensor(value);

        /// <summary>A tensor of one number, without dimensions.</summary>
        public static implicit operator Tensor(sbyte value) => tensor(value);

        /// <summary>A tensor of the elements of an array, copied.</summary>
        public static implicit operator Tensor(sbyte[] value) => tensor(value);

        /// <summary>A tensor of one number, without dimensions.</summary>
        public static implicit operator Tensor(short value) => tensor(value);

        /// <summary>A tensor of the elements of an array, copied.</summary>
        public static implicit operator Tensor(short[] value) => tensor(value);

        /// <summary>A tensor of one number, without dimensions.</summary>
        public static implicit operator Tensor(int value) => tensor(value);

        /// <summary>A tensor of the elements of an array, copied.</summary>
        public static implicit operator Tensor(int[] value) => tensor(value);

        /// <summary>A tensor of one number, without dimensions.</summary>
        public static implicit operator Tensor(long value) => tensor(value);

        /// <summary>A tensor of the elements of an array, copied.</summary>
        public static implicit operator Tensor(long[] value) => tensor(value);

        /// <summary>A tensor of one number, without dimensions.</summary>
        public static implicit operator Tensor(float value) => tensor(value);

        /// <summary>A tensor of the elements of an array, copied.</summary>
        public static implicit operator Tensor(float[] value) => tensor(value);

        /// <summary>A tensor of one number, without dimensions.</summary>
        public static implicit operator Tensor(double value) => tensor(value);

        /// <summary>A tensor of the elements of an array, copied.</summary>
        public static implicit operator Tensor(double[] value) => tensor(value);

        /// <summary>A tensor of one number, without dimensions, of the type of the scalar.</summary>
        public static implicit operator Tensor(Scalar scalar) => Filled([], scalar, scalar.Type, null, false);

        /// <summary>The only element, converted.</summary>
        /// <exception cref="ArgumentException">The tensor does not have one element.</exception>
        public static explicit operator bool(Tensor value) => value.ToScalar().Double != 0;

        /// <summary>The only element, converted.</summary>
        /// <exception cref="ArgumentException">The tensor does not have one element.</exception>
        public static explicit operator byte(Tensor value) => value.ToScalar().To<byte>();

        /// <summary>The only element, converted.</summary>
        /// <exception cref="ArgumentException">The tensor does not have one element.</exception>
        public static explicit operator sbyte(Tensor value) => value.ToScalar().To<sbyte>();

        /// <summary>The only element, converted.</summary>
        /// <exception cref="ArgumentException">The tensor does not have one element.</exception>
        public static explicit operator short(Tensor value) => value.ToScalar().To<short>();

        /// <summary>The only element, converted.</summary>
        /// <exception cref="ArgumentException">The tensor does not have one element.</exception>
        public static explicit operator int(Tensor value) => value.ToScalar().To<int>();

        /// <summary>The only element, converted.</summary>
        /// <exception cref="ArgumentException">The tensor does not have one element.</exception>
        public static explicit operator long(Tensor value) => value.ToScalar().To<long>();

        /// <summary>The only element, converted.</summary>
        /// <exception cref="ArgumentException">The tensor does not have one element.</exception>
        public static explicit operator float(Tensor value) => value.ToScalar().To<float>();

        /// <summary>The only element, converted.</summary>
        /// <exception cref="ArgumentException">The tensor does not have one element.</exception>
        public static explicit operator double(Tensor value) => value.ToScalar().To<double>();
    }
}
