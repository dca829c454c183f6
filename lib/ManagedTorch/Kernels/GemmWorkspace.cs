namespace TorchSharp.Kernels;

/// <summary>Memory for packed panels: one block a thread, kept for the next product.</summary>
internal static unsafe class GemmWorkspace<T>
    where T : unmanaged
{
    /// <summary>Bytes of a cache line: a panel that starts on one is read a third faster by 512-bit loads.</summary>
    public const int Alignment = 64;

    [ThreadStatic]
    private static T[]? _block;

    /// <summary>
    /// At least <paramref name="length"/> elements, pinned, 64-byte aligned, valid until this thread's next call.
    /// </summary>
    public static T* Get(int length)
    {
        var block = _block;
        var needed = length + Alignment / sizeof(T);
        if (block is null || block.Length < needed)
            _block = block = GC.AllocateUninitializedArray<T>(Math.Max(needed, 16 * 1024), pinned: true);
        fixed (T* start = block)
            return (T*)(((nuint)start + Alignment - 1) & ~(nuint)(Alignment - 1));
    }
}
