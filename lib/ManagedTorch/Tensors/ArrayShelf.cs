using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>Arrays of disposed tensors, kept by length for the next tensor of that length.</summary>
/// <remarks>
/// Training asks for the same lengths at every step, so exact lengths serve better than powers of two, and nothing is
/// wasted. Small arrays are left to the garbage collector, which is faster for them.
/// </remarks>
internal static class ArrayShelf<T> where T : unmanaged
{
    private const int SmallestBytes = 4096;
    private const long CapacityBytes = 512L << 20;

    private static readonly Dictionary<int, Stack<T[]>> Shelf = [];
    private static readonly Lock Gate = new();
    private static long _heldBytes;

    /// <summary>An array of exactly this length that a disposed tensor left, or null.</summary>
    public static T[]? Take(int length)
    {
        if (Bytes(length) < SmallestBytes) return null;
        lock (Gate)
        {
            if (!Shelf.TryGetValue(length, out var stack) || !stack.TryPop(out var array)) return null;
            _heldBytes -= Bytes(length);
            return array;
        }
    }

    /// <summary>
    /// Keeps the array; a full shelf is emptied first, since most of it then is of lengths no longer asked for.
    /// </summary>
    public static void Put(T[] array)
    {
        var bytes = Bytes(array.Length);
        if (bytes < SmallestBytes) return;
        lock (Gate)
        {
            if (_heldBytes + bytes > CapacityBytes)
            {
                Shelf.Clear();
                _heldBytes = 0;
            }
            if (!Shelf.TryGetValue(array.Length, out var stack)) Shelf[array.Length] = stack = new Stack<T[]>();
            stack.Push(array);
            _heldBytes += bytes;
        }
    }

    private static long Bytes(int length) => (long)length * Unsafe.SizeOf<T>();
}
