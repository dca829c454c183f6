namespace GenAiCourse.Evaluation;

/// <summary>Runs of n tokens.</summary>
internal static class NGrams
{
    /// <summary>How often each n-gram occurs; a unit separator stands between tokens.</summary>
    public static Dictionary<string, int> Counts(IReadOnlyList<string> tokens, int n)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + n <= tokens.Count; i++)
        {
            var gram = string.Join('\u001f', tokens.Skip(i).Take(n));
            counts[gram] = counts.GetValueOrDefault(gram) + 1;
        }
        return counts;
    }
}
