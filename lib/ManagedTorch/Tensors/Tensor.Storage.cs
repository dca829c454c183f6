using System.Runtime.CompilerServices;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// A contiguous tensor, attached to the current dispose scope; its values are arbitrary unless cleared.
        /// </summary>
        internal static Tensor New(ScalarType type, ReadOnlySpan<long> shape, bool clear = false)
        {
            var own = shape.ToArray();
            return new Tensor(Allocate(type, Length(own), clear), own, Shapes.Contiguous(own), 0);
        }

        /// <summary>A tensor whose elements fill its memory in another order than row by row.</summary>
        internal static Tensor NewStrided(ScalarType type, long[] shape, long[] strides) =>
            new(Allocate(type, Length(shape), false), shape, strides, 0);

        /// <summary>
        /// A contiguous tensor of the shape of another; shares its shape when that is contiguous too.
        /// </summary>
        internal static Tensor NewLike(Tensor like, ScalarType type) =>
            like.Contiguous_ ? new Tensor(Allocate(type, (int)like.Count_, false), like) : New(type, like.Shape_);

        /// <summary>A tensor over an array, which it takes for its own.</summary>
        internal static Tensor Wrap<T>(T[] array, ReadOnlySpan<long> shape) where T : unmanaged
        {
            var own = shape.ToArray();
            if (Shapes.Count(own) != array.Length)
                throw new ArgumentException($"mismatched total size creating a tensor from an array: " +
                    $"shape {Shapes.Text(own)} needs {Shapes.Count(own)} elements, got {array.Length}");
            return new Tensor(CpuStorage<T>.Wrap(array), own, Shapes.Contiguous(own), 0);
        }

        /// <summary>A view of the same elements.</summary>
        internal Tensor Alias(long[] shape, long[] strides, long offset)
        {
            var view = Shared(shape, strides, offset);
            view.IsView = true;
            if (!ThreadContext.Current.GradEnabled) return view;
            (view.Base_, view._viewVersion) = (IsView ? Base_ : this, _storage.Version);
            return view;
        }

        // Another tensor over the same elements that gradients know nothing of.
        private Tensor Shared(long[] shape, long[] strides, long offset)
        {
            Storage.AddReference();
            return new Tensor(_storage, shape, strides, offset);
        }

        /// <summary>The elements of a contiguous tensor.</summary>
        internal Span<T> Elements<T>() where T : unmanaged => new(Array<T>(out var offset), offset, (int)Count_);

        /// <summary>The array behind a tensor and the place of its first element in it; Byte reads Bool too.</summary>
        /// <remarks>
        /// Int16 and Int64 read the bits of types of their size, for kernels that only move elements.
        /// </remarks>
        internal T[] Array<T>(out int offset) where T : unmanaged
        {
            offset = (int)Offset_;
            var storage = Storage;
            if (storage is CpuStorage<T> typed) return typed.Array;
            if (typeof(T) == typeof(byte) && storage is CpuStorage<bool> flags) return Unsafe.As<T[]>(flags.Array);
            if (typeof(T) == typeof(short) && storage is CpuStorage<Half> halves) return Unsafe.As<T[]>(halves.Array);
            if (typeof(T) == typeof(short) && storage is CpuStorage<BFloat16> brains)
                return Unsafe.As<T[]>(brains.Array);
            if (typeof(T) == typeof(long) && storage is CpuStorage<(float, float)> pairs)
                return Unsafe.As<T[]>(pairs.Array);
            if (dtype.IsReduced() || dtype.IsComplex()) throw ScalarTypes.NotHere(dtype);
            throw new ArgumentException($"{ScalarTypes.Of<T>()} is not compatible with {dtype}");
        }

        /// <summary>This tensor if it is contiguous, else a contiguous copy.</summary>
        internal Tensor AsContiguous()
        {
            if (Contiguous_) return Live();
            var copy = New(dtype, Shape_);
            Copy.Strided(this, copy);
            return copy;
        }

        private static int Length(ReadOnlySpan<long> shape)
        {
            foreach (var size in shape)
                if (size < 0)
                    throw new ArgumentException(
                        $"Trying to create tensor with negative dimension {size}: {Shapes.Text(shape)}");
            var count = Shapes.Count(shape);
            if (count > System.Array.MaxLength)
                throw new ArgumentException(
                    $"A tensor holds at most {System.Array.MaxLength} elements, got {Shapes.Text(shape)}");
            return (int)count;
        }

        private static Storage Allocate(ScalarType type, int length, bool clear) => type switch
        {
            ScalarType.Float32 => CpuStorage<float>.Rent(length, clear),
            ScalarType.Float64 => CpuStorage<double>.Rent(length, clear),
            ScalarType.Int64 => CpuStorage<long>.Rent(length, clear),
            ScalarType.Int32 => CpuStorage<int>.Rent(length, clear),
            ScalarType.Bool => CpuStorage<bool>.Rent(length, clear),
            ScalarType.Byte => CpuStorage<byte>.Rent(length, clear),
            ScalarType.Int8 => CpuStorage<sbyte>.Rent(length, clear),
            ScalarType.Int16 => CpuStorage<short>.Rent(length, clear),
            ScalarType.Float16 => CpuStorage<Half>.Rent(length, clear),
            ScalarType.BFloat16 => CpuStorage<BFloat16>.Rent(length, clear),
            ScalarType.ComplexFloat32 => CpuStorage<(float, float)>.Rent(length, clear),
            ScalarType.ComplexFloat64 => CpuStorage<System.Numerics.Complex>.Rent(length, clear),
            _ => throw ScalarTypes.NotSupported(type),
        };
    }
}
