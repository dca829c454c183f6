using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Makes the padded copies that <see cref="Staging"/> describes.</summary>
internal static unsafe class StagedImages<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Elements that may be read after the last one.</summary>
    public const int Slack = 64;

    /// <summary>Channel by channel: <paramref name="staged"/> is [channels, staging.Area].</summary>
    public static void Fill(Staging staging, int channels, T* source, T* staged)
    {
        var (from, area) = (ConvolutionShape.Area(staging.Source), staging.Area);
        var (lines, planes) = (staging.Lines(), Planes(staging));
        Parallel.For(channels, 1 + 8 * 1024 / Math.Max(1, area), (start, end) =>
        {
            for (var c = start; c < end; c++)
                FillChannel(staging, lines, planes, source + (long)c * from, staged + (long)c * area);
        });
    }

    // For each plane along a row: the first of its places that has an element, the end, and where the first one is.
    private static (int First, int End, int From)[] Planes(Staging staging)
    {
        var (width, step, shift) = (staging.Source[2], staging.Step[2], staging.Shift[2]);
        var planes = new (int, int, int)[step];
        for (var plane = 0; plane < step; plane++)
        {
            var first = Math.Max(0, (shift - plane + step - 1) / step);
            var end = Math.Min(staging.Size[2], width + shift <= plane ? 0 : (width + shift - plane + step - 1) / step);
            planes[plane] = (first, Math.Max(first, end), plane - shift + first * step);
        }
        return planes;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillChannel(
        Staging staging, int[] lines, (int First, int End, int From)[] planes, T* source, T* staged)
    {
        new Span<T>(staged, staging.Area).Clear();
        var (width, step, area) = (staging.Source[2], staging.Step[2], ConvolutionShape.Area(staging.Size));
        for (var line = 0; line < lines.Length; line++, source += width)
        {
            if (lines[line] < 0) continue;
            var to = staged + lines[line];
            foreach (var (first, end, from) in planes)
            {
                if (step == 1)
                    new ReadOnlySpan<T>(source + from, end - first).CopyTo(new Span<T>(to + first, end - first));
                else
                    Spread(source + from, to + first, end - first, step);
                to += area;
            }
        }
    }

    // to[i] = from[i · step]
    private static void Spread(T* from, T* to, int count, int step)
    {
        var i = 0;
        if (step == 2 && typeof(T) == typeof(float) && Squares.CanTurn)
            for (; i + 4 < count; i += 4) Squares.Evens((float*)from + 2 * i).Store((float*)to + i);
        for (; i < count; i++) to[i] = from[i * step];
    }

    /// <summary>
    /// Position by position: <paramref name="staged"/> is [batch, staging.Area, channels], as the weight's gradient
    /// reads it.
    /// </summary>
    public static void FillChannelsLast(Staging staging, int batch, int channels, T* source, T* staged)
    {
        var (from, area) = (ConvolutionShape.Area(staging.Source), (long)staging.Area * channels);
        new Span<T>(staged + batch * area, Slack).Clear();
        var places = new long[staging.Source[2]];
        for (var x = 0; x < places.Length; x++)
            places[x] = staging.Along(2, x) is var px && px < 0 ? -1 : (long)staging.Place(0, 0, px) * channels;
        var lines = staging.Lines();
        Parallel.For(batch, 1, (start, end) =>
        {
            for (var n = start; n < end; n++)
                FillImage(staging, lines, channels, source + (long)n * channels * from, staged + n * area, places);
        });
    }

    private static void FillImage(Staging staging, int[] lines, int channels, T* source, T* staged, long[] places)
    {
        if (!staging.IsIdentity) new Span<T>(staged, staging.Area * channels).Clear();
        for (var line = 0; line < lines.Length; line++)
            if (lines[line] >= 0)
                ChannelsLast.Transpose(channels, staging.Source[2], source + line * staging.Source[2],
                    ConvolutionShape.Area(staging.Source), staged + (long)lines[line] * channels, places);
    }
}
