namespace GenAiCourse.Learning;

/// <summary>The dual of a support vector machine, solved by moving two multipliers at a time.</summary>
/// <remarks>
/// Platt, 1998; the pair is chosen by second-order information (Fan, Chen and Lin, 2005, WSS 2), as LIBSVM does. The
/// dual: least ½ Σ αᵢ αⱼ yᵢ yⱼ Kᵢⱼ − Σ αᵢ with 0 ≤ αᵢ ≤ C and Σ αᵢ yᵢ = 0.
/// </remarks>
internal sealed class SequentialMinimalOptimization
{
    private const double Tiny = 1e-12;      // for curvatures that are 0, or less by rounding

    private readonly double[][] _kernel;
    private readonly double[] _y, _alpha, _gradient;
    private readonly double _c;

    public SequentialMinimalOptimization(double[][] kernel, double[] y, double c)
    {
        (_kernel, _y, _c) = (kernel, y, c);
        (_alpha, _gradient) = (new double[y.Length], new double[y.Length]);
        Array.Fill(_gradient, -1);
    }

    /// <summary>αᵢ yᵢ of each row, and b.</summary>
    public (double[] Weights, double Intercept, bool Converged) Solve(double tolerance, int maxSteps)
    {
        var converged = false;
        for (var step = 0; step < maxSteps && !converged; step++)
        {
            var (i, j) = Select(tolerance);
            converged = j < 0;
            if (!converged) Move(i, j);
        }
        return ([.. _alpha.Select((a, i) => a * _y[i])], Intercept(), converged);
    }

    // αᵢ yᵢ may grow, or shrink.
    private bool MayGrow(int i) => _y[i] > 0 ? _alpha[i] < _c : _alpha[i] > 0;

    private bool MayShrink(int i) => _y[i] > 0 ? _alpha[i] > 0 : _alpha[i] < _c;

    // The pair that promises the most; j is −1 where none violates the conditions by more than the tolerance.
    private (int I, int J) Select(double tolerance)
    {
        var (i, j, high) = (-1, -1, double.NegativeInfinity);
        for (var t = 0; t < _y.Length; t++)
            if (MayGrow(t) && -_y[t] * _gradient[t] > high) (i, high) = (t, -_y[t] * _gradient[t]);
        if (i < 0) return (-1, -1);

        var (low, best) = (double.PositiveInfinity, double.PositiveInfinity);
        for (var t = 0; t < _y.Length; t++)
        {
            if (!MayShrink(t)) continue;
            var value = -_y[t] * _gradient[t];
            low = Math.Min(low, value);
            if (value >= high) continue;
            var gain = -(high - value) * (high - value) / Curvature(i, t);
            if (gain < best) (j, best) = (t, gain);
        }
        return high - low < tolerance ? (i, -1) : (i, j);
    }

    private double Curvature(int i, int j) =>
        Math.Max(_kernel[i][i] + _kernel[j][j] - 2 * _kernel[i][j], Tiny);

    // αᵢ yᵢ grows by as much as αⱼ yⱼ shrinks, up to the first bound.
    private void Move(int i, int j)
    {
        var step = (-_y[i] * _gradient[i] + _y[j] * _gradient[j]) / Curvature(i, j);
        var roomI = _y[i] > 0 ? _c - _alpha[i] : _alpha[i];
        var roomJ = _y[j] > 0 ? _alpha[j] : _c - _alpha[j];
        step = Math.Min(step, Math.Min(roomI, roomJ));
        // A multiplier that reaches its bound is put there, not next to it.
        _alpha[i] = step == roomI ? _y[i] > 0 ? _c : 0 : _alpha[i] + _y[i] * step;
        _alpha[j] = step == roomJ ? _y[j] > 0 ? 0 : _c : _alpha[j] - _y[j] * step;
        for (var t = 0; t < _y.Length; t++) _gradient[t] += _y[t] * step * (_kernel[i][t] - _kernel[j][t]);
    }

    // Rows on their margin say what b is; where there is none, the middle of what the others allow.
    private double Intercept()
    {
        var (sum, free, low, high) = (0.0, 0, double.NegativeInfinity, double.PositiveInfinity);
        for (var t = 0; t < _y.Length; t++)
        {
            var value = -_y[t] * _gradient[t];
            if (_alpha[t] > 0 && _alpha[t] < _c) (sum, free) = (sum + value, free + 1);
            if (MayGrow(t)) low = Math.Max(low, value);
            if (MayShrink(t)) high = Math.Min(high, value);
        }
        return free > 0 ? sum / free : (low + high) / 2;
    }
}
