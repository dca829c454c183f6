using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Numbers from 0 up to <paramref name="stop"/>, which is left out.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>Numbers from <paramref name="start"/> up to <paramref name="stop"/>, which is left out.</summary>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>
    /// Numbers from <paramref name="start"/> in steps up to <paramref name="stop"/>, which is left out; Int64 if all
    /// three are integers.
    /// </summary>
    /// <exception cref="ArgumentException">The step is 0 or leads away from the end.</exception>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(stop);
        ArgumentNullException.ThrowIfNull(step);
        Devices.Check(device);
        if (step.Double == 0) throw new ArgumentException("step must be nonzero");
        if ((stop.Double - start.Double) * step.Double < 0)
            throw new ArgumentException("upper bound and larger bound inconsistent with step sign");
        var floating = start.Type.IsFloating() || stop.Type.IsFloating() || step.Type.IsFloating();
        var type = dtype ?? (floating ? ScalarTypes.DefaultFloat : ScalarType.Int64);
        var count = (long)Math.Ceiling((stop.Double - start.Double) / step.Double);
        var y = Tensor.New(type, [count]);
        Fill.Range(y, start, step);
        return y.requires_grad_(requires_grad);
    }

    /// <summary>Evenly spaced numbers, both ends included.</summary>
    /// <exception cref="ArgumentException"><paramref name="steps"/> is negative.</exception>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false)
    {
        Devices.Check(device);
        if (steps < 0) throw new ArgumentException("number of steps must be non-negative");
        var values = new double[steps];
        var step = steps > 1 ? (end - start) / (steps - 1) : 0;
        for (var i = 0; i < steps; i++)         // from both ends, so that the last one is exactly the end
            values[i] = i < steps / 2 || steps == 1 ? start + (step * i) : end - (step * (steps - 1 - i));
        return Tensor.Wrap(values, [steps]).As(dtype ?? ScalarTypes.DefaultFloat).requires_grad_(requires_grad);
    }

    /// <summary>Powers of a base whose exponents are evenly spaced, both ends included.</summary>
    public static Tensor logspace(double start, double end, long steps, double @base = 10.0, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false)
    {
        using var exponents = linspace(start, end, steps, ScalarType.Float64, device);
        double[] values = [.. exponents.data<double>().Select(x => Math.Pow(@base, x))];
        return Tensor.Wrap(values, [steps]).As(dtype ?? ScalarTypes.DefaultFloat).requires_grad_(requires_grad);
    }

    /// <summary>A matrix with ones on the diagonal; square if <paramref name="columns"/> is -1.</summary>
    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null)
    {
        Devices.Check(device);
        var y = Tensor.New(dtype ?? ScalarTypes.DefaultFloat, [rows, columns < 0 ? rows : columns], clear: true);
        Fill.Diagonal(y);
        return y.requires_grad_(requires_grad);
    }

    /// <summary>The elements of an array of any number of dimensions, copied.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <inheritdoc cref="from_array(Array, Device)"/>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null,
        bool requires_grad = false, string[]? names = null)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        Devices.Check(device);
        var shape = Enumerable.Range(0, rawArray.Rank).Select(rawArray.GetLongLength).ToArray();
        var y = Tensor.New(ScalarTypes.Of(rawArray.GetType().GetElementType()!), shape);
        Fill.From(rawArray, y);
        return y.As(dtype ?? y.dtype).requires_grad_(requires_grad);
    }

    // One path for every form of tensor(...): the elements are copied, or wrapped when they are already a fresh array.
    private static Tensor Make<T>(T[] fresh, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device,
        bool requires_grad) where T : unmanaged
    {
        Devices.Check(device);
        var y = Tensor.Wrap(fresh, shape);
        return y.As(dtype ?? y.dtype).requires_grad_(requires_grad);
    }

    private static Tensor Filled(ReadOnlySpan<long> size, Scalar? value, ScalarType? dtype, Device? device,
        bool requires_grad)
    {
        Devices.Check(device);
        var y = Tensor.New(dtype ?? ScalarTypes.DefaultFloat, size, clear: value is { Double: 0 });
        if (value is not null && value.Double != 0) Fill.With(y, value);
        return y.requires_grad_(requires_grad);
    }

    // The type that full(...) infers from its value.
    private static ScalarType Inferred(Scalar value) => value.Type.IsFloating() ? ScalarTypes.DefaultFloat
        : value.Type == ScalarType.Bool ? ScalarType.Bool : ScalarType.Int64;

    /// <summary>Zeros of the shape of a tensor.</summary>
    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Filled(input.Live().Shape_, 0, dtype ?? input.dtype, device, requires_grad);

    /// <summary>Ones of the shape of a tensor.</summary>
    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Filled(input.Live().Shape_, 1, dtype ?? input.dtype, device, requires_grad);

    /// <summary>Arbitrary values in the shape of a tensor.</summary>
    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Filled(input.Live().Shape_, null, dtype ?? input.dtype, device, requires_grad);

    /// <summary>One value in the shape of a tensor.</summary>
    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Filled(input.Live().Shape_, value, dtype ?? input.dtype, device, requires_grad);
}
