using TorchSharp;

namespace ManagedTorch.Tests.Kernels;

/// <summary>On a type that no tensor has, so that nobody else uses the shelf.</summary>
public class ArrayShelfTests
{
    [Fact]
    public void Take_AfterPut_GivesTheSameArrayOnce()
    {
        var array = new UInt128[5000];
        ArrayShelf<UInt128>.Put(array);
        Assert.Same(array, ArrayShelf<UInt128>.Take(5000));
        Assert.Null(ArrayShelf<UInt128>.Take(5000));
        Assert.Null(ArrayShelf<UInt128>.Take(4999));
    }

    [Fact]
    public void Trim_LetsGoOfWhatNobodyTookSinceTheLastOne()
    {
        (char, long)[][] arrays = [new (char, long)[4000], new (char, long)[4000], new (char, long)[4000]];
        foreach (var array in arrays) ArrayShelf<(char, long)>.Put(array);
        var bytes = ArrayShelf<(char, long)>.HeldBytes;

        ArrayShelf<(char, long)>.Trim();       // all were put since the last one
        Assert.Equal(bytes, ArrayShelf<(char, long)>.HeldBytes);

        ArrayShelf<(char, long)>.Put(ArrayShelf<(char, long)>.Take(4000)!);
        ArrayShelf<(char, long)>.Trim();       // two were not needed
        Assert.Equal(bytes / 3, ArrayShelf<(char, long)>.HeldBytes);

        ArrayShelf<(char, long)>.Trim();
        Assert.Equal(0, ArrayShelf<(char, long)>.HeldBytes);
    }

    [Fact]
    public void Put_OfASmallArray_LeavesItToTheCollector()
    {
        ArrayShelf<Half>.Put(new Half[100]);
        Assert.Equal(0, ArrayShelf<Half>.HeldBytes);
    }
}
