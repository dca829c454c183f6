// Hints, solutions and variants of the exercises in 36-gpt.ipynb. Lines "//# kind exercise" begin a section.

//# hint top-k
// Sort the indices, not the probabilities: Enumerable.Range(0, n).OrderByDescending(i => probabilities[i]).
//# hint top-k
// OrderByDescending keeps equal ones in their order, so Take(k) already prefers the lower index.
//# solution top-k
double[] TopK(double[] probabilities, int k)
{
    var kept = Enumerable.Range(0, probabilities.Length).OrderByDescending(i => probabilities[i]).Take(k).ToHashSet();
    var total = kept.Sum(i => probabilities[i]);
    return probabilities.Select((p, i) => kept.Contains(i) ? p / total : 0).ToArray();
}
//# right top-k : fills a new array
double[] TopK(double[] probabilities, int k)
{
    var result = new double[probabilities.Length];
    foreach (var i in Enumerable.Range(0, result.Length).OrderBy(i => -probabilities[i]).Take(k)) result[i] = probabilities[i];
    var total = result.Sum();
    return [.. result.Select(p => p / total)];
}
//# wrong top-k : does not scale
double[] TopK(double[] probabilities, int k)
{
    var kept = Enumerable.Range(0, probabilities.Length).OrderByDescending(i => probabilities[i]).Take(k).ToHashSet();
    return probabilities.Select((p, i) => kept.Contains(i) ? p : 0).ToArray();
}
//# wrong top-k : keeps too many of equal ones
double[] TopK(double[] probabilities, int k)
{
    var least = probabilities.OrderDescending().ElementAt(k - 1);
    var total = probabilities.Where(p => p >= least).Sum();
    return probabilities.Select(p => p >= least ? p / total : 0).ToArray();
}

//# hint perplexity
// All tokens together: SelectMany makes one row of bits.
//# hint perplexity
// Math.Pow(2, mean)
//# solution perplexity
double Perplexity(IReadOnlyList<double[]> bitsOfDocuments) => Math.Pow(2, bitsOfDocuments.SelectMany(bits => bits).Average());
//# right perplexity : with sums
double Perplexity(IReadOnlyList<double[]> bitsOfDocuments) =>
    Math.Exp(Math.Log(2) * bitsOfDocuments.Sum(bits => bits.Sum()) / bitsOfDocuments.Sum(bits => bits.Length));
//# wrong perplexity : the mean over documents
double Perplexity(IReadOnlyList<double[]> bitsOfDocuments) => Math.Pow(2, bitsOfDocuments.Average(bits => bits.Average()));
//# wrong perplexity : e in place of 2
double Perplexity(IReadOnlyList<double[]> bitsOfDocuments) => Math.Exp(bitsOfDocuments.SelectMany(bits => bits).Average());

//# hint beam-search
// Keep a list of pairs: a row and its total log-probability. It begins with the empty row and 0.
//# hint beam-search
// In each of the length rounds, make all extensions of all kept rows, order them by total, and take width of them.
//# hint beam-search
// beams.SelectMany(b => next(b.Row).Select((logP, id) => (Row: (int[])[.. b.Row, id], Total: b.Total + logP)))
//# solution beam-search
int[] BeamSearch(Func<int[], double[]> next, int length, int width)
{
    List<(int[] Row, double Total)> beams = [([], 0)];
    for (var i = 0; i < length; i++)
        beams = beams
            .SelectMany(beam => next(beam.Row).Select((logP, id) => (Row: (int[])[.. beam.Row, id], Total: beam.Total + logP)))
            .OrderByDescending(beam => beam.Total).Take(width).ToList();
    return beams[0].Row;
}
//# right beam-search : with a sorted array of totals
int[] BeamSearch(Func<int[], double[]> next, int length, int width)
{
    (double Total, int[] Row)[] kept = [(0, [])];
    while (kept[0].Row.Length < length)
    {
        var all = new List<(double Total, int[] Row)>();
        foreach (var (total, row) in kept)
            foreach (var (id, logP) in next(row).Index()) all.Add((total + logP, [.. row, id]));
        kept = [.. all.OrderBy(beam => -beam.Total).Take(width)];
    }
    return kept[0].Row;
}
//# wrong beam-search : greedy whatever the width
int[] BeamSearch(Func<int[], double[]> next, int length, int width)
{
    int[] row = [];
    while (row.Length < length)
    {
        var p = next(row);
        row = [.. row, Array.IndexOf(p, p.Max())];
    }
    return row;
}
//# wrong beam-search : forgets what a beginning has cost
int[] BeamSearch(Func<int[], double[]> next, int length, int width)
{
    List<(int[] Row, double Total)> beams = [([], 0)];
    for (var i = 0; i < length; i++)
        beams = beams
            .SelectMany(beam => next(beam.Row).Select((logP, id) => (Row: (int[])[.. beam.Row, id], Total: logP)))
            .OrderByDescending(beam => beam.Total).Take(width).ToList();
    return beams[0].Row;
}
