using System.Numerics;
using System.Runtime.CompilerServices;

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
        new Span<T>(staged + (long)channels * area, Slack).Clear();
        Parallel.For(channels, 1 + 8 * 1024 / Math.Max(1, area), (start, end) =>
        {
            for (var c = start; c < end; c++) FillChannel(staging, source + (long)c * from, staged + (long)c * area);
        });
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillChannel(Staging staging, T* source, T* staged)
    {
        new Span<T>(staged, staging.Area).Clear();
        var (height, width) = (staging.Source[1], staging.Source[2]);
        var (step, shift) = (staging.Step[2], staging.Shift[2]);
        for (var z = 0; z < staging.Source[0]; z++)
        {
            if (staging.Along(0, z) is var pz && pz < 0) continue;
            for (var y = 0; y < height; y++)
            {
                if (staging.Along(1, y) is var py && py < 0) continue;
                var row = source + (z * height + y) * width;
                for (var plane = 0; plane < step; plane++)
                {
                    // The elements of this plane: padded = plane + i · step, for i from first up to end.
                    var first = Math.Max(0, (shift - plane + step - 1) / step);
                    var end = Math.Min(staging.Size[2], Up(width + shift - plane, step));
                    var to = staged + staging.Place(pz, py, plane);
                    var from = row + plane - shift;
                    if (step == 1 && end > first)
                        new ReadOnlySpan<T>(from + first, end - first).CopyTo(new Span<T>(to + first, end - first));
                    else
                        for (var i = first; i < end; i++) to[i] = from[i * step];
                }
            }
        }
    }

    private static int Up(int length, int step) => length <= 0 ? 0 : (length + step - 1) / step;

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
        Parallel.For(batch, 1, (start, end) =>
        {
            for (var n = start; n < end; n++)
                FillImage(staging, channels, source + (long)n * channels * from, staged + n * area, places);
        });
    }

    private static void FillImage(Staging staging, int channels, T* source, T* staged, long[] places)
    {
        if (!staging.IsIdentity) new Span<T>(staged, staging.Area * channels).Clear();
        var (height, width) = (staging.Source[1], staging.Source[2]);
        for (var z = 0; z < staging.Source[0]; z++)
        {
            if (staging.Along(0, z) is var pz && pz < 0) continue;
            for (var y = 0; y < height; y++)
            {
                if (staging.Along(1, y) is var py && py < 0) continue;
                ChannelsLast.Transpose(channels, width, source + (z * height + y) * width,
                    ConvolutionShape.Area(staging.Source), staged + (long)staging.Place(pz, py, 0) * channels, places);
            }
        }
    }
}
