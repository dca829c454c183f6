using System.Runtime.InteropServices;

namespace GenAiCourse.Text;

/// <summary>An n-gram language model over token ids, smoothed by interpolated Kneser–Ney.</summary>
/// <remarks>
/// p(w | c) = max(n(c w) − D, 0) / n(c) + D · N(c ·) / n(c) · p(w | shorter c). Below the highest order, n counts
/// distinct left neighbours instead of occurrences; below one token stands the uniform distribution. One discount for
/// each order, D = n₁ / (n₁ + 2 n₂). Kneser and Ney, 1995; Chen and Goodman, 1999, equations 17 and 26.
/// </remarks>
public sealed class NGramModel
{
    private const int MostOrder = 3;
    private readonly Level[] _levels;       // by length of the context
    private readonly int _start;

    private NGramModel(int order, int vocabularySize, int start)
    {
        (Order, VocabularySize, _start) = (order, vocabularySize, start);
        _levels = [.. Enumerable.Range(0, order).Select(_ => new Level())];
    }

    /// <summary>How many tokens an n-gram has: 2 for a bigram model, 3 for a trigram model.</summary>
    public int Order { get; }

    /// <summary>How many ids there are.</summary>
    public int VocabularySize { get; }

    /// <summary>Counts the n-grams of the documents.</summary>
    /// <param name="documents">Each document's token ids; n-grams do not cross from one to the next.</param>
    /// <param name="order">Tokens of an n-gram, in [1, 3].</param>
    /// <param name="vocabularySize">How many ids there are, in [1, 2^20].</param>
    /// <param name="start">The id that stands before each document's first token.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The order, the vocabulary's size or an id is out of range.
    /// </exception>
    public static NGramModel Train(IEnumerable<int[]> documents, int order, int vocabularySize, int start)
    {
        ArgumentNullException.ThrowIfNull(documents);
        if (order is < 1 or > MostOrder)
            throw new ArgumentOutOfRangeException(nameof(order), order, $"expected an order in [1, {MostOrder}]");
        if (vocabularySize is < 1 or > 1 << 20)
            throw new ArgumentOutOfRangeException(
                nameof(vocabularySize), vocabularySize, "expected a size in [1, 2^20]");

        var model = new NGramModel(order, vocabularySize, start);
        foreach (var document in documents) model.CountDocument(document);
        for (var length = order - 1; length >= 0; length--) model.Finish(length);
        return model;
    }

    /// <summary>The probability of the token <paramref name="next"/> after <paramref name="context"/>.</summary>
    /// <param name="context">What came before, oldest first; as much of its end is used as the order allows.</param>
    /// <param name="next">The token, in [0, <see cref="VocabularySize"/>).</param>
    /// <returns>A probability in (0, 1]; over all tokens they sum to 1.</returns>
    public double Probability(ReadOnlySpan<int> context, int next)
    {
        var p = 1.0 / VocabularySize;
        for (var length = 0; length < Order; length++)
        {
            var level = _levels[length];
            if (!level.Contexts.TryGetValue(ContextKey(context, length), out var seen)) break;
            level.Counts.TryGetValue(Join(ContextKey(context, length), next), out var count);
            p = (Math.Max(count - level.Discount, 0) + level.Discount * seen.Distinct * p) / seen.Total;
        }
        return p;
    }

    /// <summary>
    /// How surprised the model is by a document: −log₂ p, in bits, of each token given those before it.
    /// </summary>
    /// <param name="document">Token ids.</param>
    public double[] Bits(ReadOnlySpan<int> document)
    {
        var bits = new double[document.Length];
        for (var i = 0; i < bits.Length; i++) bits[i] = -Math.Log2(Probability(document[..i], document[i]));
        return bits;
    }

    private void CountDocument(ReadOnlySpan<int> document)
    {
        var top = _levels[^1];
        for (var i = 0; i < document.Length; i++)
        {
            if ((uint)document[i] >= (uint)VocabularySize)
                throw new ArgumentOutOfRangeException(
                    nameof(document), document[i], $"expected an id in [0, {VocabularySize})");
            CollectionsMarshal.GetValueRefOrAddDefault(
                top.Counts, Join(ContextKey(document[..i], Order - 1), document[i]), out _)++;
        }
    }

    // Totals and the discount of one level; then each distinct n-gram counts once for the one that is shorter on the
    // left.
    private void Finish(int length)
    {
        var level = _levels[length];
        var (once, twice) = (0L, 0L);
        foreach (var (key, count) in level.Counts)
        {
            ref var context = ref CollectionsMarshal.GetValueRefOrAddDefault(level.Contexts, key >> Bits20, out _);
            context = (context.Total + count, context.Distinct + 1);
            if (count == 1) once++;
            if (count == 2) twice++;
            if (length == 0) continue;
            var shorter = key & ((1L << (Bits20 * length)) - 1);
            CollectionsMarshal.GetValueRefOrAddDefault(_levels[length - 1].Counts, shorter, out _)++;
        }
        level.Discount = once == 0 ? 0.5 : once / (double)(once + (2 * twice));
    }

    // The last `length` tokens packed 20 bits each; start tokens stand in for what is before the document.
    private long ContextKey(ReadOnlySpan<int> context, int length)
    {
        var key = 0L;
        for (var back = length; back >= 1; back--)
            key = Join(key, back <= context.Length ? context[^back] : _start);
        return key;
    }

    private const int Bits20 = 20;

    private static long Join(long key, int token) => (key << Bits20) | (uint)token;

    private sealed class Level
    {
        public Dictionary<long, int> Counts { get; } = [];

        public Dictionary<long, (long Total, int Distinct)> Contexts { get; } = [];

        public double Discount { get; set; }
    }
}
