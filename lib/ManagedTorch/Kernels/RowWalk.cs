namespace TorchSharp.Kernels;

/// <summary>Walks strided operands of one shape row by row; a row is as long as their strides allow.</summary>
/// <remarks>
/// Dimensions that all operands step through evenly are merged first, so that contiguous operands are one row and a
/// matrix plus a vector is one row per line of the matrix.
/// </remarks>
internal sealed class RowWalk
{
    private readonly long[] _shape;
    private readonly long[][] _strides;
    private readonly long[] _index;
    private readonly int _outer;        // dimensions but the last

    public RowWalk(long[] shape, params long[][] strides)
    {
        (_shape, _strides) = Merge(shape, strides);
        _outer = _shape.Length - 1;
        _index = new long[_outer];
        Width = (int)_shape[_outer];
        Rows = 1;
        for (var i = 0; i < _outer; i++) Rows *= _shape[i];
        Offsets = new long[strides.Length];
    }

    /// <summary>Elements of a row.</summary>
    public int Width { get; private set; }

    public long Rows { get; }

    /// <summary>Where each operand's current row begins, counted from its first element.</summary>
    public long[] Offsets { get; }

    /// <summary>The step of an operand inside a row.</summary>
    public int Step(int operand) => (int)_strides[operand][_outer];

    /// <summary>Goes to the next row.</summary>
    public void Next()
    {
        for (var d = _outer - 1; d >= 0; d--)
        {
            for (var i = 0; i < Offsets.Length; i++) Offsets[i] += _strides[i][d];
            if (++_index[d] < _shape[d]) return;
            _index[d] = 0;
            for (var i = 0; i < Offsets.Length; i++) Offsets[i] -= _strides[i][d] * _shape[d];
        }
    }

    /// <summary>Goes to a row, from wherever the walk is.</summary>
    public void Seek(long row)
    {
        Array.Clear(Offsets);
        for (var d = _outer - 1; d >= 0; d--)
        {
            (row, _index[d]) = Math.DivRem(row, _shape[d]);
            for (var i = 0; i < Offsets.Length; i++) Offsets[i] += _strides[i][d] * _index[d];
        }
    }

    /// <summary>Walks over all rows; threads share them when there are many elements.</summary>
    /// <param name="start">Makes a walk at the first row: each thread needs its own.</param>
    /// <param name="row">What to do with the row at the walk's offsets.</param>
    public static void Each(Func<RowWalk> start, Action<RowWalk> row)
    {
        var walk = start();
        if (walk.Rows * walk.Width < Parallel.ManyElements || walk.Rows > int.MaxValue) Part(walk, 0, walk.Rows);
        else if (walk.Rows == 1)
            Parallel.Elements(walk.Width, (from, to) =>
            {
                var own = start();
                own.Cut(from, to);
                row(own);
            });
        else
            Parallel.For(
                (int)walk.Rows, 1 + 8192 / walk.Width, (from, to) => Part(from == 0 ? walk : start(), from, to));

        void Part(RowWalk own, long from, long to)
        {
            own.Seek(from);
            for (var i = from; i < to; i++, own.Next()) row(own);
        }
    }

    // A part of the only row.
    private void Cut(int from, int to)
    {
        for (var i = 0; i < Offsets.Length; i++) Offsets[i] += (long)from * Step(i);
        Width = to - from;
    }

    private static (long[] Shape, long[][] Strides) Merge(long[] shape, long[][] strides)
    {
        var kept = new List<int>();         // the last original dimension of each merged one
        var sizes = new List<long>();
        for (var d = 0; d < shape.Length; d++)
        {
            if (shape[d] == 1) continue;
            if (kept.Count > 0 && CanMerge(strides, kept[^1], d, shape[d]))
            {
                kept[^1] = d;
                sizes[^1] *= shape[d];
            }
            else
            {
                kept.Add(d);
                sizes.Add(shape[d]);
            }
        }

        if (kept.Count == 0) return ([1], [.. strides.Select(_ => new long[] { 1 })]);
        return ([.. sizes], [.. strides.Select(s => kept.Select(d => s[d]).ToArray())]);
    }

    private static bool CanMerge(long[][] strides, int outer, int inner, long innerSize)
    {
        foreach (var stride in strides)
            if (stride[outer] != stride[inner] * innerSize) return false;
        return true;
    }
}
