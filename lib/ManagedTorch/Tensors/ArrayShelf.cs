using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>Arrays of disposed tensors, kept by length for the next tensor of that length.</summary>
/// <remarks>
/// Training asks for the same lengths at every step, so exact lengths serve better than powers of two, and nothing is
/// wasted. Small arrays are left to the garbage collector, which is faster for them. What nobody took between two full
/// collections is let go at the second.
/// </remarks>
internal static class ArrayShelf<T> where T : unmanaged
{
    private const int SmallestBytes = 4096;

    // A step of a model that fills a quarter of the memory with activations still finds all of them here.
    private static readonly long CapacityBytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4;

    private static readonly Dictionary<int, Slot> Shelf = [];
    private static readonly Lock Gate = new();
    private static long _heldBytes;

    static ArrayShelf() => FullCollections.Subscribe(Trim);

    /// <summary>Bytes of the arrays that are kept.</summary>
    public static long HeldBytes => Volatile.Read(ref _heldBytes);

    /// <summary>An array of exactly this length that a disposed tensor left, or null.</summary>
    public static T[]? Take(int length)
    {
        if (Bytes(length) < SmallestBytes) return null;
        lock (Gate)
        {
            if (!Shelf.TryGetValue(length, out var slot) || !slot.Arrays.TryPop(out var array)) return null;
            slot.Unused = Math.Min(slot.Unused, slot.Arrays.Count);
            _heldBytes -= Bytes(length);
            return array;
        }
    }

    /// <summary>Keeps the array; a full shelf first lets go of what was not asked for lately, or of all.</summary>
    public static void Put(T[] array)
    {
        var bytes = Bytes(array.Length);
        if (bytes is < SmallestBytes || bytes > CapacityBytes) return;
        lock (Gate)
        {
            if (_heldBytes + bytes > CapacityBytes) Trim();
            if (_heldBytes + bytes > CapacityBytes)
            {
                Shelf.Clear();
                _heldBytes = 0;
            }
            if (!Shelf.TryGetValue(array.Length, out var slot)) Shelf[array.Length] = slot = new Slot();
            slot.Arrays.Push(array);
            _heldBytes += bytes;
        }
    }

    /// <summary>Lets go of the arrays that were not taken since the last call.</summary>
    public static void Trim()
    {
        lock (Gate)
        {
            foreach (var (length, slot) in Shelf)
            {
                for (; slot.Unused > 0; slot.Unused--)
                {
                    slot.Arrays.Pop();
                    _heldBytes -= Bytes(length);
                }
                slot.Unused = slot.Arrays.Count;
                if (slot.Arrays.Count == 0) Shelf.Remove(length);
            }
        }
    }

    private static long Bytes(int length) => (long)length * Unsafe.SizeOf<T>();

    private sealed class Slot
    {
        public Stack<T[]> Arrays { get; } = new();

        /// <summary>The fewest arrays there were since the last trim: nobody needed these.</summary>
        public int Unused { get; set; }
    }
}
