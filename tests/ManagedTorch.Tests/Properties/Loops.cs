using static TorchSharp.torch;

namespace ManagedTorch.Tests.Properties;

/// <summary>What the properties compare with: loops over indices, without strides.</summary>
internal static class Loops
{
    /// <summary>Every index of a shape, the last dimension fastest.</summary>
    public static IEnumerable<long[]> Indices(long[] shape)
    {
        var count = shape.Aggregate(1L, (a, b) => a * b);
        for (var flat = 0L; flat < count; flat++)
        {
            var (index, rest) = (new long[shape.Length], flat);
            for (var i = shape.Length - 1; i >= 0; i--) (index[i], rest) = (rest % shape[i], rest / shape[i]);
            yield return index;
        }
    }

    public static long Flat(long[] index, long[] shape) =>
        index.Zip(shape).Aggregate(0L, (flat, pair) => (flat * pair.Second) + pair.First);

    /// <summary>The elements of a tensor as if it had been expanded to a shape.</summary>
    public static double[] Broadcast(Tensor x, long[] shape)
    {
        var (values, own) = (Values(x), x.shape);
        return [.. Indices(shape).Select(index => values[Source(index, own)])];
    }

    /// <summary>Elements of one shape, summed to a shape that was broadcast to it.</summary>
    public static double[] SumTo(double[] values, long[] shape, long[] to)
    {
        var sums = new double[to.Aggregate(1L, (a, b) => a * b)];
        foreach (var index in Indices(shape)) sums[Source(index, to)] += values[Flat(index, shape)];
        return sums;
    }

    /// <summary>The elements in order, whatever the strides.</summary>
    public static double[] Values(Tensor x) => x.detach().contiguous().data<double>().ToArray();

    /// <summary>A Float64 tensor of drawn values in [-2, 2], no two alike and none zero.</summary>
    public static Tensor Draw(Choices choices, long[] shape)
    {
        var random = new Random(choices.Next(1000));
        var count = shape.Aggregate(1L, (a, b) => a * b);
        return tensor([.. Enumerable.Range(0, (int)count).Select(_ => (4 * random.NextDouble()) - 2)], shape);
    }

    private static long Source(long[] index, long[] shape) => Flat(
        [.. index[^shape.Length..].Select((at, i) => shape[i] == 1 ? 0 : at)], shape);
}
