namespace GenAiCourse.Text;

/// <summary>Suffixes and what takes their place; the longest that a word ends in is the one that counts.</summary>
/// <remarks>
/// Found by the last letter but one, as Porter (1980), step 2, proposes: "this gives a fairly even breakdown".
/// </remarks>
internal sealed class SuffixRules
{
    private readonly (string Suffix, string By)[][] _byPenultimate = new (string, string)[26][];

    /// <param name="rules">Suffixes of two lower-case letters or more.</param>
    public SuffixRules(params (string Suffix, string By)[] rules)
    {
        for (var i = 0; i < 26; i++)
            _byPenultimate[i] = [.. rules.Where(rule => rule.Suffix[^2] == 'a' + i)
                .OrderByDescending(rule => rule.Suffix.Length)];
    }

    /// <summary>The longest suffix that <paramref name="word"/> ends in, if there is one.</summary>
    public bool TryMatch(in StemWord word, out string suffix, out string by)
    {
        var letters = word.Letters;
        if (letters.Length >= 2 && (uint)(letters[^2] - 'a') is < 26 and var bucket)
        {
            foreach (var rule in _byPenultimate[bucket])
            {
                if (letters[^1] != rule.Suffix[^1] || !letters.EndsWith(rule.Suffix)) continue;
                (suffix, by) = rule;
                return true;
            }
        }
        (suffix, by) = ("", "");
        return false;
    }
}
