using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Batches of matrices as the decompositions work on them: contiguous, in double precision.</summary>
internal static class Matrices
{
    /// <summary>What to do with one matrix of a batch, row-major.</summary>
    public delegate void Work(int index, Span<double> matrix);

    /// <exception cref="ArgumentException">
    /// Not matrices, not square where they must be, or not floating point.
    /// </exception>
    public static void Check(string name, Tensor a, bool square)
    {
        ArgumentNullException.ThrowIfNull(a);
        var shape = a.Live().Shape_;
        if (shape.Length < 2)
            throw new ArgumentException($"{name}: The input tensor A must have at least 2 dimensions.");
        if (square && shape[^1] != shape[^2])
            throw new ArgumentException(
                $"{name}: A must be batches of square matrices, but they are {shape[^2]} by {shape[^1]} matrices");
        if (a.dtype is not (ScalarType.Float32 or ScalarType.Float64))
            throw new ArgumentException(
                $"{name}: Expected a floating point or complex tensor as input. Got {a.dtype.Word()}");
    }

    /// <summary>A copy in double precision that a kernel may write over.</summary>
    public static Tensor Scratch(Tensor a)
    {
        var y = Tensor.New(ScalarType.Float64, a.Shape_);
        Copy.Strided(a.detach().As(ScalarType.Float64), y);
        return y;
    }

    /// <summary>A batch of matrices with ones on the diagonal.</summary>
    public static Tensor Identity(ReadOnlySpan<long> batch, long rows, long columns, ScalarType type)
    {
        var y = Tensor.New(type, [.. batch, rows, columns], clear: true);
        y.diagonal(0, -2, -1).fill_(1);
        return y;
    }

    /// <summary>Works on each matrix of a contiguous batch; threads share a large batch.</summary>
    public static void Each(Tensor batch, Work work)
    {
        var shape = batch.Shape_;
        var count = (int)Shapes.Count(shape.AsSpan(0, shape.Length - 2));
        var size = (int)(shape[^1] * shape[^2]);
        var data = batch.Array<double>(out var at);
        Kernels.Parallel.For(count, 1 + (20_000 / (1 + (size * (int)Math.Min(shape[^1], shape[^2])))), (from, to) =>
        {
            for (var i = from; i < to; i++) work(i, data.AsSpan(at + (i * size), size));
        });
    }

    /// <summary>The matrix of that number in a contiguous batch.</summary>
    public static Span<double> Of(Tensor batch, int index)
    {
        var size = (int)(batch.Shape_[^1] * batch.Shape_[^2]);
        return batch.Elements<double>().Slice(index * size, size);
    }

    /// <summary>The vector of that number in a contiguous batch.</summary>
    public static Span<T> Vector<T>(Tensor batch, int index) where T : unmanaged
    {
        var size = (int)batch.Shape_[^1];
        return batch.Elements<T>().Slice(index * size, size);
    }

    /// <exception cref="InvalidOperationException">An entry of info is not 0.</exception>
    public static void CheckInfo(string name, Tensor info, Func<int, string> message)
    {
        var values = info.Elements<int>();
        for (var i = 0; i < values.Length; i++)
            if (values[i] != 0)
                throw new InvalidOperationException(
                    $"{name}: {(info.Shape_.Length == 0 ? "" : $"(Batch element {i}): ")}{message(values[i])}");
    }

    /// <exception cref="NotSupportedException">A gradient is wanted of an operation that has none.</exception>
    public static void CheckNoGradient(string name, params ReadOnlySpan<Tensor?> inputs)
    {
        if (Autograd.Needed(inputs))
            throw new NotSupportedException(
                $"the derivative for '{name}' is not implemented. Call it on detached tensors, or use an operation " +
                "of torch.linalg that has one (solve, inv, det, slogdet, cholesky, eigh, svd, qr, pinv).");
    }
}
