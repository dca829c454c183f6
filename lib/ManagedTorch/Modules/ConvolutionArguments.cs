using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What the functional convolutions are given, checked with PyTorch's messages.</summary>
internal sealed class ConvolutionArguments
{
    private readonly string _name;
    private readonly int _dims;
    private readonly long[] _stride, _dilation;
    private readonly long _groups;

    /// <param name="name">The function's name, for messages.</param>
    /// <param name="dims">1, 2 or 3: the dimensions of an image.</param>
    /// <param name="stride">One number, or one for each dimension; 1 if null.</param>
    /// <param name="dilation">As the stride.</param>
    /// <param name="groups">The number of groups.</param>
    /// <exception cref="ArgumentException">Wrong number of numbers, or one is not positive.</exception>
    public ConvolutionArguments(string name, int dims, long[]? stride, long[]? dilation, long groups)
    {
        (_name, _dims, _groups) = (name, dims, groups);
        _stride = Each(stride, 1, "stride");
        _dilation = Each(dilation, 1, "dilation");
        if (_stride.Any(n => n <= 0))
            throw new ArgumentOutOfRangeException(nameof(stride), "non-positive stride is not supported");
        if (_dilation.Any(n => n <= 0))
            throw new ArgumentOutOfRangeException(nameof(dilation), "non-positive dilation is not supported");
        if (groups <= 0) throw new ArgumentOutOfRangeException(nameof(groups), "non-positive groups is not supported");
    }

    /// <summary>The convolution of an input, [N, G·C, ...] or without N.</summary>
    public Tensor Forward(Tensor input, Tensor weight, Tensor? bias, long[]? padding)
    {
        var pad = Numbers(padding, "padding");
        return Unbatched(input, weight, x =>
        {
            Check(x, weight, bias, transposed: false);
            var (size, kernel) = (x.Shape_.AsSpan(2).ToArray(), weight.Shape_.AsSpan(2).ToArray());
            var padded = size.Zip(pad, (n, p) => n + 2 * p).ToArray();
            var extent = kernel.Zip(_dilation, (k, d) => (k - 1) * d + 1).ToArray();
            if (padded.Zip(extent).Any(pair => pair.First < pair.Second) || kernel.Any(k => k <= 0))
                throw new ArgumentException($"Calculated padded input size per channel: ({Cross(padded)}). " +
                    $"Kernel size: ({Cross(extent)}). Kernel size can't be greater than actual input size");
            var output = padded.Select((n, d) => (n - extent[d]) / _stride[d] + 1).ToArray();
            return BilinearConvolution.Forward(Shape(x, weight, size, output, pad), x, weight, bias);
        });
    }

    /// <summary>The same with the padding in words.</summary>
    public Tensor Forward(Tensor input, Tensor weight, Tensor? bias, Padding padding)
    {
        if (padding == Padding.Valid) return Forward(input, weight, bias, (long[]?)null);
        if (_stride.Any(n => n != 1))
            throw new ArgumentException("padding='same' is not supported for strided convolutions");
        return Unbatched(input, weight, x =>
        {
            Check(x, weight, bias, transposed: false);
            var size = x.Shape_.AsSpan(2).ToArray();
            var before = weight.Shape_.AsSpan(2).ToArray().Zip(_dilation, (k, d) => (k - 1) * d / 2).ToArray();
            return BilinearConvolution.Forward(Shape(x, weight, size, size, before), x, weight, bias);
        });
    }

    /// <summary>The transposed convolution of an input, [N, G·O, ...] or without N.</summary>
    public Tensor Transposed(Tensor input, Tensor weight, Tensor? bias, long[]? padding, long[]? output_padding)
    {
        var (pad, extra) = (Numbers(padding, "padding"), Numbers(output_padding, "output_padding"));
        return Unbatched(input, weight, y =>
        {
            Check(y, weight, bias, transposed: true);
            if (extra.Where((n, d) => n >= _stride[d] && n >= _dilation[d]).Any())
                throw new ArgumentException("output padding must be smaller than either stride or dilation, but got " +
                    $"output_padding: {Shapes.Text(extra)}, stride: {Shapes.Text(_stride)}, dilation: " +
                    Shapes.Text(_dilation));
            var (size, kernel) = (y.Shape_.AsSpan(2).ToArray(), weight.Shape_.AsSpan(2).ToArray());
            var output = size.Select((n, d) =>
                (n - 1) * _stride[d] - 2 * pad[d] + _dilation[d] * (kernel[d] - 1) + extra[d] + 1).ToArray();
            if (output.Any(n => n <= 0))
                throw new ArgumentException($"Given input size per channel: ({Cross(size)}). Calculated output size " +
                    $"per channel: ({Cross(output)}). Output size is too small");
            return BilinearConvolution.Transposed(Shape(y, weight, output, size, pad), y, weight, bias);
        });
    }

