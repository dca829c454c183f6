namespace TorchSharp.Kernels;

/// <summary>Pinned memory that begins on a cache line, kept by each thread for its next use.</summary>
internal static unsafe class PinnedBlocks<T> where T : unmanaged
{
    private const int Alignment = 64;
    private const int Kept = 4;

    [ThreadStatic]
    private static List<T[]>? _free;

    /// <summary>Memory for at least <paramref name="length"/> elements, of arbitrary values.</summary>
    public static T[] Rent(int length, out T* start)
    {
        var needed = length + Alignment / sizeof(T);
        var free = _free ??= [];
        var at = free.FindIndex(array => array.Length >= needed);
        T[] block;
        if (at >= 0)
        {
            block = free[at];
            free.RemoveAt(at);
        }
        else
        {
            block = GC.AllocateUninitializedArray<T>(needed, pinned: true);
        }
        fixed (T* first = block) start = (T*)(((nuint)first + Alignment - 1) & ~(nuint)(Alignment - 1));
        return block;
    }

    /// <summary>Gives a block back.</summary>
    public static void Return(T[] block)
    {
        var free = _free ??= [];
        free.Insert(0, block);
        if (free.Count > Kept) free.RemoveAt(Kept);
    }
}
