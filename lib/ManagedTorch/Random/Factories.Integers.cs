using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Integers uniform over [<paramref name="low"/>, <paramref name="high"/>).</summary>
    /// <param name="low">The least value.</param>
    /// <param name="high">One above the greatest.</param>
    /// <param name="size">The shape.</param>
    /// <param name="dtype">Int64 if null.</param>
    /// <param name="device">The CPU.</param>
    /// <param name="requires_grad">Whether gradients are computed for the result.</param>
    /// <param name="generator">The source, or null for the default.</param>
    /// <param name="names">Not supported; null.</param>
    /// <exception cref="ArgumentException">The range is empty.</exception>
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Drawn(size, dtype ?? ScalarType.Int64, device, requires_grad, names,
            tensor => tensor.Integers(low, high, generator));

    /// <summary>Integers uniform over [0, <paramref name="high"/>).</summary>
    /// <inheritdoc cref="randint(long, long, long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0L, high, size, dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randint(long, long, long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randint(int low, int high, int[] size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(low, (long)high, Array.ConvertAll(size, n => (long)n), dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randint(long, long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randint(int high, int[] size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    /// <summary>
    /// Integers in [<paramref name="low"/>, <paramref name="high"/>), in the shape of <paramref name="input"/>.
    /// </summary>
    public static Tensor randint_like(Tensor input, long low, long high, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        input.randint_like(low, high, dtype, device, requires_grad);

    /// <summary>The numbers 0 to <paramref name="n"/> − 1 in random order, Int64.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        Devices.Check(device);
        var values = new long[n];
        var engine = (generator ?? Generator.Default).Engine;
        lock (engine) RandomFill.Permutation(engine, values);
        var result = Tensor.Wrap(values, [n]).to(dtype ?? ScalarType.Int64);
        return requires_grad ? result.requires_grad_() : result;
    }

    /// <inheritdoc cref="Tensor.bernoulli(Generator?)"/>
    /// <param name="input">The probabilities.</param>
    /// <param name="generator">The source, or null for the default.</param>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    /// <inheritdoc cref="Tensor.multinomial(long, bool, Generator?)"/>
    /// <param name="input">Weights, [categories] or [rows, categories].</param>
    /// <param name="num_samples">Draws from each row.</param>
    /// <param name="replacement">Whether a category can be drawn twice.</param>
    /// <param name="generator">The source, or null for the default.</param>
    public static Tensor multinomial(
        Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        input.multinomial(num_samples, replacement, generator);
}
