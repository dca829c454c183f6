namespace GenAiCourse.Learning;

/// <summary>The penalised mean cross-entropy of a logistic model, with its gradient.</summary>
/// <remarks>
/// The point holds one row (w, b) a score: one row for two classes, one a class for more. The penalty is
/// λ |W|² / (2 n); the b are free.
/// </remarks>
internal sealed class LogisticLoss(double[][] x, int[] places, int scores, double l2)
{
    private readonly int _features = x[0].Length;

    // Of the last point that was asked for: its value and its gradient come from one pass over the rows.
    private double[]? _point;
    private double _value;
    private double[] _gradient = [];

    /// <summary>The loss at a point, which is not changed afterwards.</summary>
    public double Value(double[] point)
    {
        if (_point == point) return _value;
        (_point, _gradient) = (point, new double[point.Length]);
        return _value = Evaluate(point, _gradient);
    }

    /// <summary>The gradient at a point, which is not changed afterwards.</summary>
    public double[] Gradient(double[] point)
    {
        Value(point);
        return _gradient;
    }

    private double Evaluate(double[] point, double[] gradient)
    {
        var width = _features + 1;
        var (loss, z) = (0.0, new double[scores]);
        for (var i = 0; i < x.Length; i++)
        {
            for (var k = 0; k < scores; k++)
                z[k] = Rows.Dot(point.AsSpan(k * width, _features), x[i]) + point[k * width + _features];
            loss += scores == 1 ? Binary(z, places[i]) : Multinomial(z, places[i]);
            for (var k = 0; k < scores; k++)        // z holds ∂loss/∂z by now
            {
                for (var j = 0; j < _features; j++) gradient[k * width + j] += z[k] * x[i][j];
                gradient[k * width + _features] += z[k];
            }
        }
        for (var k = 0; k < scores; k++)
            for (var j = k * width; j < k * width + _features; j++)
            {
                loss += l2 / 2 * point[j] * point[j];
                gradient[j] += l2 * point[j];
            }
        for (var j = 0; j < gradient.Length; j++) gradient[j] /= x.Length;
        return loss / x.Length;
    }

    /// <summary>1 / (1 + e⁻ᶻ), without overflow.</summary>
    public static double Sigmoid(double z)
    {
        var e = Math.Exp(-Math.Abs(z));
        return z >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /// <summary>Turns the scores into probabilities, in place; gives ln Σ eᶻ.</summary>
    public static double Softmax(Span<double> z)
    {
        var (max, sum) = (z[Rows.ArgMax(z)], 0.0);
        for (var k = 0; k < z.Length; k++) sum += z[k] = Math.Exp(z[k] - max);
        for (var k = 0; k < z.Length; k++) z[k] /= sum;
        return max + Math.Log(sum);
    }

    // ln(1 + eᶻ) − y z, and σ(z) − y.
    private static double Binary(double[] z, int place)
    {
        var loss = Math.Max(z[0], 0) + Math.Log(1 + Math.Exp(-Math.Abs(z[0]))) - place * z[0];
        z[0] = Sigmoid(z[0]) - place;
        return loss;
    }

    // ln Σ eᶻ − zᵧ, and softmax(z) less 1 at y.
    private static double Multinomial(double[] z, int place)
    {
        var score = z[place];
        var loss = Softmax(z) - score;
        z[place] -= 1;
        return loss;
    }
}
