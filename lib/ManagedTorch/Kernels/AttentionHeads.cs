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
/// Vaswani et al., 2017, equation 1: https://arxiv.org/abs/1706.03762. The weights W = softmax(...) are kept. With dW =
/// dY·Vᵀ and dS = scale · W ∘ (dW − Σ dW ∘ W): dQ = dS·K, dK = dSᵀ·Q, dV = Wᵀ·dY. Under a causal mask the products are
/// cut into blocks, and those in which no key is seen are left out.
/// </remarks>
internal sealed class AttentionHeads<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // A multiple of the tiles' heights, 12 and 6.
    private const int CausalBlock = 48;

    private readonly int _heads, _queries, _keys, _depth, _width, _block;
    private readonly bool _causal;
    private readonly T _scale;
    private readonly Matrices<T> _q, _k, _v, _weights;

    /// <param name="q">[..., T, D].</param>
    /// <param name="k">[..., S, D].</param>
    /// <param name="v">[..., S, Dv].</param>
    /// <param name="weights">[..., T, S], contiguous: what the forward pass writes and the backward pass reads.</param>
    /// <param name="causal">Whether no query sees a later key.</param>
    public AttentionHeads(Tensor q, Tensor k, Tensor v, Tensor weights, bool causal)
    {
        var batch = weights.Shape_[..^2];
        _heads = (int)Shapes.Count(batch);
        (_queries, _keys) = ((int)weights.Shape_[^2], (int)weights.Shape_[^1]);
        (_depth, _width, _causal) = ((int)q.Shape_[^1], (int)v.Shape_[^1], causal);
        _block = causal ? CausalBlock : _queries;
        _scale = T.CreateTruncating(1 / Math.Sqrt(_depth));
        (_q, _k, _v) = (new Matrices<T>(q, batch), new Matrices<T>(k, batch), new Matrices<T>(v, batch));
        _weights = new Matrices<T>(weights, batch);
    }

    /// <summary>Fills the weights and y, [..., T, Dv].</summary>
    /// <param name="mask">[..., T, S] that broadcasts: Bool, true where a key is seen, or added; null for none.</param>
    /// <param name="y">[..., T, Dv], of which a row lies without gaps.</param>
    public void Forward(Tensor? mask, Tensor y)
    {
        var batch = y.Shape_[..^2];
        var result = new Matrices<T>(y, batch);
        var wide = mask?.detach().expand([.. batch, _queries, _keys]);
        Matrices<bool>? seen = wide?.dtype == ScalarType.Bool ? new Matrices<bool>(wide, batch) : null;
        Matrices<T>? added = wide is not null && seen is null ? new Matrices<T>(wide, batch) : null;
        Parallel.For(_heads, 1, (start, end) =>
        {
            for (var head = start; head < end; head++)
            {
                for (var row = 0; row < _queries; row += _block)
                {
                    var (rows, columns) = Block(row);
                    var at = _weights.Offsets[head] + row * _keys;
                    Gemm.Multiply(rows, columns, _depth, _q.Array, _q.Offsets[head] + row * _q.Row, _q.Row, _q.Column,
                        _k.Array, _k.Offsets[head], _k.Column, _k.Row, _weights.Array, at, _keys);
                    for (var i = row; i < row + rows; i++, at += _keys)
                        Weights(_weights.Array.AsSpan(at, columns), head, i, seen, added);
                    Gemm.Multiply(rows, _width, columns, _weights.Array, at - rows * _keys, _keys, 1,
                        _v.Array, _v.Offsets[head], _v.Row, _v.Column,
                        result.Array, result.Offsets[head] + row * result.Row, result.Row);
                }
            }
        });
    }

    /// <summary>The gradients, each in a tensor of the batch's shape of which a row lies without gaps.</summary>
    public void Backward(Tensor dy, Tensor dq, Tensor dk, Tensor dv)
    {
        var batch = dy.Shape_[..^2];
        var slopes = new Matrices<T>(dy, batch);
        var (q, k, v) = (new Matrices<T>(dq, batch), new Matrices<T>(dk, batch), new Matrices<T>(dv, batch));
        Parallel.For(_heads, 1, (start, end) =>
        {
            var scratch = ArrayPool<T>.Shared.Rent(_queries * _keys);
            for (var head = start; head < end; head++)
            {
                BackwardQueries(head, slopes, scratch, q);
                BackwardKeys(head, slopes, scratch, k, v);
            }
            ArrayPool<T>.Shared.Return(scratch);
        });
    }

    // dS, [T, S], and dQ.
    private void BackwardQueries(int head, Matrices<T> dy, T[] scores, Matrices<T> dq)
    {
        for (var row = 0; row < _queries; row += _block)
        {
            var (rows, columns) = Block(row);
            Gemm.Multiply(rows, columns, _width, dy.Array, dy.Offsets[head] + row * dy.Row, dy.Row, dy.Column,
                _v.Array, _v.Offsets[head], _v.Column, _v.Row, scores, row * _keys, _keys);
            for (var i = row; i < row + rows; i++)
            {
                var slopes = scores.AsSpan(i * _keys, columns);
                var n = Seen(i);
                var weights = _weights.Array.AsSpan(_weights.Offsets[head] + i * _keys, n);
                Rows.SoftmaxGradient(slopes[..n], weights, _scale, slopes[..n]);
                slopes[n..].Clear();
            }
            Gemm.Multiply(rows, _depth, columns, scores, row * _keys, _keys, 1,
                _k.Array, _k.Offsets[head], _k.Row, _k.Column,
                dq.Array, dq.Offsets[head] + row * dq.Row, dq.Row);
        }
    }

    // dK = dSᵀ·Q and dV = Wᵀ·dY: a block of keys is seen by the queries from its first key on.
    private void BackwardKeys(int head, Matrices<T> dy, T[] scores, Matrices<T> dk, Matrices<T> dv)
    {
        var (block, seen) = (_causal ? CausalBlock : _keys, Seen(_queries - 1));
        for (var key = 0; key < _keys; key += block)
        {
            // At last the keys that no query sees.
            block = key < seen ? Math.Min(block, seen - key) : _keys - key;
            var keys = block;
            var first = !_causal ? 0 : key < seen ? key : _queries;
            Gemm.Multiply(keys, _depth, _queries - first, scores, first * _keys + key, 1, _keys,
                _q.Array, _q.Offsets[head] + first * _q.Row, _q.Row, _q.Column,
                dk.Array, dk.Offsets[head] + key * dk.Row, dk.Row);
            Gemm.Multiply(keys, _width, _queries - first,
                _weights.Array, _weights.Offsets[head] + first * _keys + key, 1, _keys,
                dy.Array, dy.Offsets[head] + first * dy.Row, dy.Row, dy.Column,
                dv.Array, dv.Offsets[head] + key * dv.Row, dv.Row);
        }
    }

    // The size of the block from a row on: as many columns as its last row sees.
    private (int Rows, int Columns) Block(int row)
    {
        var rows = Math.Min(_block, _queries - row);
        return (rows, Seen(row + rows - 1));
    }

    private int Seen(int query) => _causal ? Math.Min(query + 1, _keys) : _keys;

    // From the products of a row to its weights.
    private void Weights(Span<T> row, int head, int query, Matrices<bool>? seen, Matrices<T>? added)
    {
        var visible = row[..Seen(query)];
        row[visible.Length..].Clear();
        Rows.Scale(visible, _scale, visible);
        if (seen is { } mask)
        {
            var at = mask.Offsets[head] + query * mask.Row;
            for (var j = 0; j < visible.Length; j++, at += mask.Column)
                if (!mask.Array[at]) visible[j] = T.NegativeInfinity;
        }
        else if (added is { } bias)
        {
            var at = bias.Offsets[head] + query * bias.Row;
            for (var j = 0; j < visible.Length; j++, at += bias.Column) visible[j] += bias.Array[at];
        }
        if (visible.IsEmpty) return;
        var sum = Rows.ExpSum(visible, Rows.Max<T>(visible), visible);
        Rows.Scale(visible, T.One / sum, visible);
    }
}
