namespace TorchSharp.Kernels;

/// <summary>Which places of one dimension each output of a pooling layer looks at.</summary>
/// <param name="Inputs">The size of the dimension.</param>
/// <param name="Start">The first place of each window that is inside.</param>
/// <param name="End">The end of each window, inside.</param>
/// <param name="Step">From one place of a window to the next.</param>
/// <param name="Counted">How many places each window's mean divides by.</param>
internal sealed record PoolWindows(int Inputs, int[] Start, int[] End, int Step, int[] Counted)
{
    /// <summary>The number of windows.</summary>
    public int Outputs => Start.Length;

    /// <summary>A dimension that is not pooled.</summary>
    public static PoolWindows One { get; } = new(1, [0], [1], 1, [1]);

    /// <summary>Whether the windows are pairs of neighbours that do not overlap.</summary>
    public bool Pairs { get; private init; }

    /// <summary>Windows of a fixed size.</summary>
    /// <param name="inputs">The size of the dimension.</param>
    /// <param name="outputs">The number of windows.</param>
    /// <param name="kernel">Places of a window.</param>
    /// <param name="stride">From one window to the next.</param>
    /// <param name="padding">Places before and after that belong to no element.</param>
    /// <param name="dilation">From one place of a window to the next.</param>
    /// <param name="countPadding">Whether a mean counts them.</param>
    public static PoolWindows Sliding(
        int inputs, int outputs, int kernel, int stride, int padding, int dilation, bool countPadding)
    {
        var (start, end, counted) = (new int[outputs], new int[outputs], new int[outputs]);
        for (var i = 0; i < outputs; i++)
        {
            var from = i * stride - padding;
            start[i] = from >= 0 ? from : from + (dilation - 1 - from) / dilation * dilation;
            end[i] = Math.Min(from + (kernel - 1) * dilation + 1, inputs);
            counted[i] = countPadding ? Math.Min(from + kernel, inputs + padding) - from : end[i] - start[i];
        }
        return new PoolWindows(inputs, start, end, dilation, counted)
        {
            Pairs = kernel == 2 && stride == 2 && padding == 0 && dilation == 1 && outputs * 2 <= inputs,
        };
    }

    /// <summary>A given number of windows of about equal size that together cover the dimension.</summary>
    public static PoolWindows Adaptive(int inputs, int outputs)
    {
        var (start, end, counted) = (new int[outputs], new int[outputs], new int[outputs]);
        for (var i = 0; i < outputs; i++)
        {
            start[i] = (int)((long)i * inputs / outputs);
            end[i] = (int)(((long)(i + 1) * inputs + outputs - 1) / outputs);
            counted[i] = end[i] - start[i];
        }
        return new PoolWindows(inputs, start, end, 1, counted)
        {
            Pairs = outputs * 2 == inputs,
        };
    }
}
