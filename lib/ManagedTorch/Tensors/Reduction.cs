using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Which dimensions a reduction removes, and the shapes that follow.</summary>
internal sealed class Reduction
{
    /// <param name="x">What is reduced.</param>
    /// <param name="dims">The dimensions; none means all.</param>
    public Reduction(Tensor x, ReadOnlySpan<long> dims)
    {
        var rank = x.Live().Shape_.Length;
        Reduced = new bool[rank];
        if (dims.Length == 0) Reduced.AsSpan().Fill(true);
        foreach (var dim in dims)
        {
            var d = Shapes.Dim(dim, rank);
            if (rank == 0) break;
            if (Reduced[d]) throw new ArgumentException($"dim {d} appears multiple times in the list of dims");
            Reduced[d] = true;
        }

        Kept = new long[rank];
        Count = 1;
        for (var d = 0; d < rank; d++)
        {
            Kept[d] = Reduced[d] ? 1 : x.Shape_[d];
            if (Reduced[d]) Count *= x.Shape_[d];
        }
    }

    public bool[] Reduced { get; }

    /// <summary>The result's shape with 1 for each dimension that goes.</summary>
    public long[] Kept { get; }

    /// <summary>Elements that make one.</summary>
    public long Count { get; }

    public long[] Shape(bool keepdim)
    {
        if (keepdim) return Kept;
        var shape = new List<long>();
        for (var d = 0; d < Kept.Length; d++)
            if (!Reduced[d]) shape.Add(Kept[d]);
        return [.. shape];
    }

    /// <summary>Reduces one run of neighbouring dimensions after the other.</summary>
    /// <param name="x">What is reduced.</param>
    /// <param name="type">The result's type.</param>
    /// <param name="kernel">Reduces the middle of a contiguous [outer, n, inner].</param>
    /// <returns>The result in the shape <see cref="Kept"/>.</returns>
    public Tensor Run(Tensor x, ScalarType type, Action<Tensor, int, int, int, Tensor> kernel)
    {
        var from = x.AsContiguous();
        var shape = (long[])from.Shape_.Clone();
        var end = shape.Length;
        while (end > 0)
        {
            if (!Reduced[--end]) continue;
            var start = end;
            while (start > 0 && Reduced[start - 1]) start--;
            var outer = (int)Shapes.Count(shape.AsSpan(0, start));
            var n = (int)Shapes.Count(shape.AsSpan(start..(end + 1)));
            var inner = (int)Shapes.Count(shape.AsSpan(end + 1));
            shape.AsSpan(start..(end + 1)).Fill(1);
            var to = Tensor.New(type, shape);
            kernel(from, outer, n, inner, to);
            (from, end) = (to, start);
        }

        if (!ReferenceEquals(from, x)) return from;
        var same = Tensor.New(type, shape);         // a tensor without dimensions: itself is the only element
        kernel(from, 1, 1, (int)from.Count_, same);
        return same;
    }
}
