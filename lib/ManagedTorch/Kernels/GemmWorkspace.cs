namespace TorchSharp.Kernels;

/// <summary>Memory for packed panels: one block a thread, kept for the next product.</summary>
internal static unsafe class GemmWorkspace<T>
    where T : unmanaged
{
    // A panel that starts on a cache line is read a third faster by 512-bit loads.
    private const int Alignment = 64;

    [ThreadStatic]
    private static T[]? _block;

    /// <summary>The calling thread's block, as it lies in memory; empty before its first call.</summary>
    public static Span<T> Block => _block;

    /// <summary>
    /// Two pieces of at least these many elements, pinned, each 64-byte aligned, valid until this thread's next call.
    /// </summary>
    public static void Get(int firstLength, int secondLength, out T* first, out T* second)
    {
        var line = Alignment / sizeof(T);
        var rounded = (firstLength + line - 1) / line * line;
        var needed = rounded + secondLength + line;         // one line more, to begin on a line
        if (_block is null || _block.Length < needed)
            _block = GC.AllocateUninitializedArray<T>(Math.Max(needed, 16 * 1024), pinned: true);
        fixed (T* start = _block)
            first = (T*)(((nuint)start + Alignment - 1) & ~(nuint)(Alignment - 1));
        second = first + rounded;
    }
}
