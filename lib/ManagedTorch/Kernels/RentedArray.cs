namespace TorchSharp.Kernels;

/// <summary>An array from the shelf for the time of one operation; its values are arbitrary.</summary>
internal readonly unsafe struct RentedArray<T> : IDisposable where T : unmanaged
{
    private const int Line = 64;

    /// <param name="length">Elements to hold from the first cache line on.</param>
    public RentedArray(long length)
    {
        var needed = checked((int)(length + Line / sizeof(T)));
        Array = ArrayShelf<T>.Take(needed) ?? GC.AllocateUninitializedArray<T>(needed);
    }

    /// <summary>The array, a cache line longer than asked for.</summary>
    public T[] Array { get; }

    /// <summary>The first cache line that begins in a pinned array.</summary>
    public static T* Aligned(T* start) => (T*)(((nuint)start + Line - 1) & ~(nuint)(Line - 1));

    public void Dispose() => ArrayShelf<T>.Put(Array);
}
