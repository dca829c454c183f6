using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the convolutions of one, two and three dimensions have in common.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private Parameter _weight;
    private Parameter? _bias;
    private long[] _sides = [];         // the padding as functional.pad takes it

    /// <summary>A convolution with PyTorch's first values.</summary>
    /// <param name="name">The module's name.</param>
    /// <param name="in_channels">Channels of the input.</param>
    /// <param name="out_channels">Channels of the output.</param>
    /// <param name="kernel_size">The kernel, one number for each dimension, as the others.</param>
    /// <param name="stride">The step.</param>
    /// <param name="padding">Places added at both ends.</param>
    /// <param name="padding_type">The padding in words, instead; null to use the numbers.</param>
    /// <param name="dilation">The distance of the kernel's elements.</param>
    /// <param name="transposed">Whether it is the transpose of a convolution.</param>
    /// <param name="output_padding">Places added after the output, when transposed.</param>
    /// <param name="groups">Parts of the channels that are convolved by themselves.</param>
    /// <param name="bias">Whether there is a bias.</param>
    /// <param name="padding_mode">What stands in the added places.</param>
    /// <param name="device">The CPU.</param>
    /// <param name="dtype">The element type; Float32 if null.</param>
    /// <exception cref="ArgumentException">
    /// The groups do not divide the channels, Same comes with a stride, or a mode that a transpose does not have.
    /// </exception>
    protected Convolution(string name, long in_channels, long out_channels, long[] kernel_size, long[] stride,
        long[] padding, Padding? padding_type, long[] dilation, bool transposed, long[] output_padding, long groups,
        bool bias, PaddingModes padding_mode, Device? device = null, ScalarType? dtype = null) : base(name)
    {
        if (groups <= 0) throw new ArgumentOutOfRangeException(nameof(groups), "groups must be a positive integer");
        if (in_channels % groups != 0) throw new ArgumentException("in_channels must be divisible by groups");
        if (out_channels % groups != 0) throw new ArgumentException("out_channels must be divisible by groups");
        if (transposed && padding_mode != PaddingModes.Zeros)
            throw new ArgumentException($"Only \"zeros\" padding mode is supported for {name}");
        if (padding_type == TorchSharp.Padding.Same && stride.Any(n => n != 1))
            throw new ArgumentException("padding='same' is not supported for strided convolutions");
        (this.in_channels, this.out_channels, this.kernel_size, this.stride) =
            (in_channels, out_channels, kernel_size, stride);
        (this.dilation, this.transposed, this.output_padding) = (dilation, transposed, output_padding);
        (this.groups, this.padding_mode, this.padding) = (groups, padding_mode, padding);
        if (padding_type is { } type) SetPadding(type);
        else SetPadding(padding);

        var channels = transposed ? (in_channels, out_channels / groups) : (out_channels, in_channels / groups);
        _weight = nn.Parameter(nn.Uninitialised([channels.Item1, channels.Item2, .. kernel_size], device, dtype));
        if (bias) _bias = nn.Parameter(nn.Uninitialised([out_channels], device, dtype));
        reset_parameters();
        ConditionallyRegisterParameter("weight", _weight);
        ConditionallyRegisterParameter("bias", _bias);
    }

    /// <summary>Channels of the input.</summary>
    public long in_channels { get; }

    /// <summary>Channels of the output.</summary>
    public long out_channels { get; }

    /// <summary>The kernel's size in each dimension.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The step in each dimension.</summary>
    public long[] stride { get; set; }

    /// <summary>Places added at both ends of each dimension; without effect when there is a padding type.</summary>
    public long[] padding { get; private set; }

    /// <summary>The padding in words, or null for the numbers.</summary>
    public Padding? padding_type { get; private set; }

    /// <summary>The distance of the kernel's elements in each dimension.</summary>
    public long[] dilation { get; set; }

    /// <summary>Whether it is the transpose of a convolution.</summary>
    public bool transposed { get; }

    /// <summary>Places added after each dimension of the output, when transposed.</summary>
    public long[] output_padding { get; set; }

    /// <summary>Parts of the channels that are convolved by themselves.</summary>
    public long groups { get; set; }

    /// <summary>What stands in the added places.</summary>
    public PaddingModes padding_mode { get; set; }

    /// <summary>w, [out, in / groups, kernel]; the first two the other way around when transposed.</summary>
    public Parameter weight
    {
        get => _weight;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            ConditionallyRegisterParameter("weight", _weight = value);
        }
    }

    /// <summary>b, [out channels], or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter("bias", _bias = value);
    }

    /// <summary>Draws weight and bias uniform over ±1/√(the weight's elements for one output).</summary>
    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(_weight, Math.Sqrt(5));
        if (_bias is null) return;
        var fan = Shapes.Count(_weight.Shape_.AsSpan(1));
        var bound = fan > 0 ? 1 / Math.Sqrt(fan) : 0;
        nn.init.uniform_(_bias, -bound, bound);
    }

    /// <summary>Pads by numbers from now on.</summary>
    public void SetPadding(long[] padding)
    {
        ArgumentNullException.ThrowIfNull(padding);
        (this.padding, padding_type) = (padding, null);
        _sides = [.. padding.Reverse().SelectMany(n => new[] { n, n })];
    }

    /// <summary>Pads in words from now on.</summary>
    public void SetPadding(Padding padding)
    {
        (padding_type, this.padding) = (padding, new long[kernel_size.Length]);
        var total = kernel_size.Select((k, d) => padding == TorchSharp.Padding.Same ? dilation[d] * (k - 1) : 0);
        _sides = [.. total.Reverse().SelectMany(n => new[] { n / 2, n - n / 2 })];
    }

    /// <summary>Whether an input has the dimensions of an image, or one more for a batch of them.</summary>
    /// <param name="input">The input.</param>
    /// <param name="dimensions">Dimensions over which the kernel moves.</param>
    protected bool ValidateShape(Tensor input, long dimensions)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.ndim == dimensions + 1 || input.ndim == dimensions + 2;
    }

    // The convolution of an input with what the module holds.
    internal Tensor Convolve(Tensor input)
    {
        var arguments = new ConvolutionArguments(FunctionName, kernel_size.Length, stride, dilation, groups);
        if (padding_mode != PaddingModes.Zeros)
            return arguments.Forward(Padded(input), _weight, _bias, (long[]?)null);
        return padding_type is { } type
            ? arguments.Forward(input, _weight, _bias, type) : arguments.Forward(input, _weight, _bias, padding);
    }

    private string FunctionName => $"conv{kernel_size.Length}d";

    private Tensor Padded(Tensor input)
    {
        if (!ValidateShape(input, kernel_size.Length))
            throw ConvolutionArguments.WrongDimensions(FunctionName, kernel_size.Length, input);
        return nn.functional.pad(input, _sides, padding_mode);
    }
}
