namespace GenAiCourse.Evaluation;

/// <summary>How many of a translation's n-grams occur in reference translations: BLEU.</summary>
/// <remarks>
/// BP · exp(Σ wₙ ln pₙ) over the orders n = 1 … N with equal weights wₙ. An n-gram counts at most as often as in the
/// reference that has it most often (clipping); a candidate shorter than the reference that is nearest in length pays
/// the brevity penalty BP = exp(1 − r / c). Papineni et al., 2002: https://aclanthology.org/P02-1040. Values agree with
/// NLTK's, except that
/// <see cref="BleuSmoothing.None"/> gives 0 where NLTK gives about 1e-231.
/// </remarks>
public static class Bleu
{
    private const int HighestOrder = 4;

    /// <summary>BLEU of one candidate.</summary>
    /// <param name="candidate">Its tokens; none give 0.</param>
    /// <param name="references">The tokens of each reference, at least one reference.</param>
    /// <param name="order">N, at least 1.</param>
    /// <param name="smoothing">What to do with precisions of 0, which single sentences often have.</param>
    /// <returns>In [0, 1], but for the smoothings that say otherwise; 0 where a smoothing is not defined.</returns>
    /// <exception cref="ArgumentException">There is no reference.</exception>
    public static double Sentence(
        IReadOnlyList<string> candidate, IReadOnlyList<IReadOnlyList<string>> references, int order = HighestOrder,
        BleuSmoothing smoothing = BleuSmoothing.None) => Corpus([candidate], [references], order, smoothing);

    /// <summary>BLEU of many candidates: their matches and n-grams are summed before they are divided.</summary>
    /// <param name="candidates">The tokens of each candidate, at least one candidate.</param>
    /// <param name="references">The references of each candidate, at least one each.</param>
    /// <param name="order">N, at least 1.</param>
    /// <param name="smoothing">
    /// What to do with precisions of 0; those above 3 look at the last candidate, as NLTK does.
    /// </param>
    /// <returns>In [0, 1], but for the smoothings that say otherwise; 0 where a smoothing is not defined.</returns>
    /// <exception cref="ArgumentException">
    /// There are no candidates, not as many lists of references, or an empty one.
    /// </exception>
    public static double Corpus(
        IReadOnlyList<IReadOnlyList<string>> candidates,
        IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> references, int order = HighestOrder,
        BleuSmoothing smoothing = BleuSmoothing.None)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(references);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(order);
        if (candidates.Count == 0 || candidates.Count != references.Count)
            throw new ArgumentException(
                $"expected references of {candidates.Count} candidates, at least one, got those of {references.Count}",
                nameof(references));
        if (references.Any(each => each.Count == 0))
            throw new ArgumentException("expected at least one reference for each candidate", nameof(references));

        var counts = Enumerable.Range(1, order).Select(n => candidates.Zip(references)
            .Select(pair => Precision(pair.First, pair.Second, n))
            .Aggregate((Matches: 0, All: 0), (sum, one) => (sum.Matches + one.Matches, sum.All + one.All))).ToArray();
        if (counts[0].Matches == 0) return 0;
        var length = candidates.Sum(candidate => candidate.Count);
        var nearest = candidates.Zip(references).Sum(pair => NearestLength(pair.First.Count, pair.Second));
        var precisions = Smoothed(smoothing, counts, candidates[^1], references[^1], length);
        if (precisions is null || precisions.Any(p => p == 0)) return 0;
        var penalty = length > nearest ? 1 : Math.Exp(1 - (nearest / (double)length));
        return penalty * Math.Exp(precisions.Average(Math.Log));
    }

    /// <summary>The clipped matches of n-grams, and how many n-grams there are, at least 1.</summary>
    /// <param name="candidate">Tokens.</param>
    /// <param name="references">The tokens of each reference.</param>
    /// <param name="n">The order, at least 1.</param>
    public static (int Matches, int All) Precision(
        IReadOnlyList<string> candidate, IReadOnlyList<IReadOnlyList<string>> references, int n)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(references);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        var grams = NGrams.Counts(candidate, n);
        var most = references.Select(reference => NGrams.Counts(reference, n)).ToList();
        var matches = grams.Sum(gram => Math.Min(gram.Value, most.Max(counts => counts.GetValueOrDefault(gram.Key))));
        return (matches, Math.Max(1, grams.Values.Sum()));
    }

    // Of two references equally near in length, the shorter one.
    private static int NearestLength(int length, IReadOnlyList<IReadOnlyList<string>> references) =>
        references.Select(reference => reference.Count).OrderBy(each => (Math.Abs(each - length), each)).First();

    private static double[]? Smoothed(
        BleuSmoothing smoothing, (int Matches, int All)[] counts, IReadOnlyList<string> last,
        IReadOnlyList<IReadOnlyList<string>> lastReferences, int length)
    {
        double[] plain = [.. counts.Select(count => count.Matches / (double)count.All)];
        return smoothing switch
        {
            BleuSmoothing.None => plain,
            BleuSmoothing.Epsilon =>
                [.. counts.Select(count => (count.Matches == 0 ? 0.1 : count.Matches) / count.All)],
            BleuSmoothing.AddOne =>
                [.. counts.Select((count, i) => i == 0 ? plain[0] : (count.Matches + 1.0) / (count.All + 1))],
            BleuSmoothing.Halving => Halved(counts, _ => true, 1),
            BleuSmoothing.HalvingByLength => ByLength(),
            BleuSmoothing.NeighbourMean => NeighbourMeans(plain, last, lastReferences),
            BleuSmoothing.Interpolated => Interpolated(counts, plain, last.Count),
            BleuSmoothing.HalvingThenMean => NeighbourMeans(ByLength(), last, lastReferences),
            _ => throw new ArgumentOutOfRangeException(nameof(smoothing), smoothing, "expected a smoothing in [0, 7]"),
        };

        double[] ByLength() => Halved(counts, _ => length > 1, Math.Log(length) / 5);
    }

    private static double[] Halved((int Matches, int All)[] counts, Func<int, bool> applies, double factor)
    {
        var share = 1.0;
        return [.. counts.Select((count, i) =>
            count.Matches > 0 || !applies(i) ? count.Matches / (double)count.All : (share /= 2) * factor / count.All)];
    }

    private static double[] NeighbourMeans(
        double[] precisions, IReadOnlyList<string> last, IReadOnlyList<IReadOnlyList<string>> references)
    {
        var (matches, all) = Precision(last, references, precisions.Length + 1);
        double[] wide = [.. precisions, matches / (double)all];
        var before = precisions[0] + 1;
        return [.. precisions.Select((p, i) => before = (before + p + wide[i + 1]) / 3)];
    }

    private static double[]? Interpolated((int Matches, int All)[] counts, double[] plain, int length)
    {
        const double Weight = 5;
        if (plain.Length > 2 && plain[2] == 0) return null;
        double[] precisions = [.. plain];
        for (var i = 2; i < precisions.Length; i++)
        {
            var expected = precisions[i - 2] == 0
                ? 0
                : precisions[i - 1] * precisions[i - 1] / precisions[i - 2];
            precisions[i] = (counts[i].Matches + (Weight * expected)) / (Math.Max(0, length - i) + Weight);
        }
        return precisions;
    }
}
