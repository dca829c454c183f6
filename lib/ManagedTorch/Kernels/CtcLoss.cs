namespace TorchSharp.Kernels;

/// <summary>
/// Connectionist temporal classification of one sequence: −log of the chance of all ways to say the labels.
/// </summary>
/// <remarks>
/// Graves et al., 2006, sections 4.1 and 4.2: https://www.cs.toronto.edu/~graves/icml_2006.pdf. The labels stand with
/// a blank before, between and after them; everything is in logarithms and in double.
/// </remarks>
/// <param name="logProbs">The logarithm of the chance of a class at a step.</param>
/// <param name="steps">The length of the input.</param>
/// <param name="labels">The labels.</param>
/// <param name="blank">The class that says nothing.</param>
internal sealed class CtcLoss(Func<int, int, double> logProbs, int steps, int[] labels, int blank)
{
    private const double Never = double.NegativeInfinity;

    private int States => 2 * labels.Length + 1;

    /// <summary>The loss; infinite if the labels do not fit into the steps.</summary>
    public double Forward()
    {
        if (steps == 0) return labels.Length == 0 ? 0 : double.PositiveInfinity;
        var last = Walk(false)[^1];
        return -(States == 1 ? last[0] : LogSum(last[^1], last[^2]));
    }

    /// <summary>
    /// For each step calls <paramref name="add"/> with a class and the chance that the labels were said with it there.
    /// </summary>
    public void Backward(double loss, Action<int, int, double> add)
    {
        if (steps == 0) return;
        var (from, to) = (Walk(false), Walk(true));
        for (var t = 0; t < steps; t++)
            for (var s = 0; s < States; s++)
                add(t, Class(s), Math.Exp(from[t][s] + to[t][s] + loss - logProbs(t, Class(s))));
    }

    private int Class(int state) => state % 2 == 0 ? blank : labels[state / 2];

    // The logarithm of the chance to be in each state at each step, summed over all ways from the start, or to the end.
    private double[][] Walk(bool back)
    {
        var chances = new double[steps][];
        for (var turn = 0; turn < steps; turn++)
        {
            var t = back ? steps - 1 - turn : turn;
            var now = chances[t] = new double[States];
            var before = turn == 0 ? null : chances[back ? t + 1 : t - 1];
            for (var place = 0; place < States; place++)
            {
                var s = back ? States - 1 - place : place;
                var sum = before is null ? place < 2 ? 0 : Never : Into(before, s, back ? 1 : -1);
                now[s] = sum + logProbs(t, Class(s));
            }
        }
        return chances;
    }

    // From the same state, its neighbour, and the one beyond: over a blank between different labels.
    private double Into(double[] before, int s, int step)
    {
        var sum = before[s];
        if (s + step >= 0 && s + step < States) sum = LogSum(sum, before[s + step]);
        var over = s + 2 * step;
        if (s % 2 == 1 && over >= 0 && over < States && Class(over) != Class(s)) sum = LogSum(sum, before[over]);
        return sum;
    }

    private static double LogSum(double a, double b)
    {
        var (great, small) = a > b ? (a, b) : (b, a);
        return small == Never ? great : great + Math.Log(1 + Math.Exp(small - great));
    }
}
