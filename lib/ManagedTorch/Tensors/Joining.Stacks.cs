namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tensors behind each other along the third dimension.</summary>
    public static Tensor dstack(params Tensor[] tensors) => cat([.. tensors.Select(t => t.atleast_3d())], 2);

    /// <inheritdoc cref="dstack(Tensor[])"/>
    public static Tensor dstack(IList<Tensor> tensors) => dstack([.. tensors]);

    /// <inheritdoc cref="dstack(Tensor[])"/>
    public static Tensor dstack(IEnumerable<Tensor> tensors) => dstack([.. tensors]);

    /// <inheritdoc cref="dstack(Tensor[])"/>
    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => dstack(tensors.ToArray());

    /// <summary>Matrices side by side; a vector is one column.</summary>
    public static Tensor column_stack(params Tensor[] tensors) =>
        cat([.. tensors.Select(t => t.ndim < 2 ? t.reshape(-1, 1) : t)], 1);

    /// <inheritdoc cref="column_stack(Tensor[])"/>
    public static Tensor column_stack(IList<Tensor> tensors) => column_stack([.. tensors]);

    /// <inheritdoc cref="column_stack(Tensor[])"/>
    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => column_stack(tensors.ToArray());

    /// <inheritdoc cref="vstack(IList{Tensor})"/>
    public static Tensor row_stack(params Tensor[] tensors) => vstack((IList<Tensor>)tensors);

    /// <inheritdoc cref="vstack(IList{Tensor})"/>
    public static Tensor row_stack(IList<Tensor> tensors) => vstack(tensors);

    /// <inheritdoc cref="vstack(IList{Tensor})"/>
    public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => vstack((IList<Tensor>)tensors.ToArray());

    /// <inheritdoc cref="vstack(IList{Tensor})"/>
    public static Tensor vstack(Tensor[] tensors) => vstack((IList<Tensor>)tensors);

    /// <inheritdoc cref="vstack(IList{Tensor})"/>
    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => vstack((IList<Tensor>)tensors.ToArray());

    /// <inheritdoc cref="hstack(IList{Tensor})"/>
    public static Tensor hstack(params Tensor[] tensors) => hstack((IList<Tensor>)tensors);

    /// <inheritdoc cref="hstack(IList{Tensor})"/>
    public static Tensor hstack(IEnumerable<Tensor> tensors) => hstack((IList<Tensor>)[.. tensors]);

    /// <inheritdoc cref="hstack(IList{Tensor})"/>
    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => hstack((IList<Tensor>)tensors.ToArray());

    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concat(Tensor[] tensors, long dim = 0) => cat(tensors, dim);

    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concatenate(Tensor[] tensors, long axis = 0) => cat(tensors, axis);

    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    /// <summary>Tensors with at least one dimension.</summary>
    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => input.Select(t => t.atleast_1d());

    /// <summary>Tensors with at least two dimensions.</summary>
    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => input.Select(t => t.atleast_2d());

    /// <summary>Tensors with at least three dimensions.</summary>
    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => input.Select(t => t.atleast_3d());

    /// <summary>The places where the condition holds: one tensor of indices for each dimension.</summary>
    public static Tensor[] where(Tensor condition) => [.. condition.nonzero_as_list()];

    /// <summary>Row and column of each element on and below a diagonal: [2, n].</summary>
    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64,
        Device? device = null) => TriangleIndices(row, col, (r, c) => c - r <= offset, dtype, device);

    /// <summary>Row and column of each element on and above a diagonal: [2, n].</summary>
    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64,
        Device? device = null) => TriangleIndices(row, col, (r, c) => c - r >= offset, dtype, device);

    private static Tensor TriangleIndices(
        long rows, long columns, Func<long, long, bool> inside, ScalarType type, Device? device)
    {
        Devices.Check(device);
        var (r, c) = (new List<long>(), new List<long>());
        for (var i = 0L; i < rows; i++)
            for (var j = 0L; j < columns; j++)
                if (inside(i, j))
                {
                    r.Add(i);
                    c.Add(j);
                }

        return tensor([.. r, .. c], [2, r.Count]).to_type(type);
    }

    /// <inheritdoc cref="Tensor.gather(long, Tensor)"/>
    /// <param name="sparse_grad">Has no effect.</param>
    public static Tensor gather(Tensor input, long dim, Tensor index, bool sparse_grad = false) =>
        input.gather(dim, index);

    /// <inheritdoc cref="Tensor.movedim(long[], long[])"/>
    public static Tensor moveaxis(Tensor input, long source, long destination) =>
        input.movedim([source], [destination]);

    /// <inheritdoc cref="Tensor.movedim(long[], long[])"/>
    public static Tensor moveaxis(Tensor input, (long, long) source, (long, long) destination) =>
        input.movedim([source.Item1, source.Item2], [destination.Item1, destination.Item2]);

    /// <inheritdoc cref="Tensor.movedim(long[], long[])"/>
    public static Tensor moveaxis(Tensor input, (long, long, long) source, (long, long, long) destination) =>
        input.movedim([source.Item1, source.Item2, source.Item3],
            [destination.Item1, destination.Item2, destination.Item3]);

    /// <inheritdoc cref="Tensor.movedim(long[], long[])"/>
    public static Tensor moveaxis(Tensor input, (long, long, long, long) source,
        (long, long, long, long) destination) => input.movedim(
            [source.Item1, source.Item2, source.Item3, source.Item4],
            [destination.Item1, destination.Item2, destination.Item3, destination.Item4]);
}
