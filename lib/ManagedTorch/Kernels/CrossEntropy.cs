using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>
/// Softmax, logarithm and negative log-likelihood of rows of logits in one pass, and their gradient in another.
/// </summary>
/// <remarks>
/// With target y, weights w and smoothing ε the wanted distribution is q_c = (1 − ε)·w_y·[c = y] + ε·w_c / C, the loss
/// of a
/// row Σ q_c·(logsumexp(x) − x_c), and its gradient Q·softmax(x)_c − q_c with Q = Σ q_c.
/// </remarks>
internal sealed class CrossEntropy<T>(
    int rows, int classes, T[] x, int xOffset, long[] targets, T[] weights, long ignore, double smoothing)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T _smooth = T.CreateTruncating(smoothing / classes);
    private readonly T _keep = T.CreateTruncating(1 - smoothing);
    private readonly T _allWeights = weights.Length == 0 ? T.CreateTruncating(classes) : Lanes.Sum<T>(weights);
    private readonly T[] _logSumExp = new T[rows];

    /// <summary>The loss of each row; 0 where the target is the one to ignore.</summary>
    public void Forward(Span<T> losses)
    {
        var result = new T[rows];
        Parallel.For(rows, Grain, (start, end) =>
        {
            var scratch = new T[classes];
            for (var row = start; row < end; row++)
            {
                if (targets[row] == ignore) continue;
                ReadOnlySpan<T> logits = Logits(row);
                var max = Rows.Max(logits);
                var log = _logSumExp[row] = max + T.Log(Rows.ExpSum(logits, max, scratch));
                var y = (int)targets[row];
                var loss = _keep * Weight(y) * (log - logits[y]);
                if (smoothing != 0)
                    loss += _smooth
                        * (_allWeights * log - (weights.Length == 0 ? Lanes.Sum(logits) : Lanes.Dot(logits, weights)));
                result[row] = loss;
            }
        });
        result.CopyTo(losses);
    }

    /// <summary>Σ w_y over the rows that count: what the mean divides by.</summary>
    public T TotalWeight()
    {
        var sum = T.Zero;
        for (var row = 0; row < rows; row++)
            if (targets[row] != ignore) sum += Weight((int)targets[row]);
        return sum;
    }

    /// <summary>The gradient of the logits, given that of each row's loss.</summary>
    public void Backward(T[] slopes, T[] dx, int dxOffset) => Parallel.For(rows, Grain, (start, end) =>
    {
        for (var row = start; row < end; row++)
        {
            var target = dx.AsSpan(dxOffset + row * classes, classes);
            if (targets[row] == ignore)
            {
                target.Clear();
                continue;
            }
            var y = (int)targets[row];
            var slope = slopes[row];
            var share = _keep * Weight(y);
            Rows.ExpSum(Logits(row), _logSumExp[row], target);
            Rows.Scale(target, slope * (share + _smooth * _allWeights), target);
            target[y] -= slope * share;
            if (smoothing == 0) continue;
            if (weights.Length == 0) Rows.Shift(target, -slope * _smooth, target);
            else for (var c = 0; c < classes; c++) target[c] -= slope * _smooth * weights[c];
        }
    });

    /// <summary>q, [rows, classes], and Q, [rows]: the gradient in its own words.</summary>
    public void Target(Span<T> wanted, Span<T> totals)
    {
        for (var row = 0; row < rows; row++)
        {
            var q = wanted.Slice(row * classes, classes);
            q.Clear();
            totals[row] = T.Zero;
            if (targets[row] == ignore) continue;
            for (var c = 0; c < classes; c++) q[c] = _smooth * Weight(c);
            var share = _keep * Weight((int)targets[row]);
            q[(int)targets[row]] += share;
            totals[row] = share + _smooth * _allWeights;
        }
    }

    private int Grain => Math.Max(1, 4096 / Math.Max(1, classes));

    private ReadOnlySpan<T> Logits(int row) => x.AsSpan(xOffset + row * classes, classes);

    private T Weight(int c) => weights.Length == 0 ? T.One : weights[c];
}
