using System.Diagnostics.CodeAnalysis;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A strided view of elements of one type, that can remember how it was computed.</summary>
    /// <remarks>
    /// Several tensors may look at the same elements (a transpose, a slice, a detached tensor); a write in place is
    /// seen by all. Disposing a tensor gives its memory back at once; a tensor that is not disposed is garbage
    /// collected.
    /// </remarks>
    public partial class Tensor : IDisposable
    {
        private readonly Storage _storage;
        private bool _disposed;
        private int _savedBy;       // nodes of the graph that still need the elements, disposed or not

        internal Tensor(Storage storage, long[] shape, long[] strides, long offset)
        {
            _storage = storage;
            Shape_ = shape;
            Strides_ = strides;
            Count_ = Shapes.Count(shape);
            Offset_ = Count_ == 0 ? 0 : offset;     // a view of nothing may begin beyond the end
            Contiguous_ = Shapes.IsContiguous(shape, strides);
            dtype = storage.ScalarType;
            Attach();
        }

        private Tensor(Storage storage, Tensor like)       // contiguous, of the shape of a contiguous tensor
        {
            _storage = storage;
            Shape_ = like.Shape_;
            Strides_ = like.Strides_;
            Count_ = like.Count_;
            Contiguous_ = true;
            dtype = storage.ScalarType;
            Attach();
        }

        /// <summary>Another tensor over the same elements, outside any dispose scope.</summary>
        internal Tensor(Tensor shared)
        {
            _storage = shared.Storage;
            _storage.AddReference();
            (Shape_, Strides_, Offset_) = (shared.Shape_, shared.Strides_, shared.Offset_);
            (Count_, Contiguous_, dtype) = (shared.Count_, shared.Contiguous_, shared.dtype);
        }

        internal Storage Storage
        {
            get
            {
                if (_disposed && !ReadableByBackward) ThrowDisposed();
                return _storage;
            }
        }

        internal long[] Shape_ { get; private set; }

        internal long[] Strides_ { get; private set; }

        internal long Offset_ { get; }

        internal long Count_ { get; }

        internal bool Contiguous_ { get; private set; }

        /// <summary>Whether the tensor was made as a view of another one.</summary>
        internal bool IsView { get; private set; }

        /// <summary>The tensor that a view made while gradients were recorded shows, itself no view.</summary>
        internal Tensor? Base_ { get; private set; }

        internal DisposeScope? Scope { get; set; }

        /// <summary>The element type.</summary>
        public ScalarType dtype { get; }

        /// <summary>The size of each dimension; empty for a single number.</summary>
        public long[] shape => (long[])Live().Shape_.Clone();

        /// <summary>The number of dimensions.</summary>
        public long ndim => Live().Shape_.Length;

        /// <inheritdoc cref="ndim"/>
        public long Dimensions => ndim;

        /// <inheritdoc cref="ndim"/>
        public long dim() => ndim;

        /// <summary>The number of elements.</summary>
        public long numel() => Live().Count_;

        /// <inheritdoc cref="numel"/>
        public long NumberOfElements => numel();

        /// <summary>Bytes of one element.</summary>
        public long ElementSize => dtype.Bytes();

        /// <inheritdoc cref="ElementSize"/>
        public long element_size() => ElementSize;

        /// <inheritdoc cref="shape"/>
        public long[] size() => shape;

        /// <summary>The size of one dimension.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public long size(int dim) => Live().Shape_[Shapes.Dim(dim, Shape_.Length)];

        /// <summary>Elements to step over for the next index of each dimension.</summary>
        public long[] stride() => (long[])Live().Strides_.Clone();

        /// <inheritdoc cref="stride()"/>
        public long stride(int dim) => Live().Strides_[Shapes.Dim(dim, Shape_.Length)];

        /// <summary>The first element's place in the storage.</summary>
        public long storage_offset() => Live().Offset_;

        /// <summary>Where the elements live.</summary>
        public Device device => Live()._storage.Device;

        /// <summary>The kind of device.</summary>
        public DeviceType device_type => device.type;

        /// <summary>The number of the device, or -1.</summary>
        public int device_index => device.index;

        /// <summary>Whether the elements are on a CUDA device: false.</summary>
        public bool is_cuda => false;

        /// <summary>Whether the elements are on the CPU.</summary>
        public bool is_cpu() => device.type == DeviceType.CPU;

        /// <summary>Whether the tensor was disposed.</summary>
        public bool IsInvalid => _disposed;

        /// <summary>Whether the elements lie in row-major order without gaps.</summary>
        public bool is_contiguous() => Live().Contiguous_;

        /// <summary>Whether the element type is floating point.</summary>
        public bool is_floating_point() => dtype.IsFloating();

        /// <summary>Whether the element type is an integer.</summary>
        public bool is_integral() => dtype.IsIntegral();

        /// <summary>Whether the element type is complex.</summary>
        public bool is_complex() => dtype.IsComplex();

        /// <summary>Gives the memory back, once no other tensor looks at it and no gradient needs it.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <inheritdoc cref="Dispose()"/>
        protected virtual void Dispose(bool disposing)
        {
            if (_disposed) return;
            _disposed = true;
            Scope?.MarkAsDisposed(this);
            ThreadContext.Current.Statistics.Disposed(Scope is not null);
            Scope = null;
            if (_savedBy == 0) _storage.Release();
        }

        /// <summary>This tensor, if it was not disposed.</summary>
        /// <exception cref="InvalidOperationException">The tensor was disposed.</exception>
        internal Tensor Live()
        {
            if (_disposed && !ReadableByBackward) ThrowDisposed();
            return this;
        }

        /// <summary>Keeps the elements readable for a gradient, even when the tensor is disposed.</summary>
        internal void Save() => _savedBy++;

        /// <summary>Takes back one <see cref="Save"/>.</summary>
        internal void Unsave()
        {
            if (--_savedBy == 0 && _disposed) _storage.Release();
        }

        private bool ReadableByBackward => _savedBy > 0 && ThreadContext.Current.BackwardDepth > 0;

        private void Attach()
        {
            var context = ThreadContext.Current;
            context.Statistics.Created(context.Scope is not null);
            context.Scope?.Add(this);
        }

        [DoesNotReturn]
        private static void ThrowDisposed() => throw new InvalidOperationException("Tensor invalid -- empty handle.");
    }
}
