using System.Runtime.InteropServices;

namespace ManagedTorch.Tests.Kernels;

/// <summary>
/// Elements between two pages that may not be touched: whoever reads or writes one element beyond ends the process.
/// </summary>
internal sealed unsafe class GuardedMemory<T> : IDisposable where T : unmanaged
{
    private const int Private = 2, ReadWrite = 3;
    private static readonly int Anonymous = OperatingSystem.IsMacOS() ? 0x1000 : 0x20;

    private readonly nint _start;
    private readonly nuint _bytes;

    /// <param name="length">The elements that may be touched.</param>
    /// <param name="atEnd">Whether they lie against the page behind them, or against the one before.</param>
    public GuardedMemory(int length, bool atEnd)
    {
        var page = (nuint)Environment.SystemPageSize;
        var inner = ((nuint)(length * sizeof(T)) + page - 1) / page * page;
        _bytes = inner + (2 * page);
        _start = Pages.mmap(0, _bytes, 0, Private | Anonymous, -1, 0);
        if (_start == -1) throw new InvalidOperationException($"mmap of {_bytes} bytes failed");
        if (inner > 0 && Pages.mprotect(_start + (nint)page, inner, ReadWrite) != 0)
            throw new InvalidOperationException($"mprotect of {inner} bytes failed");
        Pointer = (T*)(_start + (nint)page + (atEnd ? (nint)inner - (length * sizeof(T)) : 0));
        Length = length;
    }

    public static bool IsSupported => OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    public T* Pointer { get; }

    public int Length { get; }

    public Span<T> Span => new(Pointer, Length);

    public void Dispose() => _ = Pages.munmap(_start, _bytes);
}

/// <summary>The system calls behind it.</summary>
internal static partial class Pages
{
    [LibraryImport("libc")]
    public static partial nint mmap(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc")]
    public static partial int mprotect(nint address, nuint length, int protection);

    [LibraryImport("libc")]
    public static partial int munmap(nint address, nuint length);
}
