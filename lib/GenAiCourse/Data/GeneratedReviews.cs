namespace GenAiCourse.Data;

/// <summary>Made-up sentences of reviews, "positive" and "negative" in turn, that need no file.</summary>
/// <remarks>
/// Each sentence speaks of two to five sides of a film. A side is praised or blamed with the sentence's label in 17
/// of 20 cases and against it otherwise, some words are for either, and one in eight judgements is negated ("not
/// dull"). So no classifier can be always right, and one that sees single words less often than one that sees pairs.
/// </remarks>
public static class GeneratedReviews
{
    private const double WithTheLabel = 0.85;
    private const double Negated = 0.125;
    private const double Neutral = 0.25;

    private static readonly string[] Sides = Words("""
        plot cast script ending direction photography music dialogue pace humour acting premise camera
        soundtrack lead villain romance action suspense editing story sequel costume opening finale
        """);

    private static readonly string[] Good = Words("""
        moving charming clever gripping fresh touching brilliant delightful inventive warm subtle funny graceful
        powerful honest elegant absorbing vivid lively tender
        """);

    private static readonly string[] Bad = Words("""
        dull predictable clumsy shallow tired forced bland noisy pretentious lifeless awkward silly hollow tedious
        muddled contrived lazy flat grating stale
        """);

    private static readonly string[] Either = Words("""
        long quiet strange dark familiar simple loud small serious unusual slow modern french early ambitious
        """);

    private static readonly string[] Openings =
    [
        "", "", "as a film for families , ", "in the end , ", "despite its budget , ", "from its first minute , ",
        "like the book it is based on , ", "for a debut , ",
    ];

    /// <summary>So many sentences; the same for the same seed, on every machine.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static IReadOnlyList<LabelledText> Make(int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Sentence(random, i % 2 == 0))];
    }

    private static LabelledText Sentence(Random random, bool positive)
    {
        var parts = Enumerable.Range(0, random.Next(2, 6)).Select(_ => Judgement(random, positive)).ToArray();
        return new LabelledText(
            Pick(random, Openings) + string.Join(" and ", parts) + " .", positive ? "positive" : "negative");
    }

    private static string Judgement(Random random, bool positive)
    {
        var side = Pick(random, Sides);
        if (random.NextDouble() < Neutral) return $"the {side} is {Pick(random, Either)}";
        var praise = positive == random.NextDouble() < WithTheLabel;
        return random.NextDouble() < Negated
            ? $"the {side} is not {Pick(random, praise ? Bad : Good)}"
            : $"the {side} is {Pick(random, praise ? Good : Bad)}";
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    private static string[] Words(string text) =>
        text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
