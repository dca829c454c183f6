using System.Text.RegularExpressions;

namespace GenAiCourse.Evaluation;

/// <summary>How much of a reference summary a summary says: ROUGE-N and ROUGE-L.</summary>
/// <remarks>
/// Tokens are runs of a to z and 0 to 9 in lower case, without stemming. Lin, "ROUGE: a package for automatic
/// evaluation of summaries", 2004: https://aclanthology.org/W04-1013.
/// </remarks>
public static partial class Rouge
{
    /// <summary>ROUGE-N: n-grams that both texts have.</summary>
    /// <param name="candidate">The summary; an empty one scores 0.</param>
    /// <param name="reference">What it is compared with; an empty one scores 0.</param>
    /// <param name="n">The order, at least 1.</param>
    public static RougeScore N(string candidate, string reference, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        var (a, b) = (NGrams.Counts(Tokens(candidate), n), NGrams.Counts(Tokens(reference), n));
        var both = a.Sum(gram => Math.Min(gram.Value, b.GetValueOrDefault(gram.Key)));
        return RougeScore.Of(both, a.Values.Sum(), b.Values.Sum());
    }

    /// <summary>ROUGE-L: the longest common subsequence of tokens.</summary>
    /// <inheritdoc cref="N"/>
    public static RougeScore L(string candidate, string reference)
    {
        var (a, b) = (Tokens(candidate), Tokens(reference));
        return RougeScore.Of(EditDistance.LongestCommonSubsequence<string>(a, b), a.Length, b.Length);
    }

    /// <summary>
    /// ROUGE-Lsum: for each line of the reference, the union of what it has in common, in order, with any line of the
    /// candidate; a token counts at most as often as it occurs.
    /// </summary>
    /// <inheritdoc cref="N"/>
    public static RougeScore LSum(string candidate, string reference)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(reference);
        var candidates = candidate.Split('\n').Select(Tokens).ToList();
        var references = reference.Split('\n').Select(Tokens).ToList();
        var left = NGrams.Counts([.. candidates.SelectMany(line => line)], 1);
        var leftReference = NGrams.Counts([.. references.SelectMany(line => line)], 1);
        var both = 0;
        foreach (var line in references)
        {
            var places = new SortedSet<int>(candidates.SelectMany(other => Places(line, other)));
            foreach (var token in places.Select(place => line[place]))
            {
                if (left.GetValueOrDefault(token) <= 0 || leftReference[token] <= 0) continue;
                both++;
                left[token]--;
                leftReference[token]--;
            }
        }
        return RougeScore.Of(both, candidates.Sum(line => line.Length), references.Sum(line => line.Length));
    }

    // Where the tokens of one longest common subsequence stand in the reference.
    private static IEnumerable<int> Places(string[] reference, string[] candidate)
    {
        var table = EditDistance.CommonTable<string>(reference, candidate);
        for (int i = reference.Length, j = candidate.Length; i > 0 && j > 0;)
        {
            if (reference[i - 1] == candidate[j - 1])
            {
                yield return --i;
                j--;
            }
            else if (table[i, j - 1] > table[i - 1, j])
            {
                j--;
            }
            else
            {
                i--;
            }
        }
    }

    private static string[] Tokens(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Token().Matches(text.ToLowerInvariant()).Select(match => match.Value)];
    }

    [GeneratedRegex("[a-z0-9]+")]
    private static partial Regex Token();
}

/// <summary>A score of ROUGE.</summary>
/// <param name="Precision">The share of the candidate that the reference has, in [0, 1].</param>
/// <param name="Recall">The share of the reference that the candidate has, in [0, 1].</param>
/// <param name="F1">Their harmonic mean.</param>
public sealed record RougeScore(double Precision, double Recall, double F1)
{
    internal static RougeScore Of(int both, int candidate, int reference)
    {
        var precision = candidate == 0 ? 0 : both / (double)candidate;
        var recall = reference == 0 ? 0 : both / (double)reference;
        return new RougeScore(precision, recall, both == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }
}
