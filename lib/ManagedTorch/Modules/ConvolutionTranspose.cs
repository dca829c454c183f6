using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the transposed convolutions of one, two and three dimensions have in common.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    /// <inheritdoc/>
    protected ConvolutionTranspose(string name, long in_channels, long out_channels, long[] kernel_size, long[] stride,
        long[] padding, Padding? padding_type, long[] dilation, bool transposed, long[] output_padding, long groups,
        bool bias, PaddingModes padding_mode, Device? device = null, ScalarType? dtype = null)
        : base(name, in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, transposed,
            output_padding, groups, bias, padding_mode, device, dtype)
    {
    }

    /// <summary>The transposed convolution.</summary>
    /// <param name="input">[N, in channels, ...] or without N.</param>
    public override Tensor forward(Tensor input) => Convolve(input, output_padding);

    /// <summary>The transposed convolution, of a size where several are possible.</summary>
    /// <param name="input">[N, in channels, ...] or without N.</param>
    /// <param name="output_size">The size of each dimension of the output, with or without its channels.</param>
    /// <exception cref="ArgumentException">No output of the input has that size.</exception>
    public abstract Tensor forward(Tensor input, long[] output_size);

    internal Tensor Sized(Tensor input, long[] output_size) => Convolve(
        input, _output_padding(input, output_size, kernel_size, stride, padding, dilation, kernel_size.Length));

    private Tensor Convolve(Tensor input, long[] output_padding) => new ConvolutionArguments(
        $"conv_transpose{kernel_size.Length}d", kernel_size.Length, stride, dilation, groups)
        .Transposed(input, weight, bias, padding, output_padding);

    /// <summary>The output padding that gives an output of the wanted size.</summary>
    /// <param name="input">The input.</param>
    /// <param name="output_size">The wanted size; null for the module's own output padding.</param>
    /// <param name="kernel_size">The kernel, one number for each dimension, as the others.</param>
    /// <param name="stride">The step.</param>
    /// <param name="padding">Places left out at both ends.</param>
    /// <param name="dilation">The distance of the kernel's elements.</param>
    /// <param name="num_spatial_dims">The number of dimensions.</param>
    /// <exception cref="ArgumentException">No output of the input has that size.</exception>
    protected long[] _output_padding(Tensor input, long[]? output_size, long[] kernel_size, long[] stride,
        long[] padding, long[] dilation, long num_spatial_dims)
    {
        if (output_size is null) return output_padding;
        ArgumentNullException.ThrowIfNull(input);
        var dims = (int)num_spatial_dims;
        var others = input.Live().Shape_.Length - dims;
        if (output_size.Length == dims + others) output_size = output_size[others..];
        if (output_size.Length != dims)
            throw new ArgumentException($"{GetName()}: for {dims + others}D input, output_size must have {dims} or " +
                $"{dims + others} elements (got {output_size.Length})");
        var least = new long[dims];
        for (var d = 0; d < dims; d++)
            least[d] = (input.Shape_[others + d] - 1) * stride[d] - 2 * padding[d]
                + dilation[d] * (kernel_size[d] - 1) + 1;
        var most = least.Zip(stride, (n, s) => n + s - 1).ToArray();
        if (output_size.Where((n, d) => n < least[d] || n > most[d]).Any())
            throw new ArgumentException($"requested an output size of {Shapes.Text(output_size)}, but valid sizes " +
                $"range from {Shapes.Text(least)} to {Shapes.Text(most)} (for an input of " +
                $"{Shapes.Text(input.Shape_.AsSpan(others))})");
        return [.. output_size.Zip(least, (n, l) => n - l)];
    }
}
