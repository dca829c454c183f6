namespace GenAiCourse.Generation;

/// <summary>Turns a model's scores into probabilities, and draws from them.</summary>
public static class Sampler
{
    /// <summary>
    /// The probabilities that the options leave: temperature, then top-k, then top-p, then scaled to sum to 1.
    /// </summary>
    /// <param name="logits">A score for each token; at least one, and none NaN.</param>
    /// <param name="options">How the next token is chosen.</param>
    /// <returns>
    /// One probability a token; 0 for those ruled out. Of equal scores the lower id counts as the likelier.
    /// </returns>
    /// <exception cref="ArgumentException">There is no score, or one is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static double[] Probabilities(ReadOnlySpan<float> logits, SamplingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        if (logits.IsEmpty) throw new ArgumentException("expected at least one score, got none", nameof(logits));
        var order = Order(logits);
        if (options.Temperature == 0)
        {
            var greedy = new double[logits.Length];
            greedy[order[0]] = 1;
            return greedy;
        }

        var p = Softmax(logits, options.Temperature);
        var allowed = Math.Min(options.TopK ?? p.Length, p.Length);
        var total = order[..allowed].Sum(token => p[token]);
        if (options.TopP < 1)
        {
            var (reached, count) = (0.0, 0);
            while (count < allowed && reached < options.TopP * total) reached += p[order[count++]];
            (allowed, total) = (count, reached);
        }
        foreach (var token in order[allowed..]) p[token] = 0;
        for (var token = 0; token < p.Length; token++) p[token] /= total;
        return p;
    }

    /// <summary>Draws an index with the given probabilities.</summary>
    /// <param name="probabilities">Not negative, with a positive sum; they need not sum to exactly 1.</param>
    /// <param name="random">Where chance comes from.</param>
    public static int Draw(ReadOnlySpan<double> probabilities, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var total = 0.0;
        foreach (var p in probabilities) total += p;
        if (!(total > 0)) throw new ArgumentException($"expected a positive sum, got {total}", nameof(probabilities));
        var left = random.NextDouble() * total;
        var last = 0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (probabilities[i] <= 0) continue;
            last = i;
            left -= probabilities[i];
            if (left < 0) return i;
        }
        return last;                                        // rounding may leave a crumb
    }

    private static int[] Order(ReadOnlySpan<float> logits)
    {
        var (order, keys) = (new int[logits.Length], new float[logits.Length]);
        for (var i = 0; i < order.Length; i++)
        {
            if (float.IsNaN(logits[i]))
                throw new ArgumentException($"expected numbers, got NaN at {i}", nameof(logits));
            (order[i], keys[i]) = (i, logits[i]);
        }
        Array.Sort(order, (a, b) => keys[b] != keys[a] ? keys[b].CompareTo(keys[a]) : a.CompareTo(b));
        return order;
    }

    private static double[] Softmax(ReadOnlySpan<float> logits, double temperature)
    {
        var highest = double.NegativeInfinity;
        foreach (var logit in logits) highest = Math.Max(highest, logit);
        var (p, total) = (new double[logits.Length], 0.0);
        for (var i = 0; i < p.Length; i++) total += p[i] = Math.Exp((logits[i] - highest) / temperature);
        for (var i = 0; i < p.Length; i++) p[i] /= total;
        return p;
    }
}
