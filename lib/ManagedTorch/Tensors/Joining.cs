using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tensors one behind the other along a dimension.</summary>
    /// <exception cref="ArgumentException">There are none, or their other sizes differ.</exception>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => cat([.. tensors], dim);

    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors.ToArray(), dim);

    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor cat(Tensor[] tensors, long dim = 0)
    {
        if (tensors.Length == 0) throw new ArgumentException("torch.cat(): expected a non-empty list of Tensors");
        var parts = Array.FindAll(tensors, t => t.Live().Shape_ is not [0]);      // PyTorch skips empty vectors
        if (parts.Length == 0) parts = tensors;
        var shape = (long[])parts[0].Shape_.Clone();
        if (shape.Length == 0)
            throw new ArgumentException("zero-dimensional tensor (at position 0) cannot be concatenated");
        var d = Shapes.Dim(dim, shape.Length);
        var type = parts[0].dtype;
        for (var i = 1; i < parts.Length; i++)
        {
            CheckJoins(parts[i], shape, d, i);
            shape[d] += parts[i].Shape_[d];
            type = ScalarTypes.Promote(type, parts[i].dtype);
        }

        var y = Tensor.New(type, shape);
        var starts = new long[parts.Length];
        for (int i = 0, start = 0; i < parts.Length; start += (int)parts[i++].Shape_[d])
        {
            starts[i] = start;
            using var piece = y.narrow(d, start, parts[i].Shape_[d]);
            Copy.Strided(parts[i].As(type), piece);
        }

        return Autograd.Needed(parts) ? Autograd.Record(y, "cat", parts,
            dy => [.. parts.Select((p, i) => p.RequiresGrad_ ? dy.narrow(d, starts[i], p.Shape_[d]) : null)]) : y;
    }

    private static void CheckJoins(Tensor part, long[] shape, int d, int position)
    {
        if (part.Shape_.Length != shape.Length)
            throw new ArgumentException($"Tensors must have same number of dimensions: got {shape.Length} and " +
                $"{part.Shape_.Length}");
        for (var i = 0; i < shape.Length; i++)
            if (i != d && part.Shape_[i] != shape[i])
                throw new ArgumentException($"Sizes of tensors must match except in dimension {d}. Expected size " +
                    $"{shape[i]} but got size {part.Shape_[i]} for tensor number {position} in the list.");
    }

    /// <summary>Tensors of one shape side by side along a new dimension.</summary>
    /// <exception cref="ArgumentException">There are none, or their shapes differ.</exception>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        var parts = tensors.ToArray();
        if (parts.Length == 0) throw new ArgumentException("stack expects a non-empty TensorList");
        for (var i = 1; i < parts.Length; i++)
            if (!Shapes.Same(parts[i].Live().Shape_, parts[0].Live().Shape_))
                throw new ArgumentException($"stack expects each tensor to be equal size, but got " +
                    $"{Shapes.Text(parts[0].Shape_)} at entry 0 and {Shapes.Text(parts[i].Shape_)} at entry {i}");
        return cat([.. parts.Select(p => p.unsqueeze(dim < 0 ? dim + p.ndim + 1 : dim))], dim);
    }

    /// <summary>Tensors below each other: along the first dimension.</summary>
    public static Tensor vstack(IList<Tensor> tensors) =>
        cat([.. tensors.Select(t => t.ndim < 2 ? t.reshape(1, -1) : t)], 0);

    /// <summary>Tensors beside each other: along the second dimension, or the first of vectors.</summary>
    public static Tensor hstack(IList<Tensor> tensors) => cat([.. tensors.Select(t => t.ndim == 0 ? t.reshape(1) : t)],
        tensors[0].ndim < 2 ? 0 : 1);

    /// <summary>Vectors as the axes of a grid: one tensor per axis, each of the grid's shape.</summary>
    /// <exception cref="ArgumentException">The indexing is not "ij" or "xy".</exception>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij")
    {
        var axes = tensors.ToArray();
        if (indexing is not ("ij" or "xy"))
            throw new ArgumentException(
                "torch.meshgrid: indexing must be one of \"xy\" or \"ij\", but received: " + indexing);
        var swap = indexing == "xy" && axes.Length > 1;
        if (swap) (axes[0], axes[1]) = (axes[1], axes[0]);
        long[] shape = [.. axes.Select(a => a.numel())];
        var grids = new Tensor[axes.Length];
        for (var i = 0; i < axes.Length; i++)
        {
            var own = new long[axes.Length];
            own.AsSpan().Fill(1);
            own[i] = shape[i];
            grids[i] = axes[i].reshape(own).expand(shape);
            if (swap) grids[i] = grids[i].transpose(0, 1);
        }

        if (swap) (grids[0], grids[1]) = (grids[1], grids[0]);
        return grids;
    }

    /// <summary>The shape that all shapes broadcast to, as views of the tensors.</summary>
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors)
    {
        var shape = tensors.Aggregate(Array.Empty<long>(), (s, t) => Shapes.Broadcast(s, t.Live().Shape_));
        return [.. tensors.Select(t => t.expand(shape))];
    }
}
