namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements, for reading and writing from .NET.</summary>
        /// <typeparam name="T">The element type of the tensor.</typeparam>
        /// <exception cref="ArgumentException">The tensor has another element type.</exception>
        public Utils.TensorAccessor<T> data<T>() where T : struct => new(this, Raw<T>());

        /// <summary>The only element.</summary>
        /// <exception cref="ArgumentException">The tensor has another element type, or not one element.</exception>
        public T item<T>() where T : struct
        {
            if (Live().Count_ != 1) throw new ArgumentException("Number of elements in the tensor must be 1");
            return Raw<T>()[Offset_];
        }

        /// <summary>The only element, with its type.</summary>
        /// <exception cref="ArgumentException">The tensor does not have one element.</exception>
        public Scalar ToScalar() => Live().dtype switch
        {
            ScalarType.Float32 => item<float>(),
            ScalarType.Float64 => item<double>(),
            ScalarType.Int64 => item<long>(),
            ScalarType.Int32 => item<int>(),
            ScalarType.Int16 => item<short>(),
            ScalarType.Int8 => item<sbyte>(),
            ScalarType.Byte => item<byte>(),
            ScalarType.Float16 => new Scalar((float)item<Half>(), ScalarType.Float16),
            ScalarType.BFloat16 => new Scalar(item<BFloat16>().ToSingle(), ScalarType.BFloat16),
            ScalarType.Bool => item<bool>(),
            _ => throw ScalarTypes.NotHere(dtype),
        };

        /// <summary>Whether the only element is not zero.</summary>
        /// <exception cref="ArgumentException">The tensor does not have one element.</exception>
        public bool is_nonzero() => ToScalar().Double != 0;

        private T[] Raw<T>() where T : struct
        {
            object array = Live().dtype switch
            {
                ScalarType.Float32 => Array<float>(out _),
                ScalarType.Float64 => Array<double>(out _),
                ScalarType.Int64 => Array<long>(out _),
                ScalarType.Int32 => Array<int>(out _),
                ScalarType.Int16 => Array<short>(out _),
                ScalarType.Int8 => Array<sbyte>(out _),
                ScalarType.Byte => Array<byte>(out _),
                ScalarType.Float16 => Array<Half>(out _),
                ScalarType.BFloat16 => Array<BFloat16>(out _),
                ScalarType.ComplexFloat32 => Array<(float, float)>(out _),
                ScalarType.ComplexFloat64 => Array<System.Numerics.Complex>(out _),
                _ => Array<bool>(out _),
            };
            return array.GetType() == typeof(T[]) ? (T[])array
                : throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}");
        }
    }
}
