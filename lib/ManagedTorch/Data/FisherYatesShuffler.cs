using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>The numbers 0 to n − 1 in random order, another one each time it is enumerated.</summary>
/// <remarks>
/// With a seed it is the same order each time, and the one that TorchSharp gives for that seed. Without, TorchSharp's
/// order cannot be repeated; here the orders follow from torch.manual_seed, without taking a draw from its stream.
/// R. Fisher and F. Yates, Statistical Tables (1938), in the form that builds the permutation from the front.
/// </remarks>
[SuppressMessage("Naming", "CA1710", Justification = "TorchSharp's name.")]
public class FisherYatesShuffler : IEnumerable<long>
{
    private readonly long _size;
    private readonly int? _seed;
    private int _round;

    /// <param name="size">n.</param>
    /// <param name="seed">What the order follows from, or null.</param>
    public FisherYatesShuffler(long size, int? seed = null) => (_size, _seed) = (size, seed);

    /// <summary>Draws an order and gives its numbers.</summary>
    public IEnumerator<long> GetEnumerator()
    {
        var random = new Random(_seed ?? HashCode(torch.initial_seed(), _round++));
        var order = new long[_size];
        for (var i = 0L; i < _size; i++)
        {
            var place = unchecked(((long)random.Next() << 32) + (uint)random.Next()) % (i + 1);
            order[i] = order[place];
            order[place] = i;
        }

        return ((IEnumerable<long>)order).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // System.HashCode differs from process to process.
    private static int HashCode(long seed, int round)
    {
        var mixed = unchecked(((ulong)seed + ((ulong)round * 0x9E3779B97F4A7C15)) * 0xBF58476D1CE4E5B9);
        return (int)(mixed >> 33);
    }
}
