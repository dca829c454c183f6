namespace TorchSharp;

/// <summary>Elements in an array.</summary>
internal sealed class CpuStorage<T> : Storage where T : unmanaged
{
    private CpuStorage(T[] array, torch.ScalarType type) : base(type, array.Length) => Array = array;

    public T[] Array { get; private set; }

    public override torch.Device Device => torch.CPU;

    /// <summary>Storage of elements whose values are whatever the memory held, unless cleared.</summary>
    public static CpuStorage<T> Rent(int length, bool clear)
    {
        var array = ArrayShelf<T>.Take(length);
        if (array is null)
            array = clear ? new T[length] : GC.AllocateUninitializedArray<T>(length);
        else if (clear)
            System.Array.Clear(array);
        return new CpuStorage<T>(array, ScalarTypes.Of<T>());
    }

    /// <summary>Storage that is the given array.</summary>
    public static CpuStorage<T> Wrap(T[] array) => new(array, ScalarTypes.Of<T>());

    protected override void Free()
    {
        var array = Array;
        Array = [];
        ArrayShelf<T>.Put(array);
    }
}