    // The sizes of the convolution that gives `output` of `input`.
    private ConvolutionShape Shape(Tensor x, Tensor w, long[] input, long[] output, long[] padding) => new(
        (int)x.Shape_[0], (int)_groups, (int)w.Shape_[1], (int)(w.Shape_[0] / _groups), Three(input, 1),
        Three(output, 1), Three(w.Shape_.AsSpan(2).ToArray(), 1), Three(_stride, 1), Three(padding, 0),
        Three(_dilation, 1));

    private Tensor Unbatched(Tensor input, Tensor weight, Func<Tensor, Tensor> apply)
    {
        var dims = input.Live().Shape_.Length;
        if (weight.Live().Shape_.Length != _dims + 2)
            throw new ArgumentException(
                $"expected a weight of {_dims + 2} dimensions for {_name}, got {Shapes.Text(weight.Shape_)}");
        if (dims == _dims + 1) return apply(input.unsqueeze(0)).squeeze(0);
        if (dims == _dims + 2) return apply(input);
        throw WrongDimensions(_name, _dims, input);
    }

    /// <summary>For an input that is neither an image nor a batch of them.</summary>
    public static ArgumentException WrongDimensions(string name, int dims, Tensor input) => new(
        $"Expected {dims + 1}D (unbatched) or {dims + 2}D (batched) input to {name}, but got input of size: " +
        Shapes.Text(input.Shape_));

    private void Check(Tensor x, Tensor w, Tensor? bias, bool transposed)
    {
        var given = transposed ? "transposed=1" : $"groups={_groups}";
        var size = Shapes.Text(w.Shape_);
        if (w.Shape_[0] < _groups)
            throw new ArgumentException($"Given groups={_groups}, expected weight to be at least {_groups} at " +
                $"dimension 0, but got weight of size {size} instead");
        if (w.Shape_[0] % _groups != 0)
            throw new ArgumentException($"Given groups={_groups}, expected weight to be divisible by {_groups} at " +
                $"dimension 0, but got weight of size {size} instead");
        var channels = transposed ? w.Shape_[0] : w.Shape_[1] * _groups;
        if (x.Shape_[1] != channels)
            throw new ArgumentException($"Given {given}, weight of size {size}, expected input" +
                $"{Shapes.Text(x.Shape_)} to have {channels} channels, but got {x.Shape_[1]} channels instead");
        var outputs = transposed ? w.Shape_[1] * _groups : w.Shape_[0];
        if (bias is not null && (bias.Live().Shape_.Length != 1 || bias.Shape_[0] != outputs))
            throw new ArgumentException($"Given {given}, weight of size {size}, expected bias to be 1-dimensional " +
                $"with {outputs} elements, but got bias of size {Shapes.Text(bias.Shape_)} instead");
        if (!x.is_floating_point())
            throw new ArgumentException($"{_name} needs a floating point input, got {x.dtype}: convert it with to()");
        if (w.dtype != x.dtype)
            throw new ArgumentException($"Input type ({x.dtype}) and weight type ({w.dtype}) should be the same");
        if (bias is not null && bias.dtype != x.dtype)
            throw new ArgumentException($"Input type ({x.dtype}) and bias type ({bias.dtype}) should be the same");
    }

    private long[] Numbers(long[]? values, string name)
    {
        var each = Each(values, 0, name);
        if (each.Any(n => n < 0)) throw new ArgumentOutOfRangeException(name, $"negative {name} is not supported");
        return each;
    }

    private long[] Each(long[]? values, long otherwise, string name)
    {
        if (values is null) return [.. Enumerable.Repeat(otherwise, _dims)];
        if (values.Length == 1) return [.. Enumerable.Repeat(values[0], _dims)];
        if (values.Length == _dims) return values;
        throw new ArgumentException($"expected {name} to be a single integer value or a list of {_dims} values to " +
            $"match the convolution dimensions, but got {name}={Shapes.Text(values)}");
    }

    private static int[] Three(long[] values, int otherwise) =>
        [.. Enumerable.Repeat(otherwise, 3 - values.Length), .. values.Select(n => checked((int)n))];

    private static string Cross(long[] sizes) => string.Join(" x ", sizes);
}
