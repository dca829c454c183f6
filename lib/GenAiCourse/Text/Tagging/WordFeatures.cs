namespace GenAiCourse.Text;

/// <summary>What a tagger looks at in a sentence, word by word.</summary>
/// <remarks>
/// The word and its neighbours, beginnings and endings, and the shape: Ratnaparkhi, "A maximum entropy model for
/// part-of-speech tagging", 1996, table 1, and what later taggers added. The tag before comes in by the transitions.
/// </remarks>
internal static class WordFeatures
{
    private const int LongestAffix = 5;

    private static readonly ulong Outside = FeatureWeights.Hash("(outside)");

    /// <summary>The features at each word.</summary>
    public static ulong[][] Of(IReadOnlyList<string> words)
    {
        var lower = new ulong[words.Count];
        var shapes = new ulong[words.Count];
        var endings = new ulong[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].ToLowerInvariant();
            lower[i] = FeatureWeights.Hash(word);
            endings[i] = FeatureWeights.Hash(word.AsSpan(Math.Max(0, word.Length - 3)));
            shapes[i] = FeatureWeights.Hash(Shape(words[i]));
        }
        var features = new ulong[words.Count][];
        for (var i = 0; i < words.Count; i++) features[i] = At(words, i, lower, endings, shapes);
        return features;
    }

    private static ulong[] At(IReadOnlyList<string> words, int i, ulong[] lower, ulong[] endings, ulong[] shapes)
    {
        ulong Near(ulong[] values, int distance) =>
            i + distance >= 0 && i + distance < values.Length ? values[i + distance] : Outside;

        var (template, found) = (0, new List<ulong>(32));
        void Add(ulong a, ulong b = 0, ulong c = 0) => found.Add(FeatureWeights.Feature(template++, a, b, c));

        var first = i == 0 ? 1UL : 2UL;
        Add(1);
        Add(lower[i]);
        Add(FeatureWeights.Hash(words[i]), first);
        Add(shapes[i], first);
        Add(shapes[i], endings[i]);
        Add(Near(lower, -1));
        Add(Near(lower, -2));
        Add(Near(lower, 1));
        Add(Near(lower, 2));
        Add(Near(endings, -1));
        Add(Near(endings, 1));
        Add(Near(endings, 2));
        Add(Near(shapes, -1));
        Add(Near(shapes, 1));
        Add(Near(lower, -1), lower[i]);
        Add(lower[i], Near(lower, 1));
        Add(Near(endings, -1), endings[i]);
        Add(endings[i], Near(endings, 1));
        Add(Near(lower, -2), Near(lower, -1));
        Add(Near(lower, 1), Near(lower, 2));
        Add(Near(shapes, -1), shapes[i], Near(shapes, 1));
        var word = words[i].ToLowerInvariant().AsSpan();
        for (var length = 1; length <= LongestAffix; length++)
        {
            template = 40 + length;
            if (length <= word.Length) Add(FeatureWeights.Hash(word[^length..]));
            template = 50 + length;
            if (length <= word.Length) Add(FeatureWeights.Hash(word[..length]));
        }
        return [.. found];
    }

    // "McDonald's-2" has the shape XxXx'x-d: runs of one kind count once.
    private static string Shape(string word)
    {
        var shape = new System.Text.StringBuilder(word.Length);
        foreach (var c in word)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : c;
            if (shape.Length == 0 || shape[^1] != kind) shape.Append(kind);
        }
        return shape.ToString();
    }
}
