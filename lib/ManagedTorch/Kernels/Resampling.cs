using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>
/// One dimension of another length: each new place is a weighted sum of old ones. And the transpose of that.
/// </summary>
internal sealed class Resampling
{
    private readonly int _taps;
    private readonly int[] _sources;      // [outputs, taps]
    private readonly double[] _weights;   // [outputs, taps]

    private Resampling(int inputs, int outputs, int taps)
    {
        (Inputs, Outputs, _taps) = (inputs, outputs, taps);
        (_sources, _weights) = (new int[outputs * taps], new double[outputs * taps]);
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>The place below i · scale; or, if exact, the one nearest to the middle of the new place.</summary>
    public static Resampling Nearest(int inputs, int outputs, double scale, bool exact)
    {
        var result = new Resampling(inputs, outputs, 1);
        for (var i = 0; i < outputs; i++)
        {
            var source = (int)MathF.Floor((exact ? i + 0.5f : i) * (float)scale);     // in float, as PyTorch does
            (result._sources[i], result._weights[i]) = (Math.Min(source, inputs - 1), 1);
        }
        return result;
    }

    /// <summary>On the straight line between the two neighbours.</summary>
    public static Resampling Linear(int inputs, int outputs, double scale, bool alignCorners)
    {
        var result = new Resampling(inputs, outputs, 2);
        for (var i = 0; i < outputs; i++)
        {
            var at = Math.Max(0, Position(i, inputs, outputs, scale, alignCorners));
            var left = Math.Min((int)at, inputs - 1);
            (result._sources[2 * i], result._weights[2 * i]) = (left, 1 - (at - left));
            (result._sources[2 * i + 1], result._weights[2 * i + 1]) = (Math.Min(left + 1, inputs - 1), at - left);
        }
        return result;
    }

    /// <summary>On the cubic through four neighbours, with the slope parameter −0.75.</summary>
    /// <remarks>Keys, 1981: https://doi.org/10.1109/TASSP.1981.1163711</remarks>
    public static Resampling Cubic(int inputs, int outputs, double scale, bool alignCorners)
    {
        const double A = -0.75;
        var result = new Resampling(inputs, outputs, 4);
        for (var i = 0; i < outputs; i++)
        {
            var at = Position(i, inputs, outputs, scale, alignCorners);
            var left = (int)Math.Floor(at);
            var t = at - left;
            double[] weights = [Far(t + 1), Near(t), Near(1 - t), Far(2 - t)];
            for (var k = 0; k < 4; k++)
                (result._sources[4 * i + k], result._weights[4 * i + k]) =
                    (Math.Clamp(left - 1 + k, 0, inputs - 1), weights[k]);
        }
        return result;

        static double Near(double x) => ((A + 2) * x - (A + 3)) * x * x + 1;

        static double Far(double x) => ((A * x - 5 * A) * x + 8 * A) * x - 4 * A;
    }

    /// <param name="outer">What is before the dimension.</param>
    /// <param name="inner">What is after it.</param>
    /// <param name="x">[outer, inputs, inner], from <paramref name="xOffset"/>.</param>
    /// <param name="y">[outer, outputs, inner], from <paramref name="yOffset"/>.</param>
    public void Forward<T>(int outer, int inner, T[] x, int xOffset, T[] y, int yOffset)
        where T : unmanaged, INumber<T>
    {
        var weights = Array.ConvertAll(_weights, T.CreateTruncating);
        Parallel.For(outer, Grain(inner), (start, end) =>
        {
            for (var o = start; o < end; o++)
            {
                var from = x.AsSpan(xOffset + o * Inputs * inner, Inputs * inner);
                var to = y.AsSpan(yOffset + o * Outputs * inner, Outputs * inner);
                if (inner == 1) Gather<T>(from, weights, to);
                else for (var i = 0; i < Outputs; i++)
                {
                    var row = to.Slice(i * inner, inner);
                    for (var k = i * _taps; k < (i + 1) * _taps; k++)
                    {
                        var source = from.Slice(_sources[k] * inner, inner);
                        if (_taps == 1) source.CopyTo(row);
                        else if (k == i * _taps) Rows.Scale(source, weights[k], row);
                        else AddTimes<T>(source, weights[k], row);
                    }
                }
            }
        });
    }

    /// <summary>The transpose: dx takes from dy what x gave to y.</summary>
    public void Backward<T>(int outer, int inner, T[] dy, int dyOffset, T[] dx, int dxOffset)
        where T : unmanaged, INumber<T>
    {
        var weights = Array.ConvertAll(_weights, T.CreateTruncating);
        Parallel.For(outer, Grain(inner), (start, end) =>
        {
            for (var o = start; o < end; o++)
            {
                var from = dy.AsSpan(dyOffset + o * Outputs * inner, Outputs * inner);
                var to = dx.AsSpan(dxOffset + o * Inputs * inner, Inputs * inner);
                to.Clear();
                if (inner == 1)
                    for (var k = 0; k < _sources.Length; k++) to[_sources[k]] += weights[k] * from[k / _taps];
                else for (var k = 0; k < _sources.Length; k++)
                    AddTimes<T>(from.Slice(k / _taps * inner, inner), weights[k],
                        to.Slice(_sources[k] * inner, inner));
            }
        });
    }

    private void Gather<T>(ReadOnlySpan<T> x, T[] weights, Span<T> y) where T : unmanaged, INumber<T>
    {
        var sources = _sources;
        if (_taps == 1)
        {
            for (var i = 0; i < y.Length; i++) y[i] = x[sources[i]];
            return;
        }
        for (var (i, k) = (0, 0); i < y.Length; i++)
        {
            var sum = weights[k] * x[sources[k++]];
            for (var tap = 1; tap < _taps; tap++) sum += weights[k] * x[sources[k++]];
            y[i] = sum;
        }
    }

    private static void AddTimes<T>(ReadOnlySpan<T> x, T factor, Span<T> y) where T : unmanaged, INumber<T>
    {
        if (y.Length >= 16) Rows.AddTimes(x, factor, y);
        else for (var i = 0; i < y.Length; i++) y[i] += factor * x[i];
    }

    private int Grain(int inner) => Math.Max(1, 16 * 1024 / Math.Max(1, Math.Max(Inputs, Outputs) * inner));

    private static double Position(int i, int inputs, int outputs, double scale, bool alignCorners) =>
        !alignCorners ? (i + 0.5) * scale - 0.5 : outputs > 1 ? i * ((inputs - 1) / (double)(outputs - 1)) : 0;
}
