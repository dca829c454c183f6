using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Fills spans with the numbers that PyTorch's CPU generator would draw, in its order.</summary>
internal static class RandomFill
{
    // From this many elements on, PyTorch draws normals in blocks: first all uniforms, then pairs 8 apart.
    private const int Block = 16;

    /// <summary>Uniform over [<paramref name="from"/>, <paramref name="to"/>).</summary>
    public static void Uniform(MersenneTwister engine, Span<float> values, double from, double to)
    {
        var (low, width) = ((float)from, (float)to - (float)from);
        foreach (ref var value in values) value = (float)((double)engine.UniformSingle() * width + low);
    }

    /// <inheritdoc cref="Uniform(MersenneTwister, Span{float}, double, double)"/>
    public static void Uniform(MersenneTwister engine, Span<double> values, double from, double to)
    {
        foreach (ref var value in values) value = engine.UniformDouble() * (to - from) + from;
    }

    /// <summary>Normal with the given mean and standard deviation.</summary>
    /// <param name="blocks">
    /// Whether PyTorch would draw by blocks: it does for contiguous tensors that are long enough.
    /// </param>
    public static void Normal<T>(MersenneTwister engine, Span<T> values, double mean, double std, bool blocks)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (values.Length < Block || !blocks)
        {
            foreach (ref var value in values) value = T.CreateTruncating(engine.Normal() * std + mean);
            return;
        }
        foreach (ref var value in values) value = Draw<T>(engine);
        for (var i = 0; i + Block <= values.Length; i += Block) BoxMuller(values.Slice(i, Block), mean, std);
        if (values.Length % Block == 0) return;
        var last = values[^Block..];       // overlaps the block before it; PyTorch draws these sixteen anew
        foreach (ref var value in last) value = Draw<T>(engine);
        BoxMuller(last, mean, std);
    }

    /// <summary>Integers in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public static void Integers<T>(MersenneTwister engine, Span<T> values, long low, long high)
        where T : unmanaged, INumberBase<T>
    {
        var range = unchecked((ulong)(high - low));
        foreach (ref var value in values) value = T.CreateTruncating(unchecked((long)engine.Below(range) + low));
    }

    /// <summary>A permutation of 0 … n-1.</summary>
    public static void Permutation(MersenneTwister engine, Span<long> values)
    {
        for (var i = 0; i < values.Length; i++) values[i] = i;
        for (var i = 0; i < values.Length - 1; i++)
        {
            var other = i + (int)(engine.Bits32() % (uint)(values.Length - i));
            (values[i], values[other]) = (values[other], values[i]);
        }
    }

    /// <summary>1 with the probability at the same place, else 0.</summary>
    public static void Bernoulli<T>(MersenneTwister engine, ReadOnlySpan<T> probabilities, Span<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < values.Length; i++) values[i] = Draw<T>(engine) < probabilities[i] ? T.One : T.Zero;
    }

    /// <summary>What <paramref name="transform"/> makes of a uniform double in [0, 1), per element.</summary>
    public static void Transformed<T>(MersenneTwister engine, Span<T> values, Func<double, double> transform)
        where T : unmanaged, INumberBase<T>
    {
        foreach (ref var value in values) value = T.CreateTruncating(transform(engine.UniformDouble()));
    }

    /// <summary>
    /// Draws with replacement from one row of weights: the first category whose cumulated share reaches the draw.
    /// </summary>
    public static void Multinomial<T>(MersenneTwister engine, ReadOnlySpan<T> weights, Span<long> samples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var shares = new T[weights.Length];
        var sum = T.Zero;
        for (var i = 0; i < weights.Length; i++) shares[i] = sum += weights[i];
        for (var i = 0; i < weights.Length; i++) shares[i] /= sum;
        shares[^1] = T.One;
        foreach (ref var sample in samples)
        {
            var draw = engine.UniformDouble();
            var (left, right) = (0, shares.Length);
            while (left < right)
            {
                var middle = (left + right) / 2;
                if (double.CreateTruncating(shares[middle]) < draw) left = middle + 1;
                else right = middle;
            }
            sample = left;
        }
    }

    /// <summary>
    /// Draws without replacement: the categories with the greatest weight per exponential draw, in that order.
    /// </summary>
    /// <remarks>Efraimidis and Spirakis, 2006; the same draws as PyTorch's.</remarks>
    public static void MultinomialDistinct<T>(MersenneTwister engine, ReadOnlySpan<T> weights, Span<long> samples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var keys = new T[weights.Length];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = weights[i] / T.CreateTruncating(-Math.Log(1 - engine.UniformDouble()));
        var order = new long[weights.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => keys[b].CompareTo(keys[a]) is var c && c != 0 ? c : a.CompareTo(b));
        order.AsSpan(0, samples.Length).CopyTo(samples);
    }

    /// <exception cref="ArgumentException">
    /// A weight is negative, infinite or NaN, or a row has no positive one.
    /// </exception>
    public static void CheckWeights<T>(ReadOnlySpan<T> weights, int categories)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var start = 0; start < weights.Length; start += categories)
        {
            var sum = T.Zero;
            foreach (var weight in weights.Slice(start, categories))
            {
                if (!(weight >= T.Zero) || T.IsInfinity(weight))
                    throw new ArgumentException("probability tensor contains either `inf`, `nan` or element < 0");
                sum += weight;
            }
            if (sum <= T.Zero)
                throw new ArgumentException("invalid multinomial distribution (sum of probabilities <= 0)");
        }
    }

    private static T Draw<T>(MersenneTwister engine) where T : unmanaged, INumberBase<T> =>
        typeof(T) == typeof(double)
            ? T.CreateTruncating(engine.UniformDouble())
            : T.CreateTruncating(engine.UniformSingle());

    private static void BoxMuller<T>(Span<T> values, double mean, double std) where T : unmanaged, INumberBase<T>
    {
        for (var i = 0; i < Block / 2; i++)
        {
            var radius = Math.Sqrt(-2 * Math.Log(1 - double.CreateTruncating(values[i])));
            var (sin, cos) = Math.SinCos(2 * Math.PI * double.CreateTruncating(values[i + Block / 2]));
            values[i] = T.CreateTruncating(radius * cos * std + mean);
            values[i + Block / 2] = T.CreateTruncating(radius * sin * std + mean);
        }
    }
}
