using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>How a pooling layer moves its window; one number for each pooled dimension.</summary>
internal sealed record PoolOptions(long[] Kernel, long[] Stride, long[] Padding, long[] Dilation, bool CeilMode)
{
    public int Dimensions => Kernel.Length;

    /// <summary>The windows of depth, height and width for an input.</summary>
    /// <param name="input">[N, C, ...] or [C, ...].</param>
    /// <param name="name">The operation, for messages.</param>
    /// <param name="padded">Whether a mean counts the padding.</param>
    /// <exception cref="ArgumentException">The input does not fit, or no output would be left.</exception>
    public PoolWindows[] Windows(Tensor input, string name, bool padded)
    {
        CheckInput(input, name, Dimensions);
        PoolWindows[] windows = [PoolWindows.One, PoolWindows.One, PoolWindows.One];
        var sizes = input.Shape_[^Dimensions..];
        var outputs = new long[Dimensions];
        for (var i = 0; i < Dimensions; i++) outputs[i] = Outputs(i, sizes[i]);
        if (outputs.Any(size => size < 1))
            throw new ArgumentException($"Given input size: ({input.Shape_[^(Dimensions + 1)]}x" +
                $"{string.Join('x', sizes)}). Calculated output size: ({input.Shape_[^(Dimensions + 1)]}x" +
                $"{string.Join('x', outputs)}). Output size is too small", nameof(input));
        for (var i = 0; i < Dimensions; i++)
            windows[i + 3 - Dimensions] = PoolWindows.Sliding((int)sizes[i], (int)outputs[i], (int)Kernel[i],
                (int)Stride[i], (int)Padding[i], (int)Dilation[i], padded);
        return windows;
    }

    /// <exception cref="ArgumentException">Dimensions or type do not fit.</exception>
    public static void CheckInput(Tensor input, string name, int dimensions)
    {
        if (input.ndim != dimensions + 1 && input.ndim != dimensions + 2)
            throw new ArgumentException($"{name}: Expected {dimensions + 1}D or {dimensions + 2}D (batch mode) " +
                $"tensor for input, but got: {Shapes.Text(input.Shape_)}", nameof(input));
        for (var d = input.ndim == dimensions + 2 ? 1 : 0; d < input.ndim; d++)
            if (input.Shape_[d] == 0)
                throw new ArgumentException($"{name}: Expected input to have non-zero size for non-batch dimensions, " +
                    $"but got {Shapes.Text(input.Shape_)}", nameof(input));
        if (!input.is_floating_point())
            throw new ArgumentException($"\"{name}\" not implemented for '{input.dtype.Word()}'", nameof(input));
    }

    // A last window must begin inside the input or its left padding.
    private long Outputs(int i, long size)
    {
        var places = size + 2 * Padding[i] - Dilation[i] * (Kernel[i] - 1) - 1;
        if (places < 0 && !CeilMode) return 0;
        var outputs = (long)Math.Floor((places + (CeilMode ? Stride[i] - 1 : 0)) / (double)Stride[i]) + 1;
        return CeilMode && (outputs - 1) * Stride[i] >= size + Padding[i] ? outputs - 1 : outputs;
    }
}
