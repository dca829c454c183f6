using System.Buffers;
using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>The matrices of a batch, wherever their strides put them.</summary>
internal readonly struct Matrices<T> where T : unmanaged
{
    /// <param name="x">[..., rows, columns], with batch dimensions that broadcast to <paramref name="batch"/>.</param>
    /// <param name="batch">The batch dimensions of the result.</param>
    public Matrices(Tensor x, long[] batch)
    {
        Array = x.Array<T>(out _);
        Offsets = Products.Offsets(x, batch, (int)Shapes.Count(batch));
        (Row, Column) = ((int)x.Strides_[^2], (int)x.Strides_[^1]);
    }

    public T[] Array { get; }

    /// <summary>Where each matrix begins.</summary>
    public int[] Offsets { get; }

    /// <summary>The step to the next row.</summary>
    public int Row { get; }

    /// <summary>The step to the next column.</summary>
    public int Column { get; }
}

/// <summary>softmax(scale · Q·Kᵀ + mask)·V and its gradients, head by head; threads share the heads.</summary>
/// <remarks>
/// Vaswani et al., 2017, equation 1: https://arxiv.org/abs/1706.03762. The weights W, [T, S], are never stored: a block
/// of queries is finished before the next one is begun, and the backward pass computes its weights again from the
/// logarithm of each row's sum, as Dao et al., 2022, algorithm 4, does: https://arxiv.org/abs/2205.14135. With
/// dW = dY·Vᵀ and dS = scale · W ∘ (dW − Σ dW ∘ W): dQ = dS·K, dK = dSᵀ·Q, dV = Wᵀ·dY. Under a causal mask the keys
/// that no query of a block sees are left out.
/// </remarks>
internal sealed class AttentionHeads<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Queries at a time: a multiple of the tiles' heights, 12 and 6.
    private const int Block = 96;

    private readonly int _heads, _queries, _keys, _depth, _width;
    private readonly bool _causal;
    private readonly T _scale;
    private readonly Matrices<T> _q, _k, _v;
    private readonly Matrices<bool>? _seen;
    private readonly Matrices<T>? _added;
    private readonly Tensor _logs;

    /// <param name="q">[..., T, D].</param>
    /// <param name="k">[..., S, D].</param>
    /// <param name="v">[..., S, Dv].</param>
    /// <param name="mask">[..., T, S] that broadcasts: Bool, true where a key is seen, or added; null for none.</param>
    /// <param name="causal">Whether no query sees a later key.</param>
    /// <param name="logs">[..., T], contiguous: log Σ e^score of each row, written forward and read backward.</param>
    public AttentionHeads(Tensor q, Tensor k, Tensor v, Tensor? mask, bool causal, Tensor logs)
    {
        var batch = q.Shape_[..^2];
        _heads = (int)Shapes.Count(batch);
        (_queries, _keys) = ((int)q.Shape_[^2], (int)k.Shape_[^2]);
        (_depth, _width, _causal) = ((int)q.Shape_[^1], (int)v.Shape_[^1], causal);
        _scale = T.CreateTruncating(1 / Math.Sqrt(_depth));
        (_q, _k, _v) = (new Matrices<T>(q, batch), new Matrices<T>(k, batch), new Matrices<T>(v, batch));
        var wide = mask?.detach().expand([.. batch, _queries, _keys]);
        _seen = wide?.dtype == ScalarType.Bool ? new Matrices<bool>(wide, batch) : null;
        _added = wide is not null && _seen is null ? new Matrices<T>(wide, batch) : null;
        _logs = logs;
    }

    /// <summary>Fills y, [..., T, Dv], of which a row lies without gaps.</summary>
    public void Forward(Tensor y)
    {
        var result = new Matrices<T>(y, y.Shape_[..^2]);
        EachBlock((head, row, weights, _) =>
        {
            var (rows, columns) = BlockAt(row);
            var logs = Logs(head, row, rows);
            Scores(head, row, weights);
            for (var i = 0; i < rows; i++)
            {
                var seen = weights.AsSpan(i * columns, Seen(row + i));
                weights.AsSpan(i * columns, columns)[seen.Length..].Clear();
                if (seen.IsEmpty) continue;
                var max = Rows.Max<T>(seen);
                var sum = Rows.ExpSum(seen, max, seen);
                Rows.Scale(seen, T.One / sum, seen);
                logs[i] = max + T.Log(sum);
            }
            Gemm.Multiply(rows, _width, columns, weights, 0, columns, 1, _v.Array, _v.Offsets[head], _v.Row, _v.Column,
                result.Array, result.Offsets[head] + row * result.Row, result.Row);
        });
    }

    /// <summary>
    /// The gradients, each in a tensor of the batch's shape of which a row lies without gaps; dk and dv begin as zeros.
    /// </summary>
    public void Backward(Tensor dy, Tensor dq, Tensor dk, Tensor dv)
    {
        var batch = dy.Shape_[..^2];
        var y = new Matrices<T>(dy, batch);
        var (q, k, v) = (new Matrices<T>(dq, batch), new Matrices<T>(dk, batch), new Matrices<T>(dv, batch));
        EachBlock((head, row, weights, slopes) =>
        {
            var (rows, columns) = BlockAt(row);
            var (dyAt, qAt) = (y.Offsets[head] + row * y.Row, _q.Offsets[head] + row * _q.Row);
            Scores(head, row, weights);
            Gemm.Multiply(rows, columns, _width, y.Array, dyAt, y.Row, y.Column,
                _v.Array, _v.Offsets[head], _v.Column, _v.Row, slopes, 0, columns);
            var logs = Logs(head, row, rows);
            for (var i = 0; i < rows; i++)
            {
                var n = Seen(row + i);
                var w = weights.AsSpan(i * columns, columns);
                var ds = slopes.AsSpan(i * columns, columns);
                Rows.ExpSum(w[..n], logs[i], w[..n]);
                Rows.SoftmaxGradient(ds[..n], w[..n], _scale, ds[..n]);
                w[n..].Clear();
                ds[n..].Clear();
            }
            Gemm.Multiply(rows, _depth, columns, slopes, 0, columns, 1, _k.Array, _k.Offsets[head], _k.Row, _k.Column,
                q.Array, q.Offsets[head] + row * q.Row, q.Row);
            Gemm.Multiply(columns, _depth, rows, slopes, 0, 1, columns, _q.Array, qAt, _q.Row, _q.Column,
                k.Array, k.Offsets[head], k.Row, accumulate: true);
            Gemm.Multiply(columns, _width, rows, weights, 0, 1, columns, y.Array, dyAt, y.Row, y.Column,
                v.Array, v.Offsets[head], v.Row, accumulate: true);
        });
    }

    // Each block of queries, with memory for two matrices [queries of a block, S]. The blocks of one head follow each
    // other: their gradients add up in the same order whatever the number of threads.
    private void EachBlock(Action<int, int, T[], T[]> body) => Parallel.For(_heads, 1, (start, end) =>
    {
        var length = Math.Min(Block, _queries) * _keys;
        var (first, second) = (ArrayPool<T>.Shared.Rent(length), ArrayPool<T>.Shared.Rent(length));
        for (var head = start; head < end; head++)
            for (var row = 0; row < _queries; row += Block) body(head, row, first, second);
        ArrayPool<T>.Shared.Return(first);
        ArrayPool<T>.Shared.Return(second);
    });

    // scale · Q·Kᵀ + mask for a block, [rows, columns]; what a causal mask hides is left as it is.
    private void Scores(int head, int row, T[] scores)
    {
        var (rows, columns) = BlockAt(row);
        Gemm.Multiply(rows, columns, _depth, _q.Array, _q.Offsets[head] + row * _q.Row, _q.Row, _q.Column,
            _k.Array, _k.Offsets[head], _k.Column, _k.Row, scores, 0, columns);
        for (var i = 0; i < rows; i++)
        {
            var seen = scores.AsSpan(i * columns, Seen(row + i));
            Rows.Scale(seen, _scale, seen);
            if (_seen is { } mask)
            {
                var at = mask.Offsets[head] + (row + i) * mask.Row;
                for (var j = 0; j < seen.Length; j++, at += mask.Column)
                    if (!mask.Array[at]) seen[j] = T.NegativeInfinity;
            }
            else if (_added is { } bias)
            {
                var at = bias.Offsets[head] + (row + i) * bias.Row;
                for (var j = 0; j < seen.Length; j++, at += bias.Column) seen[j] += bias.Array[at];
            }
        }
    }

    // The size of the block from a row on: as many columns as its last row sees.
    private (int Rows, int Columns) BlockAt(int row)
    {
        var rows = Math.Min(Block, _queries - row);
        return (rows, Seen(row + rows - 1));
    }

    private int Seen(int query) => _causal ? Math.Min(query + 1, _keys) : _keys;

    private Span<T> Logs(int head, int row, int rows) =>
        _logs.Array<T>(out var at).AsSpan(at + head * _queries + row, rows);
}
